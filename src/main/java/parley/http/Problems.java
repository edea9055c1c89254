package parley.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Turns what went wrong into an answer. What the caller cannot have caused is logged, once.
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void answer(HttpExchange exchange, Throwable failure) {
        switch (failure) {
            case ClientGoneException _ -> exchange.abandon();
            case AppException problem -> {
                logCause(exchange, problem);
                answer(exchange, problem.code().httpStatus(), problem);
            }
            case InterruptedException _ ->
                    answer(
                            exchange,
                            new AppException(
                                            ErrorCode.UNAVAILABLE,
                                            "The server is stopping. Try again in a moment.")
                                    .retryAfter(Duration.ofSeconds(5)));
            default -> {
                LOG.error("Request {} failed: {}", exchange.requestId(), LogText.of(failure));
                answer(exchange, unexpected(exchange));
            }
        }
    }

    /// Answers with a status that no error code has.
    static void answer(HttpExchange exchange, int status, AppException problem) {
        if (exchange.isAnswered()) {
            exchange.abandon();
            return;
        }
        ResponseHead head = exchange.responseHead();
        head.forgetBody();
        head.set("Content-Type", "application/json");
        problem.retryAfter().ifPresent(wait -> head.set("Retry-After", wholeSeconds(wait)));
        if (problem.code() == ErrorCode.UNAUTHENTICATED) {
            head.set("WWW-Authenticate", "Bearer");
        }
        Optional<Dialect> dialect = exchange.dialect();
        dialect.ifPresent(
                known -> known.errorHeaders(problem, exchange.requestId()).forEach(head::set));
        RateHeaders.set(exchange, problem.limits(), family(dialect));
        exchange.respondEarly(status, body(dialect, problem));
    }

    static void answer(HttpExchange exchange, AppException problem) {
        answer(exchange, problem.code().httpStatus(), problem);
    }

    private static RateHeaders.Family family(Optional<Dialect> dialect) {
        return dialect.map(Dialect::rateHeaders).orElse(RateHeaders.Family.GENERAL);
    }

    private static byte[] body(Optional<Dialect> dialect, AppException problem) {
        return Json.bytes(
                dialect.map(known -> known.errorBody(problem))
                        .orElseGet(() -> Map.of("detail", problem.sentence())));
    }

    private static AppException unexpected(HttpExchange exchange) {
        return new AppException(
                ErrorCode.INTERNAL,
                "Something went wrong inside the server. Its log says more under the request id %s."
                        .formatted(exchange.requestId()));
    }

    private static void logCause(HttpExchange exchange, AppException problem) {
        if (problem.code().httpStatus() >= 500 && problem.getCause() != null) {
            LOG.warn(
                    "Request {} failed: {}",
                    exchange.requestId(),
                    LogText.oneLine(problem.sentence() + " Cause: " + problem.getCause()));
        }
    }

    private static String wholeSeconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
