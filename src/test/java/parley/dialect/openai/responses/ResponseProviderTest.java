package parley.dialect.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.SseReader;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.ReceivedRequest;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// Responses over a provider: what it is asked, and what becomes of its failures.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResponseProviderTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private final ScriptedProvider provider = ScriptedProvider.start();
    private final TestServer server =
            TestServer.start("openai.base.url=" + provider.baseUrl(), "openai.model=scripted");
    private final WireClient client = new WireClient(server.url(), Optional.empty());

    @AfterAll
    void stop() {
        client.close();
        server.close();
        provider.close();
    }

    @Test
    void aClientThatLeavesEndsWhatIsNotKept() throws Exception {
        provider.when(
                "leave me"::equals,
                Reply.streamHead().then(Reply.tokens("One", " two")).then(Reply.hang()));
        try (SseReader stream =
                client.open(
                        "POST",
                        "/v1/responses",
                        "{\"input\": \"leave me\", \"stream\": true, \"store\": false}")) {
            awaitDelta(stream);
        }
        long left = System.nanoTime();

        assertThat(request("leave me").awaitAbort(left)).isLessThan(TWO_SECONDS);
    }

    @Test
    void aCancelReachesTheProvider() throws Exception {
        provider.when(
                "cancel me"::equals,
                Reply.streamHead().then(Reply.tokens("One", " two")).then(Reply.hang()));
        try (SseReader stream =
                client.open(
                        "POST",
                        "/v1/responses",
                        "{\"input\": \"cancel me\", \"stream\": true, \"background\": true}")) {
            String id = stream.take().json().at("/response/id").stringValue();
            awaitDelta(stream);
            long asked = System.nanoTime();
            client.call("POST", "/v1/responses/" + id + "/cancel", "");

            assertThat(request("cancel me").awaitAbort(asked)).isLessThan(TWO_SECONDS);
            assertThat(stream.rest().getLast().name()).isEqualTo("response.incomplete");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerThatWasCutSaysSo(boolean store) throws Exception {
        provider.when(
                "be long"::equals,
                Reply.streamHead()
                        .then(Reply.tokens("Once", " upon"))
                        .then(Reply.finish("length"))
                        .then(Reply.usage(3, 2))
                        .then(Reply.done()));

        List<JsonNode> events =
                ResponseStreams.create(
                        client,
                        """
                        {"input": "be long", "stream": true, "store": %s,
                         "max_output_tokens": 2}
                        """
                                .formatted(store));

        JsonNode last = events.getLast();
        assertThat(ResponseStreams.type(last)).isEqualTo("response.incomplete");
        assertThat(last.at("/response/incomplete_details/reason").stringValue())
                .isEqualTo("max_output_tokens");
        assertThat(last.at("/response/usage/output_tokens").intValue()).isEqualTo(2);
        assertThat(ResponseStreams.text(events)).isEqualTo("Once upon");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProviderThatBreaksOffIsToldInTheStream(boolean store) throws Exception {
        provider.when(
                "break off"::equals,
                Reply.streamHead().then(Reply.tokens("Once", " upon")).then(Reply.reset()));

        List<JsonNode> events =
                ResponseStreams.create(
                        client,
                        "{\"input\": \"break off\", \"stream\": true, \"store\": %s}"
                                .formatted(store));

        assertThat(ResponseStreams.type(events.getLast())).isEqualTo("response.failed");
        assertThat(ResponseStreams.text(events)).isEqualTo("Once upon");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLimitOfTheProvidersIsTold(boolean store) throws Exception {
        provider.when(
                "too much"::equals, Reply.status(400, "{\"error\": {\"message\": \"Too long.\"}}"));

        WireAnswer answer =
                client.post(
                        "/v1/responses",
                        "{\"input\": \"too much\", \"store\": %s}".formatted(store));

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.json().at("/error/message").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theProviderSeesWhatWasSaid(boolean store) throws Exception {
        provider.when("see this"::equals, Reply.answer("Seen."));

        client.post(
                "/v1/responses",
                """
                {"instructions": "Be brief.", "store": %s, "temperature": 0.5,
                 "max_output_tokens": 77, "input": [
                  {"role": "user", "content": "Hello"},
                  {"role": "assistant", "content": "Hi."},
                  {"role": "user", "content": "see this"}]}
                """
                        .formatted(store));

        JsonNode asked = request("see this").json();
        assertThat(asked.get("temperature").doubleValue()).isEqualTo(0.5);
        assertThat(asked.toString()).contains("77");
        assertThat(
                        asked.get("messages").values().stream()
                                .map(message -> message.get("role").stringValue()))
                .containsExactly("system", "user", "assistant", "user");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheModelThinksIsAnItemOfItsOwn(boolean store) throws Exception {
        provider.when(
                "think"::equals,
                Reply.streamHead()
                        .then(thought("Let me"))
                        .then(thought(" see."))
                        .then(Reply.tokens("It", " is."))
                        .then(Reply.finish("stop"))
                        .then(Reply.usage(3, 9))
                        .then(Reply.done()));

        List<JsonNode> events =
                ResponseStreams.create(
                        client,
                        """
                        {"input": "think", "stream": true, "store": %s,
                         "reasoning": {"effort": "low", "summary": "auto"},
                         "include": ["reasoning.encrypted_content"]}
                        """
                                .formatted(store));

        assertThat(ResponseStreams.types(events).stream().distinct())
                .contains(
                        "response.reasoning_summary_part.added",
                        "response.reasoning_summary_text.delta",
                        "response.reasoning_summary_text.done",
                        "response.reasoning_summary_part.done");
        JsonNode response = events.getLast().get("response");
        assertThat(ResponseStreams.ofType(events, "response.output_item.done"))
                .extracting(done -> done.get("item"))
                .containsExactlyElementsOf(response.get("output").values());
        JsonNode reasoning = response.at("/output/0");
        assertThat(reasoning.get("type").stringValue()).isEqualTo("reasoning");
        assertThat(reasoning.at("/summary/0/text").stringValue()).isEqualTo("Let me see.");
        assertThat(reasoning.get("encrypted_content").stringValue()).isNotBlank();
        assertThat(ResponseStreams.outputText(response)).isEqualTo("It is.");
        if (store) {
            String id = response.get("id").stringValue();
            assertThat(client.get("/v1/responses/" + id).json()).isEqualTo(response);
        }

        WireAnswer next =
                client.post(
                        "/v1/responses",
                        """
                        {"store": %s, "input": [{"role": "user", "content": "think"}, %s, %s,
                          {"role": "user", "content": "and now?"}]}
                        """
                                .formatted(store, reasoning, response.at("/output/1")));
        assertThat(next.status()).as(next.text()).isEqualTo(200);
        assertThat(
                        request("and now?").json().get("messages").values().stream()
                                .map(message -> message.get("role").stringValue()))
                .containsExactly("user", "assistant", "user");
    }

    private static Reply thought(String text) {
        return Reply.event(
                """
                {"id":"c","object":"chat.completion.chunk","created":1,"model":"scripted",\
                "choices":[{"index":0,"delta":{"reasoning_content":"%s"},"finish_reason":null}]}\
                """
                        .formatted(text));
    }

    private ReceivedRequest request(String lastMessage) {
        return provider.requests().stream()
                .filter(request -> request.lastMessage().equals(lastMessage))
                .reduce((_, latest) -> latest)
                .orElseThrow();
    }

    private static void awaitDelta(SseReader stream) {
        String name = "";
        while (!name.equals("response.output_text.delta")) {
            name = stream.take().name();
        }
    }
}
