package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.Usage;

/// The writing of one answer. A turn is known by the message it writes.
///
/// @param id the id of the assistant's message
/// @param questionId the id of the newest message before it: what it answers
/// @param contract which contract started it
/// @param model the model asked for, as it was asked for; empty for the server's default
/// @param answeredBy `provider/model` that answers; empty until one does
/// @param nanoDollars the price in 10⁻⁹ US dollars; empty where the model's price is not known
/// @param attempts how often a provider was called
/// @param omittedMessages how many messages of the history the model did not see, because they did
///   not fit
/// @param finishReason `stop`, `length`, `content_filter`, `tool_calls`; empty until the model
///   finished by itself
public record Turn(
        long id,
        long accountId,
        long conversationId,
        long questionId,
        String contract,
        Optional<String> model,
        Optional<String> answeredBy,
        MessageStatus status,
        Usage usage,
        OptionalLong nanoDollars,
        int attempts,
        int omittedMessages,
        Optional<String> finishReason,
        Optional<Failure> failure,
        Instant startedAt,
        Optional<Instant> finishedAt) {

    /// Why a turn failed.
    ///
    /// @param retryAfter the time after which trying again makes sense, for whoever waits for the
    ///   turn; it is not stored, since it would be over
    public record Failure(ErrorCode code, String sentence, Optional<Duration> retryAfter) {
        public Failure(ErrorCode code, String sentence) {
            this(code, sentence, Optional.empty());
        }

        static Failure of(AppException problem) {
            return new Failure(problem.code(), problem.sentence(), problem.retryAfter());
        }
    }
}
