package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import parley.error.AppException;
import parley.error.ErrorCode;

final class ProblemsTest {
    private final Logger logger = Logger.getLogger(Problems.class.getName());
    private final Recorder log = new Recorder();

    /// Keeps what is logged.
    private static final class Recorder extends Handler {
        final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listenToTheLog() {
        logger.addHandler(log);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void leaveTheLog() {
        logger.removeHandler(log);
        logger.setUseParentHandlers(true);
    }

    private static RawResponse answerOf(parley.http.Handler handler) {
        try (TestServer server = TestServer.start(Route.get("/v1/x", Access.OPEN, handler))) {
            return server.send("GET /v1/x HTTP/1.1\nHost: localhost\nX-Request-Id: my-id\n\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureWithACodeHasItsStatusAndItsSentence(ErrorCode code) {
        RawResponse response =
                answerOf(_ -> {
                    throw new AppException(code, "It is so.");
                });

        assertThat(response.status()).isEqualTo(code.httpStatus());
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
        assertThat(response.body()).isEqualTo("{\"error\":\"It is so.\"}");
        assertThat(log.lines).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "999, 1", "1000, 1", "1001, 2", "61000, 61"})
    void theTimeToWaitIsInWholeSeconds(long millis, String seconds) {
        RawResponse response =
                answerOf(_ -> {
                    throw new AppException(ErrorCode.RATE_LIMITED, "Too much.")
                            .retryAfter(Duration.ofMillis(millis));
                });

        assertThat(response.header("Retry-After")).isEqualTo(seconds);
    }

    @Test
    void anythingElseIsLoggedOnceAndNotShown() {
        RawResponse response =
                answerOf(_ -> {
                    throw new IllegalStateException(
                            "secret\nSEVERE: forged line", new Error("inner\u001b[0m"));
                });

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.problem())
                .isEqualTo(
                        "Something went wrong inside the server. Its log says more under the request"
                                + " id my-id.");
        assertThat(log.lines).hasSize(1);
        assertThat(log.lines.getFirst())
                .startsWith(
                        "Request my-id failed: java.lang.IllegalStateException: secret\\u000aSEVERE:")
                .contains("\n    at parley.http.ProblemsTest")
                .contains("\n  caused by java.lang.Error: inner\\u001b[0m");
    }

    @Test
    void evenAnErrorOfTheMachineIsAnswered() {
        RawResponse response =
                answerOf(_ -> {
                    throw new StackOverflowError();
                });

        assertThat(response.status()).isEqualTo(500);
    }

    @Test
    void whatLiesBehindAFailureOfOthersIsLoggedInOneLine() {
        RawResponse response =
                answerOf(_ -> {
                    throw new AppException(
                            ErrorCode.PROVIDER_FAILED,
                            "The provider failed.",
                            new IllegalStateException("http://inner\nforged"));
                });

        assertThat(response.body()).doesNotContain("inner");
        assertThat(log.lines)
                .containsExactly(
                        "Request my-id failed: The provider failed. Cause:"
                                + " java.lang.IllegalStateException: http://inner\\u000aforged");
    }

    @Test
    void aHandlerThatDoesNotAnswerIsAFailure() {
        assertThat(answerOf(_ -> {}).status()).isEqualTo(500);
        assertThat(log.lines).hasSize(1);
    }

    @Test
    void aFailureAfterTheAnswerChangesNothingOfIt() {
        RawResponse response =
                answerOf(exchange -> {
                    exchange.respond("done");
                    throw new IllegalStateException("too late");
                });

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("\"done\"");
    }

    @Test
    void whatTheHandlerSaidOfTheBodyDoesNotHoldForTheError() {
        RawResponse response =
                answerOf(exchange -> {
                    exchange.setHeader("Content-Disposition", "attachment");
                    exchange.setHeader("Cache-Control", "public");
                    exchange.setHeader("ETag", "\"1\"");
                    exchange.setHeader("X-RateLimit-Remaining", "0");
                    throw new AppException(ErrorCode.RATE_LIMITED, "Too much.");
                });

        assertThat(response.headers()).doesNotContainKeys("Content-Disposition", "ETag");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("X-RateLimit-Remaining")).isEqualTo("0");
    }

    @Test
    void aHeaderCannotForgeAnother() {
        RawResponse response =
                answerOf(exchange -> {
                    exchange.setHeader("X-Title", "a\r\nSet-Cookie: b");
                    exchange.respond("done");
                });

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.headers()).doesNotContainKeys("X-Title", "Set-Cookie");
    }

    @Test
    void anAnswerIsGivenOnce() {
        assertThat(
                        answerOf(
                                        exchange -> {
                                            exchange.respond(201, "first");
                                            exchange.respond("second");
                                        })
                                .body())
                .isEqualTo("\"first\"");
        assertThat(log.lines).hasSize(1);
    }

    @Test
    void aHandlerSetsItsOwnHeaders() {
        RawResponse response =
                answerOf(exchange -> {
                    exchange.setHeader("X-Session-Id", "1");
                    exchange.setHeader("x-session-id", "2");
                    exchange.setHeader("Content-Security-Policy", "sandbox");
                    exchange.setHeader("Vary", "Accept");
                    exchange.respond(201, "text/plain", new byte[] {'a'});
                });

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.header("X-Session-Id")).isEqualTo("2");
        assertThat(response.header("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(response.header("Vary")).isEqualToIgnoringCase("Origin, Accept");
        assertThat(response.header("Content-Type")).isEqualTo("text/plain");
        assertThat(response.body()).isEqualTo("a");
    }
}
