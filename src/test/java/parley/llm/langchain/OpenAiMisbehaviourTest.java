package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.ProviderException;
import parley.llm.ProviderException.Kind;
import parley.llm.RecordedEvents;
import parley.testing.ProviderWire;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;

/// What becomes of everything a provider can do wrong.
class OpenAiMisbehaviourTest {
    private static final String KEY = "sk-canary-000111222333";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final ScriptedProvider server = ScriptedProvider.start();
    private final RecordedEvents events = new RecordedEvents();

    @AfterEach
    void stopServer() {
        server.close();
    }

    private ProviderException failureOf(Reply reply, boolean streamed) {
        server.next(reply);
        return failureAt(server.baseUrl(), KEY, streamed);
    }

    private ProviderException failureAt(URI baseUrl, String key, boolean streamed) {
        OpenAiProvider provider =
                new OpenAiProvider(
                        new OpenAiSettings(true, key, baseUrl, ""), InstantSource.fixed(NOW));
        ProviderException failure =
                catchThrowableOfType(
                        ProviderException.class,
                        () -> provider.run(OpenAiProviderTest.request("Hi", streamed), events));
        assertThat(failure).as("the failure").isNotNull();
        assertThat(failure.sentence())
                .doesNotContain(KEY)
                .doesNotContain("Exception")
                .matches("(?s).*[.!…]");
        assertThat(server.requests()).as("one attempt at most").hasSizeLessThanOrEqualTo(1);
        return failure;
    }

    private static Reply begun() {
        return Reply.streamHead().then(Reply.tokens("Once", " upon"));
    }

