package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;
import parley.llm.Capability;
import parley.llm.ChatMessage;
import parley.llm.EmbeddingModel;
import parley.llm.ModelInfo;
import parley.llm.ModelRequest;
import parley.llm.Price;
import parley.llm.ProviderException;
import parley.llm.RecordedEvents;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.Usage;
import parley.settings.SettingValues;
import parley.testing.ReceivedRequest;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import tools.jackson.databind.json.JsonMapper;

/// Servers known by name, and what they say of their models.
class PresetsTest {
    private static final String KEY = "sk-canary-5678";

    static Stream<String> names() {
        return Preset.ALL.stream().map(Preset::name);
    }

    private static OpenAiProvider at(String name, URI baseUrl) {
        OpenAiSettings settings =
                OpenAiSettings.allConfigured(
                                new SettingValues(
                                        Map.of(
                                                name + ".base.url",
                                                baseUrl.toString(),
                                                name + ".api.key",
                                                KEY)))
                        .getFirst();
        return new OpenAiProvider(settings, InstantSource.system());
    }

    private static ModelRequest request() {
        return new ModelRequest(
                "m", List.of(new ChatMessage(Role.USER, "Hi")), "", Sampling.DEFAULT, true);
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachAnswersUnderItsNameWithItsKey(String name) throws InterruptedException {
        try (ScriptedProvider server = ScriptedProvider.start()) {
            OpenAiProvider provider = at(name, server.baseUrl());
            RecordedEvents events = new RecordedEvents();

            provider.run(request(), events);

            assertThat(provider.name()).isEqualTo(name);
            assertThat(events.text()).isEqualTo("Hello there.");
            ReceivedRequest seen = server.awaitRequest();
            assertThat(seen.headers()).containsEntry("authorization", "Bearer " + KEY);
            assertThat(seen.json().has("stream_options")).isEqualTo(!name.equals("mistral"));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aRefusedKeyNamesItsVariableAndIsNotShown(String name) {
        try (ScriptedProvider server = ScriptedProvider.start()) {
            server.otherwise(
                    Reply.status(401, "{\"error\":{\"message\":\"Bad key %s\"}}".formatted(KEY)));
            OpenAiProvider provider = at(name, server.baseUrl());

            assertThatThrownBy(() -> provider.run(request(), new RecordedEvents()))
                    .isInstanceOf(ProviderException.class)
                    .hasMessageContaining(name.toUpperCase(java.util.Locale.ROOT) + "_API_KEY")
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void onlyWhatWasSetUpIsThere() {
        assertThat(OpenAiSettings.allConfigured(SettingValues.DEFAULTS)).isEmpty();
        assertThat(
                        OpenAiSettings.allConfigured(
                                new SettingValues(
                                        Map.of(
                                                "groq.api.key",
                                                "k",
                                                "vllm.base.url",
                                                "http://v:1/v1"))))
                .extracting(settings -> settings.preset().name())
                .containsExactly("groq", "vllm");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, http://localhost:11434",
        "box:8080, http://box:8080",
        ":9000, http://127.0.0.1:9000",
        "0.0.0.0, http://127.0.0.1:11434",
        "0.0.0.0:11500, http://127.0.0.1:11500",
        "http://box, http://box:80",
        "https://box/ollama/, https://box:443/ollama",
        "'', http://127.0.0.1:11434"
    })
    void ollamasHostIsReadAsOllamaDoes(String text, String address) {
        OllamaSettings settings =
                OllamaSettings.from(new SettingValues(Map.of("ollama.host", text)));

        assertThat(settings.host()).isEqualTo(URI.create(address));
        assertThat(settings.given()).isEqualTo(!text.isEmpty());
    }

    @Test
    void ollamaTellsWhatItsModelsCanDo() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(server, "/v1/models", "{\"data\":[{\"id\":\"llava:7b\"},{\"id\":\"tiny\"}]}");
        answer(
                server,
                "/api/show",
                """
                {"capabilities":["completion","vision","tools"],
                 "model_info":{"general.architecture":"llama","llama.context_length":131072}}\
                """);
        answer(server, "/api/ps", "{\"models\":[{\"name\":\"tiny\",\"context_length\":16384}]}");
        server.start();
        try {
            OllamaProvider provider =
                    new OllamaProvider(
                            OllamaSettings.from(
                                    new SettingValues(
                                            Map.of(
                                                    "ollama.host",
                                                    "127.0.0.1:" + server.getAddress().getPort()))),
                            InstantSource.system());

            List<ModelInfo> models = provider.models();

            assertThat(models).extracting(ModelInfo::name).containsExactly("llava:7b", "tiny");
            // Not loaded: what Ollama loads by itself, not what the model could read.
            assertThat(models).extracting(ModelInfo::contextTokens).containsExactly(4096, 16384);
            assertThat(models.getFirst().can(Capability.VISION)).isTrue();
            assertThat(models.getFirst().price()).contains(Price.FREE);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anOllamaThatIsNotThereIsAFailureAtOnceAndOptional() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        OllamaSettings settings =
                new OllamaSettings(false, true, URI.create("http://127.0.0.1:" + port), "");
        OllamaProvider provider = new OllamaProvider(settings, InstantSource.system());

        assertThat(provider.isOptional()).isTrue();
        assertThatThrownBy(provider::models).isInstanceOf(AppException.class);
    }

    @Test
    void ollamaIsLookedForUnlessThatIsSwitchedOffOrAnAddressIsSet() {
        assertThat(OllamaSettings.from(SettingValues.DEFAULTS).used()).isTrue();
        assertThat(ollama(Map.of("ollama.discover", "false")).used()).isFalse();
        OllamaSettings given = ollama(Map.of("ollama.discover", "false", "ollama.host", "box"));
        assertThat(given.used()).isTrue();
        assertThat(new OllamaProvider(given, InstantSource.system()).isOptional()).isFalse();
    }

    private static OllamaSettings ollama(Map<String, String> texts) {
        return OllamaSettings.from(new SettingValues(texts));
    }

    @Test
    void whatOllamaCouldNotSayAtFirstIsAskedAgain() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(server, "/v1/models", "{\"data\":[{\"id\":\"tiny\"}]}");
        answer(server, "/api/ps", "{\"models\":[]}");
        server.start();
        try {
            String host = "127.0.0.1:" + server.getAddress().getPort();
            OllamaProvider provider =
                    new OllamaProvider(ollama(Map.of("ollama.host", host)), InstantSource.system());
            assertThat(provider.models().getFirst().contextTokens()).isEqualTo(4096);

            answer(
                    server,
                    "/api/show",
                    """
                    {"capabilities":["completion"],
                     "parameters":"stop                           \\"<|end|>\\"\\nnum_ctx                        16384",
                     "model_info":{"llama.context_length":131072}}\
                    """);

            // Not loaded, but its own parameters say with how much it will be.
            assertThat(provider.models().getFirst().contextTokens()).isEqualTo(16_384);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"llamacpp, 6144, true", "lmstudio, 12288, true", "vllm, 0, false"})
    void serversOnOnesOwnMachineTellMoreAtAddressesOfTheirOwn(
            String name, int context, boolean sees) throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(server, "/v1/models", "{\"data\":[{\"id\":\"own-model\"}]}");
        answer(
                server,
                "/props",
                """
                {"default_generation_settings":{"n_ctx":6144},"modalities":{"vision":true}}\
                """);
        answer(
                server,
                "/api/v0/models",
                """
                {"data":[{"id":"own-model","type":"vlm","loaded_context_length":12288,
                 "max_context_length":32768}]}\
                """);
        server.start();
        try {
            URI baseUrl =
                    URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));

            ModelInfo model = at(name, baseUrl).models().getFirst();

            assertThat(model.name()).isEqualTo("own-model");
            assertThat(model.contextTokens())
                    .isEqualTo(context == 0 ? ModelInfo.CAUTIOUS_CONTEXT_TOKENS : context);
            assertThat(model.can(Capability.VISION)).isEqualTo(sees);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anyOtherServerHasTheNameItIsGiven() {
        Map<String, String> texts =
                Map.of("compatible.base.url", "http://b:1/v1", "compatible.name", "big-box");
        OpenAiSettings settings = OpenAiSettings.allConfigured(new SettingValues(texts)).getFirst();

        assertThat(new OpenAiProvider(settings, InstantSource.system()).name())
                .isEqualTo("big-box");
        assertThat(settings.names().address()).isEqualTo("COMPATIBLE_BASE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"groq", "ollama", "builtin", "A", "a/b", "-a"})
    void aNameThatAnotherProviderHasOrThatReadsBadlyIsRefused(String name) {
        SettingValues values =
                new SettingValues(
                        Map.of("compatible.base.url", "http://b:1/v1", "compatible.name", name));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenAiSettings.allConfigured(values))
                .withMessageContaining("lower-case");
    }

    @ParameterizedTest
    @MethodSource("names")
    void keysAreNotInTheTextOfSettings(String name) {
        assertThat(
                        OpenAiSettings.allConfigured(
                                new SettingValues(
                                        Map.of(
                                                name + ".base.url",
                                                "http://b:1/v1",
                                                name + ".api.key",
                                                KEY))))
                .hasSize(1)
                .asString()
                .doesNotContain(KEY);
    }

    private static void answer(HttpServer server, String path, String json) {
        server.createContext(
                path,
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    byte[] body = json.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    try (var out = exchange.getResponseBody()) {
                        out.write(body);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static ModelInfo listed(String json) {
        return ListedModel.read(JsonMapper.shared().readTree(json)).orElseThrow();
    }

    @Test
    void eachFormOfAListIsRead() {
        ModelInfo openRouter =
                listed(
                        """
                        {"id":"x/new-model","context_length":200000,
                         "architecture":{"input_modalities":["text","image"]},
                         "top_provider":{"max_completion_tokens":8192},
                         "pricing":{"prompt":"0.000003","completion":"0.000015","input_cache_read":"0.0000003"},
                         "supported_parameters":["tools","structured_outputs"]}\
                        """);
        assertThat(openRouter.contextTokens()).isEqualTo(200_000);
        assertThat(openRouter.outputTokens()).isEqualTo(OptionalInt.of(8192));
        assertThat(openRouter.capabilities())
                .containsExactlyInAnyOrder(
                        Capability.VISION, Capability.TOOLS, Capability.JSON_SCHEMA);
        assertThat(openRouter.price().orElseThrow().input())
                .isEqualByComparingTo(BigDecimal.valueOf(3));
        assertThat(openRouter.price().orElseThrow().cachedInput())
                .isEqualByComparingTo(new BigDecimal("0.3"));

        assertThat(listed("{\"id\":\"m\",\"max_model_len\":32768}").contextTokens())
                .isEqualTo(32_768);
        assertThat(listed("{\"id\":\"m\",\"context_window\":131072}").contextTokens())
                .isEqualTo(131_072);
        assertThat(
                        listed(
                                        """
                                        {"id":"m","max_context_length":65536,
                                         "capabilities":{"function_calling":true,"vision":true}}\
                                        """)
                                .capabilities())
                .containsExactlyInAnyOrder(Capability.TOOLS, Capability.VISION);
        assertThat(listed("{\"id\":\"models/gemini-2.5-flash\"}").name())
                .isEqualTo("gemini-2.5-flash");
        assertThat(listed("{\"id\":\"text-embedding-3-small\"}").capabilities())
                .containsExactly(Capability.EMBEDDING);
        assertThat(ListedModel.read(JsonMapper.shared().readTree("{\"id\":\"whisper-1\"}")))
                .isEqualTo(Optional.empty());
    }

    @Test
    void vectorsComeInTheOrderOfTheirTexts() throws InterruptedException {
        try (ScriptedProvider server = ScriptedProvider.start()) {
            server.next(
                    Reply.json(
                            """
                            {"data":[{"index":1,"embedding":[0.5,1]},{"index":0,"embedding":[-1,0.25]}],
                             "usage":{"prompt_tokens":7,"total_tokens":7}}\
                            """));
            EmbeddingModel model = at("openai", server.baseUrl()).embeddings().orElseThrow();

            EmbeddingModel.Embeddings made =
                    model.embed("e", List.of("one", "two"), OptionalInt.of(2));

            assertThat(made.vectors().get(0)).containsExactly(-1f, 0.25f);
            assertThat(made.vectors().get(1)).containsExactly(0.5f, 1f);
            assertThat(made.usage()).isEqualTo(Usage.exact(7, 0));
            assertThat(server.awaitRequest().json().path("dimensions").asInt()).isEqualTo(2);
        }
    }

    @Test
    void fewerVectorsThanTextsAreNoAnswer() {
        try (ScriptedProvider server = ScriptedProvider.start()) {
            server.next(Reply.json("{\"data\":[{\"index\":0,\"embedding\":[1]}]}"));
            EmbeddingModel model = at("openai", server.baseUrl()).embeddings().orElseThrow();

            assertThatThrownBy(() -> model.embed("e", List.of("one", "two"), OptionalInt.empty()))
                    .isInstanceOf(ProviderException.class);
        }
    }
}
