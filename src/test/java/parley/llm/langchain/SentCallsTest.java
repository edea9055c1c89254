package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.ChatMessage;
import parley.llm.ModelEvent;
import parley.llm.ModelRequest;
import parley.llm.Part;
import parley.llm.RecordedEvents;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.settings.SettingValues;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import tools.jackson.databind.JsonNode;

/// Tool calls as servers want them back that differ from OpenAI in it.
class SentCallsTest {
    private final ScriptedProvider server = ScriptedProvider.start();

    @AfterEach
    void stopServer() {
        server.close();
    }

    private static ChatMessage calls(Part... parts) {
        return new ChatMessage(Role.ASSISTANT, List.of(parts));
    }

    private static Part call(String id) {
        return new Part.ToolCall(id, "weather", "{}");
    }

    private static ChatMessage results(String... ids) {
        List<Part> results = new ArrayList<>();
        for (String id : ids) {
            results.add(new Part.ToolResult(id, "weather", "sun", false));
        }
        return new ChatMessage(Role.TOOL, results);
    }

    private OpenAiProvider provider(String name, String key) {
        return new OpenAiProvider(
                OpenAiSettings.allConfigured(
                                new SettingValues(
                                        Map.of(
                                                name + ".base.url",
                                                server.baseUrl().toString(),
                                                key,
                                                "canary")))
                        .getFirst(),
                InstantSource.system());
    }

    private JsonNode sent(String name, String model, ChatMessage... messages)
            throws InterruptedException {
        server.next(Reply.answer("Sun."));
        provider(name, name + ".api.key")
                .run(
                        new ModelRequest(model, List.of(messages), "", Sampling.DEFAULT, true),
                        new RecordedEvents());
        return server.awaitRequest().json().path("messages");
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.path(field).asString("")));
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mistral", "vllm", "llamacpp", "lmstudio"})
    void idsHaveNineLettersAndDigitsForThoseWhoTakeNoOthers(String name)
            throws InterruptedException {
        ChatMessage asked = calls(call("call_0123456789abcdef01234567"), call("D681PevKs"));
        ChatMessage answered = results("call_0123456789abcdef01234567", "D681PevKs");

        JsonNode messages = sent(name, "mistral-small-latest", asked, answered);

        List<String> ids = texts(messages.path(0).path("tool_calls"), "id");
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9]{9}"));
        assertThat(ids.getLast()).isEqualTo("D681PevKs");
        assertThat(messages.path(1).path("tool_call_id").asString()).isEqualTo(ids.getFirst());
        assertThat(messages.path(2).path("tool_call_id").asString()).isEqualTo(ids.getLast());
        assertThat(sent(name, "mistral-small-latest", asked, answered)).isEqualTo(messages);
    }

    @Test
    void othersGetTheIdsAsTheyAre() throws InterruptedException {
        JsonNode messages =
                sent("groq", "m", calls(call("call_0123456789")), results("call_0123456789"));

        assertThat(texts(messages.path(0).path("tool_calls"), "id"))
                .containsExactly("call_0123456789");
    }

    @Test
    void geminisSignatureOfACallComesAndGoesBackWithIt() throws InterruptedException {
        server.next(
                Reply.streamHead()
                        .then(
                                Reply.event(
                                        """
                                        {"choices":[{"delta":{"role":"assistant","tool_calls":[{"index":0,"id":"f1","type":"function","extra_content":{"google":{"thought_signature":"c2lnbmVk"}},"function":{"arguments":"{}","name":"weather"}},{"index":1,"id":"f2","type":"function","function":{"arguments":"{}","name":"weather"}}]},"finish_reason":"tool_calls","index":0}]}\
                                        """))
                        .then(Reply.done()));
        RecordedEvents events = new RecordedEvents();
        provider("gemini", "gemini.api.key")
                .run(
                        new ModelRequest(
                                "gemini-3-pro",
                                List.of(new ChatMessage(Role.USER, "Hi")),
                                "",
                                Sampling.DEFAULT,
                                true),
                        events);
        var _ = server.awaitRequest();

        assertThat(events.all())
                .startsWith(
                        new ModelEvent.ReasoningSigned("c2lnbmVk"),
                        new ModelEvent.ToolCallDelta(0, "f1", "weather", "{}"));

        JsonNode messages =
                sent(
                        "gemini",
                        "gemini-3-pro",
                        calls(
                                new Part.Reasoning("", "gemini", Optional.of("c2lnbmVk")),
                                call("f1"),
                                call("f2")),
                        results("f1", "f2"));
        JsonNode sentCalls = messages.path(0).path("tool_calls");
        assertThat(signature(sentCalls.path(0))).isEqualTo("c2lnbmVk");
        assertThat(sentCalls.path(1).has("extra_content")).isFalse();
    }

    private static String signature(JsonNode call) {
        return call.path("extra_content").path("google").path("thought_signature").asString("");
    }

    @Test
    void aCallThatAnotherModelMadeIsSaidToBeUnsignedWhereSignaturesAreDemanded()
            throws InterruptedException {
        ChatMessage asked = calls(call("f1"), call("f2"));
        ChatMessage answered = results("f1", "f2");

        JsonNode newer = sent("gemini", "gemini-3-flash", asked, answered).path(0);
        JsonNode older = sent("gemini", "gemini-2.5-flash", asked, answered).path(0);

        assertThat(signature(newer.path("tool_calls").path(0)))
                .isEqualTo("skip_thought_signature_validator");
        assertThat(newer.path("tool_calls").path(1).has("extra_content")).isFalse();
        assertThat(older.path("tool_calls").path(0).has("extra_content")).isFalse();
    }

    @Test
    void geminisKeyIsFoundUnderBothOfItsNames() {
        assertThat(key(Map.of("google.api.key", "second"))).isEqualTo("second");
        assertThat(key(Map.of("google.api.key", "second", "gemini.api.key", "first")))
                .isEqualTo("first");
        assertThat(OpenAiSettings.GOOGLE_KEY.environmentName()).isEqualTo("GOOGLE_API_KEY");
    }

    private static String key(Map<String, String> texts) {
        List<OpenAiSettings> all = OpenAiSettings.allConfigured(new SettingValues(texts));
        assertThat(all).extracting(OpenAiSettings::name).containsExactly("gemini");
        return all.getFirst().apiKey();
    }
}