    private void awaitText() throws IOException {
        try {
            events.awaitText();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aStreamThatStopsInTheMiddleIsNoAnswer() {
        ProviderException failure = failureOf(begun().then(Reply.close()), true);

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(failure.sentence()).contains("before its answer ended");
        assertThat(events.text()).isEqualTo("Once upon");
    }

    @Test
    void aStreamThatEndsWithoutSayingSoIsNoAnswer() {
        ProviderException failure = failureOf(begun().then(ProviderWire::lastChunk), true);

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(failure.sentence()).contains("ended its stream before its answer ended");
    }

    @Test
    void aResetInMidStreamIsAnOutage() {
        Reply resetWhenHeard =
                begun().then(ProviderWire::flush).then(_ -> awaitText()).then(Reply.reset());

        ProviderException failure = failureOf(resetWhenHeard, true);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(events.text()).isEqualTo("Once upon");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResetBeforeTheAnswerIsAnOutage(boolean streamed) {
        assertThat(failureOf(Reply.reset(), streamed).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionClosedBeforeTheAnswerIsNoAnswer(boolean streamed) {
        assertThat(failureOf(Reply.close(), streamed).kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @Test
    void aBodyThatIsShorterThanItSaysIsNoAnswer() {
        Reply cut =
                Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"choices\":[")
                        .then(Reply.close());

        assertThat(failureOf(cut, false).kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @ParameterizedTest
    @CsvSource({
        "400,REFUSED", "401,UNAUTHORIZED", "403,UNAUTHORIZED", "404,REFUSED", "408,UNAVAILABLE",
        "413,REFUSED", "422,REFUSED", "429,RATE_LIMITED", "500,UNAVAILABLE", "502,UNAVAILABLE",
        "503,UNAVAILABLE", "529,UNAVAILABLE"
    })
    void everyStatusHasItsKind(int status, Kind kind) {
        ProviderException failure =
                failureOf(Reply.status(status, "{\"error\":{\"message\":\"So it is\"}}"), true);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.sentence()).contains(String.valueOf(status));
        assertThat(failure.retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "12,PT12S",
        "0,PT0S",
        "'Thu, 01 Jan 2026 00:00:30 GMT',PT30S",
        "'Wed, 31 Dec 2025 23:59:30 GMT',PT0S"
    })
    void theTimeToWaitIsReadInBothForms(String header, Duration wait) {
        ProviderException failure =
                failureOf(Reply.status(429, "Retry-After: %s\r\n".formatted(header), "{}"), false);

        assertThat(failure.retryAfter()).contains(wait);
    }

    @Test
    void aTimeToWaitThatMakesNoSenseIsNone() {
        assertThat(failureOf(Reply.status(503, "Retry-After: soon\r\n", ""), true).retryAfter())
                .isEmpty();
    }

    @Test
    void anExhaustedQuotaIsNotTriedAgain() {
        ProviderException failure =
                failureOf(Reply.status(429, Reply.recorded("error-quota.json")), true);

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.sentence())
                .contains("no quota left")
                .contains("You exceeded your current quota");
    }

    @Test
    void aRefusedKeyIsSaidWithoutTheKey() {
        ProviderException failure =
                failureOf(Reply.status(401, Reply.recorded("error-key.json")), true);

        assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
        assertThat(failure.sentence())
                .isEqualTo(
                        "The model provider openai refused the API key (401). Set OPENAI_API_KEY to a valid key.");
    }

    @Test
    void aKeyInTheProvidersMessageIsMasked() {
        ProviderException failure =
                failureOf(
                        Reply.status(
                                400,
                                "{\"error\":{\"message\":\"Bad key %s and sk-proj-abcdefgh\"}}"
                                        .formatted(KEY)),
                        true);

        assertThat(failure.sentence()).contains("Bad key *** and ***.");
    }

    @Test
    void aLongMessageIsShortened() {
        ProviderException failure =
                failureOf(
                        Reply.status(
                                400, "{\"detail\":\"%s\"}".formatted("long\\n ".repeat(2_000))),
                        true);

        assertThat(failure.sentence()).hasSizeLessThan(400).contains("long long");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        try (ScriptedProvider elsewhere = ScriptedProvider.start()) {
            ProviderException failure =
                    failureOf(
                            Reply.status(
                                    status,
                                    "Location: %s/chat/completions\r\n"
                                            .formatted(elsewhere.baseUrl()),
                                    ""),
                            true);

            assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
            assertThat(failure.sentence()).contains("OPENAI_BASE_URL");
            assertThat(elsewhere.connectionCount()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWebPageIsNoAnswer(boolean streamed) {
        assertThat(failureOf(Reply.html(), streamed).kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"choices\":[{\"delta\"", "garbage", "[1]", "{\"choices\":7}"})
    void aPieceThatCannotBeReadEndsTheAnswerAtOnce(String piece) {
        ProviderException failure =
                failureOf(begun().then(Reply.event(piece)).then(Reply.hang()), true);

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(events.text()).isEqualTo("Once upon");
    }

    @Test
    void anErrorInMidStreamEndsTheAnswerAtOnce() {
        Reply stream =
                Reply.streamHead()
                        .then(wire -> wire.chunk(Reply.recorded("error-in-stream.sse")))
                        .then(Reply.hang());

        ProviderException failure = failureOf(stream, true);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.sentence()).contains("The server had an error");
        assertThat(events.text()).isEqualTo("The mean");
    }

    @Test
    void anErrorMayBeAnEventOfThatName() {
        Reply stream =
                begun().then(wire ->
                                wire.chunk(
                                        "event: error\ndata: {\"error\":{\"type\":\"overloaded_error\"}}\n\n"))
                        .then(Reply.hang());

        assertThat(failureOf(stream, true).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "rate_limit_exceeded,RATE_LIMITED,true",
        "insufficient_quota,REFUSED,false",
        "invalid_request_error,REFUSED,true",
        "invalid_api_key,UNAUTHORIZED,false",
        "502,UNAVAILABLE,true",
        "something_new,BAD_RESPONSE,false"
    })
    void anErrorWithAGoodStatusHasItsKind(String code, Kind kind, boolean streamed) {
        String error = "{\"error\":{\"message\":\"No\",\"code\":\"%s\"}}".formatted(code);

        assertThat(failureOf(Reply.json(error), streamed).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"choices\":[]}",
                "{\"choices\":[{}]}",
                "{\"choices\":[null]}",
                "[]"
            })
    void anAnswerWithoutAnAnswerIsNone(String body) {
        assertThat(failureOf(Reply.json(body), false).kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @Test
    void aStreamOfEmptyChoicesIsNoAnswer() {
        Reply stream =
                Reply.streamHead()
                        .then(Reply.event("{\"choices\":[]}"))
                        .then(Reply.event("{\"choices\":[]}"))
                        .then(ProviderWire::lastChunk);

        assertThat(failureOf(stream, true).kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLineWithoutEndIsGivenUp(boolean streamed) {
        Reply endless =
                wire -> {
                    wire.streamHead();
                    byte[] part = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
                    while (true) {
                        wire.chunk(part);
                    }
                };

        ProviderException failure = failureOf(endless, streamed);

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(failure.sentence()).contains("longer than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "220 mail.example ESMTP\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n"
            })
    void whatIsNotHttpIsNoAnswer(String response) {
        assertThat(failureOf(Reply.raw(response).then(Reply.hang()), true).kind())
                .isEqualTo(Kind.BAD_RESPONSE);
    }

    @Test
    void aHeadWithoutEndIsGivenUp() {
        Reply endless =
                wire -> {
                    wire.text("HTTP/1.1 200 OK\r\n");
                    while (true) {
                        wire.text("X-More: and more\r\n");
                    }
                };

        assertThat(failureOf(endless, true).kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @Test
    void nobodyListeningIsAnOutage() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        ProviderException failure =
                failureAt(URI.create("http://127.0.0.1:%d/v1".formatted(port)), "", true);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.sentence())
                .contains("127.0.0.1:%d refuses the connection".formatted(port))
                .contains("OPENAI_BASE_URL");
    }

    @Test
    void aHostThatDoesNotExistIsAnOutage() {
        ProviderException failure =
                failureAt(URI.create("http://no-such-host.invalid/v1"), "", false);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.sentence()).contains("there is no host no-such-host.invalid");
    }

    @Test
    void interimResponsesArePassedOver() throws InterruptedException {
        server.next(
                Reply.raw("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n").then(Reply.answer("Hi")));

        new OpenAiProvider(
                        new OpenAiSettings(true, "", server.baseUrl(), ""),
                        InstantSource.fixed(NOW))
                .run(OpenAiProviderTest.request("Hi", false), events);

        assertThat(events.text()).isEqualTo("Hi");
    }
}
