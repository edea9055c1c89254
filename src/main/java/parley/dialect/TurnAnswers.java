package parley.dialect;

import java.util.Optional;
import parley.conversation.Turn;
import parley.conversation.TurnHandle;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.RateHeaders;

/// Turns that are answered in one piece.
public final class TurnAnswers {
    private TurnAnswers() {}

    /// Waits for the end of a turn, and tells in the answer's headers which turn it was and who
    /// answered. A client that goes away ends nothing: the turn goes on and its text is kept.
    ///
    /// @throws AppException if the turn failed, or the server stopped before it ended; what was
    ///   said is kept
    public static TurnHandle.Answer await(Exchange exchange, TurnHandle handle)
            throws InterruptedException {
        RateHeaders.set(exchange, handle.limits(), RateHeaders.Family.GENERAL);
        TurnHandle.Answer answer = handle.await();
        setHeaders(exchange, answer.turn());
        failure(answer.turn());
        return answer;
    }

    /// `X-Turn-Id`, and `X-Model-Used` once it is known.
    public static void setHeaders(Exchange exchange, Turn turn) {
        exchange.setHeader("X-Turn-Id", Long.toString(turn.id()));
        turn.answeredBy().ifPresent(name -> exchange.setHeader("X-Model-Used", name));
    }

    /// Throws what stands against showing the turn as an answer: its failure, or the stop of the
    /// server.
    static void failure(Turn turn) {
        Optional<AppException> problem = problemOf(turn);
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    /// What stands against showing the turn as a whole answer; nothing if it is complete, or was
    /// stopped on purpose.
    public static Optional<AppException> problemOf(Turn turn) {
        return switch (turn.status()) {
            case FAILED -> Optional.of(problem(turn));
            case INTERRUPTED ->
                    Optional.of(
                            new AppException(
                                    ErrorCode.UNAVAILABLE,
                                    "The server stopped while it answered. The text so far is kept; turn %d can be continued."
                                            .formatted(turn.id())));
            case COMPLETE, CANCELLED, QUEUED, RUNNING -> Optional.empty();
        };
    }

    /// Why a turn failed, as it may be shown.
    public static AppException problem(Turn turn) {
        Turn.Failure failure =
                turn.failure()
                        .orElse(
                                new Turn.Failure(
                                        ErrorCode.INTERNAL, "The answer failed. Try again."));
        AppException problem = new AppException(failure.code(), failure.sentence());
        return failure.retryAfter().map(problem::retryAfter).orElse(problem);
    }
}
