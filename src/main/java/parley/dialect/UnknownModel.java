package parley.dialect;

import parley.error.AppException;
import parley.error.ErrorCode;

/// A model that is not there: a 404 in the APIs of OpenAI and Anthropic, in the others a 400.
public final class UnknownModel {
    private UnknownModel() {}

    /// The work that looks for a model.
    @FunctionalInterface
    public interface Search<T> {
        T find() throws InterruptedException;
    }

    /// Does what looks for a model, and makes its absence a 404.
    public static <T> T asNotFound(Search<T> search) throws InterruptedException {
        try {
            return search.find();
        } catch (AppException e) {
            boolean isAbsence =
                    e.code() == ErrorCode.INVALID_REQUEST
                            && e.parameter().filter("model"::equals).isPresent();
            throw isAbsence ? e.as(ErrorCode.NOT_FOUND) : e;
        }
    }
}
