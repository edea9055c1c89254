package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.account.Account;
import parley.conversation.NewConversation;
import parley.testing.ReceivedRequest;
import parley.testing.TestServer;
import parley.testing.counterpart.Counterpart;
import parley.testing.counterpart.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A conversation changes its model between any two providers, and every request on the wire is one
/// that its provider takes.
final class ModelMatrixTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String GOING_ON = "And what do you say?";
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static final String QUESTION =
            """
            [{"role": "user", "content": [
              {"type": "input_image", "image_url": "data:image/png;base64,%s"},
              {"type": "input_text", "text": "%s"}]}]
            """
                    .formatted(PICTURE, Counterpart.QUESTION);

    private static final String TOOLS =
            """
            "tools": [{"type": "function", "name": "get_weather",
              "parameters": {"type": "object", "required": ["location"],
                "properties": {"location": {"type": "string"}}}}]
            """;

    private static final Map<Kind, Counterpart> COUNTERPARTS = new EnumMap<>(Kind.class);

    private static TestServer server;
    private static WireClient client;

    @BeforeAll
    static void start() {
        List<String> settings = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind.isRemote()) {
                Counterpart counterpart = Counterpart.start(kind);
                COUNTERPARTS.put(kind, counterpart);
                settings.addAll(counterpart.settings());
            }
        }
        server = TestServer.start(settings.toArray(String[]::new));
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
        COUNTERPARTS.values().forEach(Counterpart::close);
    }

    static Stream<Arguments> switches() {
        return Stream.of(Kind.values())
                .flatMap(from ->
                        Stream.of(Kind.values())
                                .filter(to -> to != from)
                                .flatMap(to ->
                                        Stream.of(
                                                Arguments.of(from, to, true),
                                                Arguments.of(from, to, false))));
    }

    @ParameterizedTest
    @MethodSource("switches")
    void whatOneProviderSaidAnotherCanRead(Kind from, Kind to, boolean streamed) throws Exception {
        long id = newConversation();
        String first = richTurn(id, from, streamed);

        String second = say(id, to, streamed, "\"" + GOING_ON + "\"");

        assertThat(first).contains(from.answer());
        assertThat(second).isNotBlank();
        if (to.isRemote()) {
            assertThat(second).isEqualTo(to.answer());
            checkSent(from, to, first);
        }
    }

    @ParameterizedTest
    @MethodSource("switches")
    void whatAClientKeepsOfOneProviderAnotherCanRead(Kind from, Kind to, boolean streamed)
            throws Exception {
        ArrayNode items = (ArrayNode) JSON.readTree(QUESTION);
        JsonNode asked = create(from, streamed, carrying(items));
        asked.path("output").forEach(items::add);
        items.add(result(call(asked)));
        JsonNode answered = create(from, streamed, carrying(items));
        answered.path("output").forEach(items::add);
        items.addObject().put("role", "user").put("content", GOING_ON);

        JsonNode second = create(to, streamed, carrying(items));

        assertThat(text(second)).isNotBlank();
        if (to.isRemote()) {
            assertThat(text(second)).isEqualTo(to.answer());
            checkSent(from, to, text(answered));
            assertThat(lastRequest(to).wantsStream()).isEqualTo(streamed);
        }
    }

    /// What the other provider received.
    private static void checkSent(Kind from, Kind to, String answer) {
        ReceivedRequest sent = lastRequest(to);
        to.demand(sent.json());
        assertThat(sent.body())
                .contains(Counterpart.QUESTION, GOING_ON)
                .contains(JSON.writeValueAsString(answer))
                .contains("get_weather", "Paris", "temperature")
                .doesNotContain(from.thought())
                .doesNotContain(from.signature());
        if (from.isRemote()) {
            assertThat(sent.body()).contains(from.announcement());
        }
        if (to.sees()) {
            assertThat(sent.body()).contains(PICTURE);
        } else {
            assertThat(sent.body()).doesNotContain(PICTURE).contains("an image was here");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConversationThatComesBackIsReadByItsFirstProvider(boolean streamed) throws Exception {
        List<Kind> way =
                List.of(
                        Kind.ANTHROPIC,
                        Kind.OPENAI,
                        Kind.HUGGINGFACE,
                        Kind.OPENAI,
                        Kind.HUGGINGFACE,
                        Kind.ANTHROPIC);
        long id = newConversation();
        List<String> answers = new ArrayList<>();
        for (Kind kind : way) {
            answers.add(richTurn(id, kind, streamed));
            kind.demand(lastRequest(kind).json());
        }

        assertThat(answers).isEqualTo(way.stream().map(Kind::answer).toList());
        assertThat(lastRequest(Kind.ANTHROPIC).body())
                .as("what it signed itself comes back to it")
                .contains(Kind.ANTHROPIC.signature())
                .doesNotContain(Kind.OPENAI.thought())
                .doesNotContain(Kind.HUGGINGFACE.thought());
        assertThat(new Histories(client).everywhere(id).stream().distinct())
                .as("the same through every contract")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theChatContractChangesTheModelWithEveryMessage(boolean streamed) throws Exception {
        List<Kind> way =
                List.of(
                        Kind.OPENAI,
                        Kind.ANTHROPIC,
                        Kind.HUGGINGFACE,
                        Kind.ANTHROPIC,
                        Kind.HUGGINGFACE,
                        Kind.OPENAI);
        long id = newConversation();
        List<Histories.Said> expected = new ArrayList<>();
        for (Kind kind : way) {
            String question = "Question %d".formatted(expected.size() / 2 + 1);
            WireAnswer answer =
                    client.post(
                            "/v1/chat/stream",
                            """
                            {"model": "%s", "session_id": %d, "stream": %s,
                             "messages": [{"role": "user", "content": "%s"}]}
                            """
                                    .formatted(kind.model(), id, streamed, question));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.header("X-Model-Used")).isEqualTo(kind.model());
            kind.demand(lastRequest(kind).json());
            expected.add(new Histories.Said("user", question));
            expected.add(new Histories.Said("assistant", kind.answer()));
        }

        assertThat(new Histories(client).everywhere(id)).containsOnly(expected);
    }

    /// A picture, thoughts, a call of the tool, its result, and what the model says of it.
    ///
    /// @return that
    private static String richTurn(long id, Kind kind, boolean streamed)
            throws InterruptedException {
        JsonNode asked = create(kind, streamed, within(id, QUESTION));
        return say(id, kind, streamed, "[" + result(call(asked)) + "]");
    }

    private static JsonNode call(JsonNode response) {
        return response.path("output").values().stream()
                .filter(item -> item.path("type").asString().equals("function_call"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No call: " + response));
    }

    private static ObjectNode result(JsonNode call) {
        return JSON.createObjectNode()
                .put("type", "function_call_output")
                .put("call_id", call.get("call_id").stringValue())
                .put("output", "{\"temperature\": 21}");
    }

    private static String say(long id, Kind kind, boolean streamed, String input)
            throws InterruptedException {
        return text(create(kind, streamed, within(id, input)));
    }

    private static String text(JsonNode response) {
        StringBuilder text = new StringBuilder();
        for (JsonNode item : response.path("output")) {
            item.path("content").forEach(part -> text.append(part.path("text").asString("")));
        }
        return text.toString();
    }

    private static String within(long id, String input) {
        return "\"conversation\": \"%d\", \"input\": %s".formatted(id, input);
    }

    private static String carrying(ArrayNode input) {
        return """
        "store": false, "include": ["reasoning.encrypted_content"], "input": %s
        """
                .formatted(input);
    }

    private static JsonNode create(Kind kind, boolean streamed, String fields)
            throws InterruptedException {
        WireAnswer answer =
                client.post(
                        "/v1/responses",
                        """
                        {"model": "%s", "stream": %s, %s, %s}
                        """
                                .formatted(kind.model(), streamed, fields, TOOLS));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode response = streamed ? lastEvent(answer).path("response") : answer.json();
        assertThat(response.path("status").asString()).as("%s", response).isEqualTo("completed");
        return response;
    }

    private static JsonNode lastEvent(WireAnswer answer) {
        String data =
                answer.text()
                        .lines()
                        .filter(line -> line.startsWith("data: {"))
                        .reduce((one, next) -> next)
                        .orElseThrow();
        return JSON.readTree(data.substring("data: ".length()));
    }

    private static ReceivedRequest lastRequest(Kind kind) {
        return Objects.requireNonNull(COUNTERPARTS.get(kind)).asked().getLast();
    }

    private static long newConversation() {
        return server.conversations().create(NewConversation.of(Account.OWNER_ID)).id();
    }
}
