package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelProvider;
import parley.llm.ModelRequest;
import parley.llm.ProviderException;
import parley.llm.RecordedEvents;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.Usage;
import parley.settings.SettingValues;
import parley.testing.ProviderWire;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;

/// Each server's own way of streaming an answer.
class ProviderFormsTest {
    private final ScriptedProvider server = ScriptedProvider.start();

    @AfterEach
    void stopServer() {
        server.close();
    }

    private ModelProvider provider(String name) {
        if (name.equals("ollama")) {
            String host = server.baseUrl().getAuthority();
            return new OllamaProvider(
                    OllamaSettings.from(new SettingValues(Map.of("ollama.host", host))),
                    InstantSource.system());
        }
        String baseUrl = server.baseUrl().toString();
        return new OpenAiProvider(
                OpenAiSettings.allConfigured(
                                new SettingValues(
                                        Map.of(
                                                name + ".base.url",
                                                baseUrl,
                                                name + ".api.key",
                                                "k")))
                        .getFirst(),
                InstantSource.system());
    }

    private RecordedEvents run(String name, String file) throws InterruptedException, IOException {
        String path = "/recorded/%s/%s".formatted(name, file);
        try (InputStream recorded = ProviderFormsTest.class.getResourceAsStream(path)) {
            byte[] bytes = Objects.requireNonNull(recorded, path).readAllBytes();
            server.next(
                    Reply.streamHead().then(Reply.chunkOf(bytes)).then(ProviderWire::lastChunk));
        }
        RecordedEvents events = new RecordedEvents();
        provider(name)
                .run(
                        new ModelRequest(
                                "m",
                                List.of(new ChatMessage(Role.USER, "Hi")),
                                "",
                                Sampling.DEFAULT,
                                true),
                        events);
        return events;
    }

    private static String reasoning(RecordedEvents events) {
        StringBuilder text = new StringBuilder();
        for (ModelEvent event : events.all()) {
            if (event instanceof ModelEvent.ReasoningDelta(String piece)) {
                text.append(piece);
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "ollama, true",
        "llamacpp, true",
        "groq, false",
        "openrouter, true",
        "deepseek, true",
        "lmstudio, false"
    })
    void aStreamIsRelayedWithItsReasoningAndCounts(String name, boolean reasons) throws Exception {
        RecordedEvents events = run(name, "stream.sse");

        assertThat(events.deltas()).containsExactly("Three", " sigma.");
        assertThat(reasoning(events)).isEqualTo(reasons ? "Limits, then." : "");
        assertThat(events.usage()).isEqualTo(Usage.exact(14, 9));
        assertThat(events.end().reason()).isEqualTo(FinishReason.STOP);
    }

    @ParameterizedTest
    @CsvSource({"ollama, ''", "vllm, 'Limits, then.'", "gemini, ''", "mistral, 'Limits, then.'"})
    void aCallOfAToolIsRelayedWhateverItsForm(String name, String thought) throws Exception {
        RecordedEvents events = run(name, "tool-call.sse");

        StringBuilder arguments = new StringBuilder();
        for (ModelEvent event : events.all()) {
            if (event instanceof ModelEvent.ToolCallDelta call) {
                assertThat(call.index()).isZero();
                assertThat(call.id()).isNotBlank();
                assertThat(call.name()).isEqualTo("weather");
                arguments.append(call.arguments());
            }
        }
        assertThat(arguments).hasToString("{\"city\":\"Oslo\"}");
        assertThat(reasoning(events)).isEqualTo(thought);
        assertThat(events.text()).isEmpty();
        assertThat(events.usage()).isEqualTo(Usage.exact(14, 9));
        assertThat(events.end().reason()).isEqualTo(FinishReason.TOOL_CALLS);
    }

    @ParameterizedTest
    @CsvSource({"openrouter", "deepseek"})
    void aCountOfNothingStaysACount(String name) throws Exception {
        RecordedEvents events = run(name, "stream.sse");

        assertThat(events.all())
                .filteredOn(ModelEvent.UsageReported.class::isInstance)
                .last()
                .isInstanceOfSatisfying(
                        ModelEvent.UsageReported.class,
                        said -> {
                            assertThat(said.usage().cachedTokens()).isEqualTo(OptionalLong.of(0));
                            assertThat(said.usage().reasoningTokens())
                                    .isEqualTo(OptionalLong.of(4));
                        });
    }

    @Test
    void anErrorInAStreamOfOpenRouterIsItsFailure() {
        assertThatThrownBy(() -> run("openrouter", "error-in-stream.sse"))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        failure ->
                                assertThat(failure.sentence())
                                        .contains("openrouter", "Provider disconnected"));
    }
}
