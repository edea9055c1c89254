package parley.llm;

import java.time.Duration;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Says in one sentence why a call failed and what to do.
final class CallFailures {
    /// Named where a provider is busy and does not say for how long.
    private static final Duration USUAL_WAIT = Backoff.LONGEST;

    private static final String TEXT_KEPT = " The text so far is kept.";
    private static final String TRY_ANOTHER = " Try again later, or choose another model.";

    private CallFailures() {}

    static AppException tooSlow(
            ResolvedModel model, CallSettings settings, ActiveCall.Deadline deadline) {
        String sentence =
                switch (deadline) {
                    case FIRST_TOKEN ->
                            "%s did not begin to answer within %d s. Try again, or choose another model."
                                    .formatted(model.fullName(), settings.firstToken().toSeconds());
                    case GAP ->
                            "%s stopped in the middle of its answer and sent nothing for %d s.%s Continue it, or ask again."
                                    .formatted(
                                            model.fullName(),
                                            settings.gap().toSeconds(),
                                            TEXT_KEPT);
                    case TOTAL ->
                            "%s had not ended its answer after %d s, the most an answer may take.%s Ask for less, or raise model.total.seconds."
                                    .formatted(
                                            model.fullName(),
                                            settings.total().toSeconds(),
                                            TEXT_KEPT);
                };
        return new AppException(ErrorCode.PROVIDER_TIMEOUT, sentence);
    }

    /// @param hadText whether text was passed on before
    static AppException failed(ProviderException failure, int attempts, boolean hadText) {
        String happened =
                failure.sentence()
                        + (attempts > 1 ? " It was tried %d times.".formatted(attempts) : "")
                        + (hadText ? TEXT_KEPT : "");
        return switch (failure.kind()) {
            case UNAUTHORIZED, REFUSED ->
                    new AppException(ErrorCode.PROVIDER_FAILED, happened, failure);
            case BAD_RESPONSE ->
                    new AppException(ErrorCode.PROVIDER_FAILED, happened + TRY_ANOTHER, failure);
            case RATE_LIMITED ->
                    new AppException(ErrorCode.RATE_LIMITED, happened + TRY_ANOTHER, failure)
                            .retryAfter(failure.retryAfter().orElse(USUAL_WAIT));
            case UNAVAILABLE ->
                    new AppException(ErrorCode.UNAVAILABLE, happened + TRY_ANOTHER, failure)
                            .retryAfter(failure.retryAfter().orElse(USUAL_WAIT));
        };
    }
}
