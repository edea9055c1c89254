package parley.llm.langchain.anthropic;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.llm.ModelEvents;
import parley.llm.ModelInfo;
import parley.llm.ModelProvider;
import parley.llm.ModelRequest;
import parley.llm.ProviderException;
import parley.llm.langchain.BlockingHttpClient;
import parley.llm.langchain.CallInterrupted;
import parley.llm.langchain.DefaultEncryption;
import parley.llm.langchain.ProviderErrors;
import parley.llm.langchain.ProviderNames;
import parley.llm.langchain.StreamState;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Anthropic, and every server that speaks its Messages API.
///
/// An answer that was begun is continued by the model from where it stopped, for models that take a
/// beginning; newer ones are shown their text and asked to go on exactly there.
public final class AnthropicProvider implements ModelProvider {
    public static final String NAME = "anthropic";

    private static final ProviderNames NAMES =
            new ProviderNames(NAME, "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "/v1/messages");
    private static final String API_VERSION = "2023-06-01";

    private final AnthropicSettings settings;
    private final ProviderErrors errors;
    private final HttpClient client;
    private final Map<String, String> headers;
    private final AnthropicModels models;

    public AnthropicProvider(AnthropicSettings settings, InstantSource clock) {
        this.settings = settings;
        this.errors = new ProviderErrors(NAMES, settings.apiKey(), clock);
        this.client = new BlockingHttpClient(settings.baseUrl(), new DefaultEncryption(), errors);
        this.headers = headers(settings.apiKey());
        this.models = new AnthropicModels(client, settings.baseUrl(), headers, errors);
    }

    private static Map<String, String> headers(String apiKey) {
        return apiKey.isEmpty()
                ? Map.of("User-Agent", "Parley", "anthropic-version", API_VERSION)
                : Map.of(
                        "User-Agent",
                        "Parley",
                        "anthropic-version",
                        API_VERSION,
                        "x-api-key",
                        apiKey);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> preferredModel() {
        return settings.model().isEmpty() ? Optional.empty() : Optional.of(settings.model());
    }

    @Override
    public ModelInfo describe(String model) {
        return models.find(model).orElseGet(() -> ClaudeModel.of(model).info());
    }

    /// The preferred model comes first, then the newest. A list that does not come within 5 s is a
    /// failure.
    @Override
    public List<ModelInfo> models() throws InterruptedException {
        List<ModelInfo> listed = new ArrayList<>(models.fetch());
        preferredModel()
                .ifPresent(preferred -> {
                    ModelInfo first = describe(preferred);
                    listed.removeIf(model -> model.name().equals(preferred));
                    listed.addFirst(first);
                });
        return List.copyOf(listed);
    }

    @Override
    public void run(ModelRequest request, ModelEvents events) throws InterruptedException {
        MessageRequest message =
                MessageRequest.of(request, describe(request.model()).outputTokens());
        MessageEvents answer = new MessageEvents(events, errors, message, request.answerSoFar());
        try {
            if (request.streamed()) {
                runStreamed(post(message), answer);
            } else {
                runWhole(post(message), answer);
            }
        } catch (CallInterrupted e) {
            Thread.interrupted();
            throw new InterruptedException("The provider's call was cancelled.");
        }
    }

    private HttpRequest post(MessageRequest message) {
        return HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(settings.baseUrl() + "/messages")
                .addHeaders(headers)
                .addHeader("Content-Type", "application/json")
                .body(message.body().toString())
                .build();
    }

    private void runStreamed(HttpRequest request, MessageEvents answer) {
        StreamState state = new StreamState();
        MessageStream stream = new MessageStream(answer, state, errors);
        try {
            ScopedValue.where(StreamState.CURRENT, state)
                    .run(() -> client.execute(request, stream));
        } catch (ProviderException e) {
            // A message that is complete, on a connection that then ends wrong, is an answer.
            if (!stream.stopped()) {
                throw e;
            }
        }
        if (!stream.stopped()) {
            throw errors.badResponse("ended its stream before its answer ended.", null);
        }
        stream.finish();
    }

    private void runWhole(HttpRequest request, MessageEvents answer) {
        JsonNode message = read(client.execute(request).body());
        for (JsonNode part : message.path("content")) {
            answer.open(part).close();
        }
        answer.used(message.path("usage"), true);
        answer.finish(message.path("stop_reason").asString(""));
    }

    private JsonNode read(String body) {
        try {
            JsonNode message = JsonMapper.shared().readTree(body);
            if (message.path("content").isArray()) {
                return message;
            }
        } catch (JacksonException e) {
            throw errors.badResponse("sent something that is not JSON.", e);
        }
        throw errors.badResponse("sent something that is not an answer.", null);
    }
}
