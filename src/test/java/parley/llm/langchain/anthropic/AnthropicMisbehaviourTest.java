package parley.llm.langchain.anthropic;

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
import parley.testing.anthropic.AnthropicReply;

/// What becomes of everything that can go wrong at Anthropic, or at a server that speaks its API.
class AnthropicMisbehaviourTest {
    private static final String KEY = "sk-ant-canary-000111222333";
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
        AnthropicProvider provider =
                new AnthropicProvider(
                        new AnthropicSettings(true, key, baseUrl, ""), InstantSource.fixed(NOW));
        ProviderException failure =
                catchThrowableOfType(
                        ProviderException.class,
                        () -> provider.run(AnthropicProviderTest.request("Hi", streamed), events));
        assertThat(failure).as("the failure").isNotNull();
        assertThat(failure.sentence())
                .doesNotContain(KEY)
                .doesNotContain("OPENAI")
                .doesNotContain("Exception")
                .matches("(?s).*[.!…]");
        assertThat(server.requests()).as("one attempt at most").hasSizeLessThanOrEqualTo(1);
        return failure;
    }

    private static Reply begun() {
        return AnthropicReply.begun("Once", " upon");
    }

    private void awaitText() throws IOException {
        try {
            events.awaitText();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid_request_error,REFUSED",
        "401,authentication_error,UNAUTHORIZED",
        "402,billing_error,REFUSED",
        "403,permission_error,UNAUTHORIZED",
        "404,not_found_error,REFUSED",
        "413,request_too_large,REFUSED",
        "429,rate_limit_error,RATE_LIMITED",
        "500,api_error,UNAVAILABLE",
        "504,timeout_error,UNAVAILABLE",
        "529,overloaded_error,UNAVAILABLE"
    })
    void everyErrorHasItsKindBeforeAndWithinAnAnswer(int status, String type, Kind kind) {
        ProviderException before =
                failureOf(AnthropicReply.error(status, "", type, "So it is"), true);
        assertThat(before.kind()).isEqualTo(kind);
        assertThat(before.sentence()).contains(String.valueOf(status));

        server.next(
                begun().then(
                                AnthropicReply.event(
                                        "error",
                                        "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"So it is\"}}"
                                                .formatted(type)))
                        .then(Reply.hang()));
        AnthropicProvider provider =
                new AnthropicProvider(
                        new AnthropicSettings(true, KEY, server.baseUrl(), ""),
                        InstantSource.fixed(NOW));
        ProviderException within =
                catchThrowableOfType(
                        ProviderException.class,
                        () -> provider.run(AnthropicProviderTest.request("Hi", true), events));
        assertThat(within.kind()).isEqualTo(kind);
        assertThat(events.text()).isEqualTo("Once upon");
    }

    @Test
    void anOverloadInMidStreamIsAnOutage() {
        ProviderException failure =
                failureOf(AnthropicReply.recordedStream("error-in-stream.sse"), true);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.sentence()).contains("Overloaded");
        assertThat(events.text()).isEqualTo("The mean");
    }

    @Test
    void theTimeToWaitIsTold() {
        assertThat(
                        failureOf(
                                        AnthropicReply.error(
                                                429,
                                                "retry-after: 12\r\n",
                                                "rate_limit_error",
                                                "Slow down"),
                                        true)
                                .retryAfter())
                .contains(Duration.ofSeconds(12));
    }

    @Test
    void withoutATimeToWaitTheLimitsThatAreUsedUpTellIt() {
        String limits =
                """
                anthropic-ratelimit-requests-remaining: 3\r
                anthropic-ratelimit-requests-reset: 2026-01-01T01:00:00Z\r
                anthropic-ratelimit-input-tokens-remaining: 0\r
                anthropic-ratelimit-input-tokens-reset: 2026-01-01T00:00:40Z\r
                anthropic-ratelimit-output-tokens-remaining: 0\r
                anthropic-ratelimit-output-tokens-reset: never\r
                """;

        assertThat(
                        failureOf(
                                        AnthropicReply.error(
                                                429, limits, "rate_limit_error", "Slow down"),
                                        false)
                                .retryAfter())
                .contains(Duration.ofSeconds(40));
    }

    @Test
    void aRefusedKeyIsSaidWithoutTheKey() {
        ProviderException failure =
                failureOf(
                        AnthropicReply.error(
                                401, "", "authentication_error", "invalid x-api-key " + KEY),
                        true);

        assertThat(failure.sentence())
                .isEqualTo(
                        "The model provider anthropic refused the API key (401). Set ANTHROPIC_API_KEY to a valid key.");
    }

    @Test
    void aKeyInTheProvidersMessageIsMasked() {
        assertThat(
                        failureOf(
                                        AnthropicReply.error(
                                                400,
                                                "",
                                                "invalid_request_error",
                                                "Bad key " + KEY + " and sk-ant-api03-abcdef"),
                                        true)
                                .sentence())
                .contains("Bad key *** and ***.");
    }

    @Test
    void aModelThatIsNotThereIsSaidWithWhatToCheck() {
        assertThat(
                        failureOf(
                                        AnthropicReply.error(
                                                404, "", "not_found_error", "model: claude-9"),
                                        true)
                                .sentence())
                .contains("model: claude-9")
                .contains("ANTHROPIC_BASE_URL");
    }

    @Test
    void aStreamThatStopsInTheMiddleIsNoAnswer() {
        ProviderException failure = failureOf(begun().then(Reply.close()), true);

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(failure.sentence()).contains("before its answer ended");
        assertThat(events.text()).isEqualTo("Once upon");
    }

    @Test
    void aStreamWithoutTheEndOfItsMessageIsNoAnswer() {
        ProviderException failure =
                failureOf(
                        begun().then(AnthropicReply.blockStop(0))
                                .then(
                                        AnthropicReply.messageDelta(
                                                "end_turn", "{\"output_tokens\":2}"))
                                .then(ProviderWire::lastChunk),
                        true);

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(failure.sentence()).contains("ended its stream before its answer ended");
    }

    @Test
    void aMessageThatDoesNotSayWhyItEndedIsNoAnswer() {
        ProviderException failure =
                failureOf(
                        begun().then(AnthropicReply.blockStop(0))
                                .then(AnthropicReply.messageStop()),
                        true);

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @Test
    void aResetInMidStreamIsAnOutage() {
        Reply resetWhenHeard =
                begun().then(ProviderWire::flush).then(_ -> awaitText()).then(Reply.reset());

        assertThat(failureOf(resetWhenHeard, true).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(events.text()).isEqualTo("Once upon");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResetBeforeTheAnswerIsAnOutage(boolean streamed) {
        assertThat(failureOf(Reply.reset(), streamed).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWebPageIsNoAnswer(boolean streamed) {
        ProviderException failure = failureOf(Reply.html(), streamed);

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"content_bl", "garbage", "[1]", "7"})
    void aPieceThatCannotBeReadEndsTheAnswerAtOnce(String piece) {
        ProviderException failure =
                failureOf(begun().then(Reply.event(piece)).then(Reply.hang()), true);

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(events.text()).isEqualTo("Once upon");
    }

    @Test
    void anErrorWithAGoodStatusIsAnError() {
        String error =
                "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"No\"}}";

        assertThat(failureOf(Reply.json(error), true).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "garbage",
                "{\"content\":7}",
                "{\"content\":[]}",
                "{\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}],\"stop_reason\":null}"
            })
    void anAnswerWithoutAnEndIsNone(String body) {
        assertThat(failureOf(Reply.json(body), false).kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        String piece = "x".repeat(1 << 16);
        Reply endless =
                AnthropicReply.begun()
                        .then(wire -> {
                            while (true) {
                                AnthropicReply.delta(
                                                0,
                                                "{\"type\":\"text_delta\",\"text\":\"%s\"}"
                                                        .formatted(piece))
                                        .play(wire);
                            }
                        });

        ProviderException failure = failureOf(endless, true);

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(failure.sentence()).contains("more than");
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

        assertThat(failureOf(endless, streamed).sentence()).contains("longer than");
    }

    @Test
    void nobodyListeningIsAnOutage() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        ProviderException failure =
                failureAt(URI.create("http://127.0.0.1:%d".formatted(port)), "", true);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.sentence())
                .contains("127.0.0.1:%d refuses the connection".formatted(port))
                .contains("ANTHROPIC_BASE_URL");
    }
}
