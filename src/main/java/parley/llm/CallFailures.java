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
            ResolvedModel model,
            CallSettings settings,
            ActiveCall.Deadline deadline,
            String tried) {
        String sentence =
                switch (deadline) {
                    case SHARE ->
                            "%s did not begin to answer in its part of the time. Try again, or choose another model."
                                    .formatted(model.fullName());
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
        return new AppException(ErrorCode.PROVIDER_TIMEOUT, sentence + tried);
    }

    /// For those who look at the attempts of a call.
    static String inShort(ActiveCall.Deadline deadline) {
        return switch (deadline) {
            case SHARE, FIRST_TOKEN -> "It did not begin to answer in time.";
            case GAP -> "It fell silent in the middle of its answer.";
            case TOTAL -> "It did not end its answer in time.";
        };
    }

    /// A provider that was not asked, and nobody else is left.
    static AppException notAsked(ProviderGate.Entry.Shut shut, String tried) {
        return new AppException(ErrorCode.UNAVAILABLE, shut.problem() + TRY_ANOTHER + tried)
                .retryAfter(USUAL_WAIT);
    }

    /// @param hadText whether text was passed on before
    /// @param tried a sentence about all that were asked; empty where it was one
    static AppException failed(
            ProviderException failure, int attempts, boolean hadText, String tried) {
        String happened =
                failure.sentence()
                        + (attempts > 1 ? " It was tried %d times.".formatted(attempts) : "")
                        + (hadText ? TEXT_KEPT : "");
        String later = happened + TRY_ANOTHER + tried;
        return switch (failure.kind()) {
            case UNAUTHORIZED, REFUSED ->
                    new AppException(ErrorCode.PROVIDER_FAILED, happened + tried, failure);
            case BAD_RESPONSE -> new AppException(ErrorCode.PROVIDER_FAILED, later, failure);
            case RATE_LIMITED ->
                    new AppException(ErrorCode.RATE_LIMITED, later, failure)
                            .retryAfter(failure.retryAfter().orElse(USUAL_WAIT));
            case UNAVAILABLE ->
                    new AppException(ErrorCode.UNAVAILABLE, later, failure)
                            .retryAfter(failure.retryAfter().orElse(USUAL_WAIT));
        };
    }
}
