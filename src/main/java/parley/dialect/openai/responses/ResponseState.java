package parley.dialect.openai.responses;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import parley.conversation.Turn;
import parley.error.ErrorCode;
import parley.llm.Usage;

/// Where a response stands, beside its output and what was asked for.
///
/// @param completedAt when it completed; empty if it ended otherwise
/// @param usage empty while it is being written
/// @param conversation the id of its conversation on the wire; empty if it is not kept
record ResponseState(
        String id,
        Instant createdAt,
        Optional<Instant> completedAt,
        Status status,
        Optional<ResponseObject.Problem> problem,
        Optional<String> incompleteReason,
        String model,
        Optional<Usage> usage,
        Optional<String> conversation,
        int omittedMessages) {

    enum Status {
        QUEUED,
        IN_PROGRESS,
        COMPLETED,
        INCOMPLETE,
        CANCELLED,
        FAILED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ResponseState of(Turn turn) {
        Status status = status(turn);
        return new ResponseState(
                ItemIds.response(turn.id()),
                turn.startedAt(),
                turn.finishedAt().filter(_ -> status == Status.COMPLETED),
                status,
                turn.failure().filter(_ -> status == Status.FAILED).map(ResponseState::problem),
                incompleteReason(turn),
                turn.answeredBy().or(turn::model).orElse(""),
                turn.status().isEnd() ? Optional.of(turn.usage()) : Optional.empty(),
                Optional.of(ItemIds.conversation(turn.conversationId())),
                turn.omittedMessages());
    }

    /// The same response as it was when it began.
    ResponseState begun(Status asItWas) {
        return new ResponseState(
                id,
                createdAt,
                Optional.empty(),
                asItWas,
                Optional.empty(),
                Optional.empty(),
                model,
                Optional.empty(),
                conversation,
                0);
    }

    /// The reason in the API's terms why a model that stopped by itself did not say all; empty if
    /// it did.
    static Optional<String> cutBy(String finishReason) {
        return switch (finishReason) {
            case "length" -> Optional.of("max_output_tokens");
            case "content_filter" -> Optional.of("content_filter");
            default -> Optional.empty();
        };
    }

    /// The failure in the API's terms.
    static ResponseObject.Problem problem(ErrorCode code, String sentence) {
        String wireCode =
                switch (code) {
                    case RATE_LIMITED -> "rate_limit_exceeded";
                    case INVALID_REQUEST, UNPROCESSABLE, TOO_LARGE -> "invalid_prompt";
                    case UNAUTHENTICATED,
                            FORBIDDEN,
                            NOT_FOUND,
                            METHOD_NOT_ALLOWED,
                            CONFLICT,
                            UNSUPPORTED_MEDIA_TYPE,
                            MISDIRECTED,
                            HEADERS_TOO_LARGE,
                            INTERNAL,
                            PROVIDER_FAILED,
                            UNAVAILABLE,
                            PROVIDER_TIMEOUT,
                            STORAGE_FULL ->
                            "server_error";
                };
        return new ResponseObject.Problem(wireCode, sentence);
    }

    private static ResponseObject.Problem problem(Turn.Failure failure) {
        return problem(failure.code(), failure.sentence());
    }

    private static Status status(Turn turn) {
        return switch (turn.status()) {
            case QUEUED -> Status.QUEUED;
            case RUNNING -> Status.IN_PROGRESS;
            case COMPLETE ->
                    incompleteReason(turn).isPresent() ? Status.INCOMPLETE : Status.COMPLETED;
            case INTERRUPTED -> Status.INCOMPLETE;
            case CANCELLED -> Status.CANCELLED;
            case FAILED -> Status.FAILED;
        };
    }

    private static Optional<String> incompleteReason(Turn turn) {
        return switch (turn.status()) {
            case COMPLETE -> turn.finishReason().flatMap(ResponseState::cutBy);
            // Not one of OpenAI's reasons: the server stopped while it answered.
            case INTERRUPTED -> Optional.of("interrupted");
            case QUEUED, RUNNING, CANCELLED, FAILED -> Optional.empty();
        };
    }
}
