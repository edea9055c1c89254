package parley.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.RelayTest;
import parley.dialect.SseEvent;
import parley.dialect.SseReader;
import parley.dialect.WireAnswer;
import parley.testing.ReceivedRequest;
import parley.testing.Reply;

/// What clients see of providers that misbehave, and what providers see of clients that leave.
final class MisbehaviourTest extends RelayTest {
    private static final String PATH = "/v1/chat/completions";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailureBeforeTheFirstWordIsAnsweredWithItsStatus(boolean stream) throws Exception {
        provider.next(Reply.status(500, "{\"error\":{\"message\":\"Out of order.\"}}"));

        WireAnswer answer = client.post(PATH, body(stream));

        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.json().at("/error/type").stringValue()).isEqualTo("server_error");
        assertThat(answer.json().at("/error/message").stringValue()).isNotBlank();
        assertThat(answer.json().get("error").propertyNames())
                .containsExactly("message", "type", "param", "code");
        assertThat(answer.header("X-Model-Used")).isEqualTo("openai/scripted");
        assertThat(answer.headers().firstValue("x-should-retry")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProviderThatIsBusyIsA429WithItsTime(boolean stream) throws Exception {
        provider.next(
                Reply.status(
                        429, "Retry-After: 7\r\n", "{\"error\":{\"message\":\"Slow down.\"}}"));

        WireAnswer answer = client.post(PATH, body(stream));

        assertThat(answer.status()).as(answer.text()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.json().at("/error/code").stringValue()).isEqualTo("rate_limit_exceeded");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRequestThatTheProviderRefusesIsNotToBeRepeated(boolean stream) throws Exception {
        provider.next(Reply.status(400, "{\"error\":{\"message\":\"Too long.\"}}"));

        WireAnswer answer = client.post(PATH, body(stream));

        assertThat(answer.status()).as(answer.text()).isEqualTo(502);
        assertThat(answer.header("x-should-retry")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageInsteadOfAnAnswerIsAProvidersFailure(boolean stream) throws Exception {
        provider.next(Reply.html());

        WireAnswer answer = client.post(PATH, body(stream));

        assertThat(answer.status()).as(answer.text()).isEqualTo(502);
    }

    @Test
    void afterTheFirstWordAFailureIsTheLastEvent() throws Exception {
        List<Reply> breaks =
                List.of(
                        Reply.event("{\"error\":{\"message\":\"Overloaded.\",\"code\":500}}")
                                .then(Reply.close()),
                        Reply.close(),
                        Reply.reset(),
                        Reply.event("{\"choices\": [").then(Reply.done()));
        for (Reply broken : breaks) {
            provider.next(Reply.streamHead().then(Reply.tokens("Hel")).then(broken));

            List<SseEvent> events = stream();

            assertThat(events.get(1).data()).contains("\"content\":\"Hel\"");
            assertThat(events.getLast().name()).isEqualTo("error");
            assertThat(events.getLast().json().at("/error/message").stringValue()).isNotBlank();
            assertThat(events).noneMatch(event -> event.data().equals("[DONE]"));
            assertThat(events.toString()).doesNotContain("\"finish_reason\":\"");
        }
    }

    @Test
    void wrongCountsOfTokensAreNotPassedOnAsTheyAre() throws Exception {
        provider.next(
                Reply.streamHead()
                        .then(Reply.tokens("Hel", "lo"))
                        .then(Reply.finish("stop"))
                        .then(Reply.usage(7, 1))
                        .then(Reply.usage(7, 2))
                        .then(Reply.done()));

        List<SseEvent> events = stream(", \"stream_options\": {\"include_usage\": true}");

        assertThat(events.get(events.size() - 2).json().at("/usage/total_tokens").intValue())
                .isEqualTo(9);
    }

    @Test
    void aSlowAnswerArrivesWhole() throws Exception {
        provider.next(Reply.paced(Duration.ofMillis(30), "a", "b", "c"));

        assertThat(stream().toString()).contains("\"a\"", "\"b\"", "\"c\"", "[DONE]");
    }

    @Test
    void aSilentProviderIsHeardOfByComments() throws Exception {
        provider.next(
                Reply.streamHead()
                        .then(Reply.pause(Duration.ofSeconds(11)))
                        .then(Reply.tokens("a"))
                        .then(Reply.finish("stop"))
                        .then(Reply.done()));

        try (SseReader reader = client.open("POST", PATH, body(true))) {
            assertThat(reader.rest()).extracting(SseEvent::name).containsOnly("");
            assertThat(reader.comments()).containsExactly("keep-alive");
            assertThat(reader.header("X-Model-Used")).isEqualTo("openai/scripted");
        }
    }

    @Test
    void aClientThatLeavesItsStreamEndsTheProvidersCall() throws Exception {
        provider.next(Reply.streamHead().then(Reply.tokens("Hel")).then(Reply.hang()));
        AtomicLong left = new AtomicLong();

        askAndLeave(PATH, body(true), "Hel", () -> left.set(System.nanoTime()));

        assertThat(provider.awaitRequest().awaitAbort(left.get())).isLessThan(SOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"n\": 2"})
    void aClientThatLeavesBeforeTheFirstWordEndsTheProvidersCall(String more) throws Exception {
        for (boolean stream : List.of(true, false)) {
            int calls = more.isEmpty() ? 1 : 2;
            provider.next(calls, Reply.hang());
            AtomicLong left = new AtomicLong();
            ReceivedRequest[] asked = new ReceivedRequest[calls];

            askAndLeave(
                    PATH,
                    body(stream, more),
                    "",
                    () -> {
                        for (int i = 0; i < calls; i++) {
                            asked[i] = nextRequest();
                        }
                        left.set(System.nanoTime());
                    });

            for (ReceivedRequest request : asked) {
                assertThat(request.awaitAbort(left.get())).isLessThan(SOON);
            }
        }
    }

    @Test
    void aClientThatLeavesAStoredAnswerEndsNothing() throws Exception {
        provider.next(
                Reply.streamHead()
                        .then(Reply.tokens("Hel"))
                        .then(Reply.pause(Duration.ofMillis(500)))
                        .then(Reply.tokens("lo"))
                        .then(Reply.finish("stop"))
                        .then(Reply.done()));

        StringBuilder id = new StringBuilder();
        try (SseReader reader = client.open("POST", PATH, body(true, ", \"store\": true"))) {
            id.append(reader.take().json().get("id").stringValue());
        }

        assertThat(
                        client.get(PATH + "/" + id)
                                .json()
                                .at("/choices/0/message/content")
                                .stringValue())
                .isEqualTo("Hello");
    }

    @Test
    void theNextRequestOfTheSameConnectionIsAnsweredAfterAFailure() throws Exception {
        provider.next(Reply.status(500, "{}")).next(Reply.answer("Hello"));

        client.post(PATH, body(true));

        assertThat(
                        client.post(PATH, body(false))
                                .json()
                                .at("/choices/0/message/content")
                                .stringValue())
                .isEqualTo("Hello");
    }

    @Test
    void aStoppingServerSaysThatTheAnswerIsNotWhole() throws Exception {
        try (parley.testing.TestServer other =
                        parley.testing.TestServer.start("builtin.faults=true");
                parley.dialect.WireClient user =
                        new parley.dialect.WireClient(other.url(), java.util.Optional.empty());
                SseReader reader =
                        user.open(
                                "POST",
                                PATH,
                                """
                                {"stream": true, "messages": [{"role": "user",
                                  "content": "/fault silence-after 1"}]}
                                """)) {
            assertThat(reader.take().data()).contains("assistant");
            other.restart();

            assertThat(reader.rest().getLast().json().at("/error/message").stringValue())
                    .contains("stopping");
        }
    }

    private List<SseEvent> stream(String... more) throws InterruptedException {
        try (SseReader reader = client.open("POST", PATH, body(true, String.join("", more)))) {
            return reader.rest();
        }
    }

    private static String body(boolean stream) {
        return body(stream, "");
    }

    private static String body(boolean stream, String more) {
        return """
        {"model": "openai/scripted", "stream": %s,
         "messages": [{"role": "user", "content": "Hi"}]%s}
        """
                .formatted(stream, more);
    }
}
