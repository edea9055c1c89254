package parley.llm.langchain;

import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import parley.llm.EmbeddingModel;
import parley.llm.FinishReason;
import parley.llm.KnownModels;
import parley.llm.ModelEvents;
import parley.llm.ModelInfo;
import parley.llm.ModelProvider;
import parley.llm.ModelRequest;
import parley.llm.ProviderException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// OpenAI, and every server that speaks its API.
///
/// An answer that was begun is continued by showing the model its own text and asking it to go on
/// exactly there: the API has no other way.
public final class OpenAiProvider implements ModelProvider {

    private final ProviderNames names;
    private final OpenAiSettings settings;
    private final ProviderErrors errors;
    private final ModelListing listing;
    private final BlockingHttpClient client;
    private final Map<String, String> headers;

    public OpenAiProvider(OpenAiSettings settings, InstantSource clock) {
        this(settings.names(), settings, clock);
    }

    /// @param names another provider's, that speaks this API
    public OpenAiProvider(ProviderNames names, OpenAiSettings settings, InstantSource clock) {
        this(names, settings, clock, new DefaultEncryption());
    }

    OpenAiProvider(
            ProviderNames names,
            OpenAiSettings settings,
            InstantSource clock,
            SSLSocketFactory encryption) {
        this.names = names;
        this.settings = settings;
        this.errors = new ProviderErrors(names, settings.apiKey(), clock);
        this.client = new BlockingHttpClient(settings.baseUrl(), encryption, errors);
        this.headers = headers(settings.apiKey());
        this.listing =
                new ModelListing(
                        client,
                        settings.baseUrl(),
                        headers,
                        errors,
                        ServerDetails.of(
                                settings.preset().name(), client, settings.baseUrl(), headers));
    }

    private static Map<String, String> headers(String apiKey) {
        Map<String, String> agent = Map.of("User-Agent", "Parley");
        return apiKey.isEmpty()
                ? agent
                : Map.of("User-Agent", "Parley", "Authorization", "Bearer " + apiKey);
    }

    @Override
    public String name() {
        return names.provider();
    }

    @Override
    public Optional<String> preferredModel() {
        return settings.model().isEmpty() ? Optional.empty() : Optional.of(settings.model());
    }

    @Override
    public ModelInfo describe(String model) {
        return KnownModels.describe(model);
    }

    /// The provider's sensible default comes first. A list that does not come within 5 s is a
    /// failure.
    @Override
    public List<ModelInfo> models() throws InterruptedException {
        List<ModelInfo> models = new ArrayList<>(listing.fetch());
        String first = preferredModel().orElse(settings.preset().usualModel());
        models.stream()
                .filter(model -> model.name().equals(first))
                .findFirst()
                .or(() -> preferredModel().map(this::describe))
                .ifPresent(model -> {
                    models.remove(model);
                    models.addFirst(model);
                });
        return List.copyOf(models);
    }

    @Override
    public Optional<EmbeddingModel> embeddings() {
        return Optional.of(new OpenAiEmbeddings(client, settings.baseUrl(), headers, errors));
    }

    @Override
    public void run(ModelRequest request, ModelEvents events) throws InterruptedException {
        try {
            if (describe(request.model()).onlyPaints()) {
                new OpenAiImages(client, settings.baseUrl(), headers, errors).run(request, events);
                return;
            }
            AnswerParts parts = new AnswerParts(events, errors);
            HttpRequest asked = asked(request);
            if (request.streamed()) {
                runStreamed(asked, parts);
            } else {
                runWhole(asked, parts);
            }
        } catch (CallInterrupted e) {
            Thread.interrupted();
            throw new InterruptedException("The provider's call was cancelled.");
        }
    }

    private HttpRequest asked(ModelRequest request) {
        return HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(settings.baseUrl() + "/chat/completions")
                .addHeaders(headers)
                .addHeader("Content-Type", "application/json")
                .addHeader("Accept", request.streamed() ? "text/event-stream" : "application/json")
                .body(ChatBody.of(request, settings.preset().quirks()))
                .build();
    }

    private void runStreamed(HttpRequest asked, AnswerParts parts) {
        StreamState state = new StreamState();
        StreamedAnswer streamed = new StreamedAnswer(parts, state, errors);
        Optional<ProviderException> broken = Optional.empty();
        try {
            ScopedValue.where(StreamState.CURRENT, state)
                    .run(() -> client.execute(asked, streamed));
        } catch (ProviderException e) {
            broken = Optional.of(e);
        }
        if (streamed.failure().isPresent()) {
            throw streamed.failure().get();
        }
        // Servers that say how the answer ended, and then end the connection wrong, are common.
        if (streamed.reason().isEmpty()) {
            throw broken.orElseGet(() -> endedEarly());
        }
        parts.finish(streamed.reason().get());
    }

    private ProviderException endedEarly() {
        return errors.badResponse("ended its stream before its answer ended.", null);
    }

    private void runWhole(HttpRequest asked, AnswerParts parts) {
        JsonNode answer;
        try {
            answer = JsonMapper.shared().readTree(client.execute(asked).body());
        } catch (JacksonException e) {
            throw errors.badResponse("sent something that is not an answer.", e);
        }
        if (!answer.path("choices").path(0).path("message").isObject()) {
            throw errors.badResponse("sent something that is not an answer.", null);
        }
        parts.take(answer, "message");
        parts.finish(parts.reason().orElse(FinishReason.STOP));
    }
}
