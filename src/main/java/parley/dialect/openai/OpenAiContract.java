package parley.dialect.openai;

import java.util.Map;
import parley.dialect.Repetition;
import parley.error.AppException;
import parley.http.Dialect;
import parley.http.RateHeaders;

/// What all of OpenAI's contracts have in common: the form of failures, and the headers in which
/// its clients look for their limits and for when to try again.
public interface OpenAiContract extends Dialect {
    @Override
    default RateHeaders.Family rateHeaders() {
        return RateHeaders.Family.OPENAI;
    }

    @Override
    default Object errorBody(AppException problem) {
        return OpenAiError.of(problem);
    }

    @Override
    default Map<String, String> errorHeaders(AppException problem, String requestId) {
        return Repetition.headers(problem);
    }
}
