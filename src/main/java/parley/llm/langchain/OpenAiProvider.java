package parley.llm.langchain;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import parley.llm.FinishReason;
import parley.llm.ModelEvents;
import parley.llm.ModelInfo;
import parley.llm.ModelProvider;
import parley.llm.ModelRequest;
import parley.llm.ProviderException;
import parley.llm.TokenCounter;

/// OpenAI, and every server that speaks its API.
///
/// An answer that was begun is continued by showing the model its own text and asking it to go on
/// exactly there: the API has no other way.
public final class OpenAiProvider implements ModelProvider {
    public static final String NAME = "openai";

    private static final Duration LONGEST_LISTING = Duration.ofSeconds(5);
    private static final String USUAL_MODEL = "gpt-4o-mini";

    private final OpenAiSettings settings;
    private final TokenCounter counter;
    private final ProviderErrors errors;
    private final ModelListing listing;
    private final OpenAiStreamingChatModel streaming;
    private final OpenAiChatModel whole;

    /// @param counter counts where the provider does not
    public OpenAiProvider(OpenAiSettings settings, TokenCounter counter, InstantSource clock) {
        this(settings, counter, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    OpenAiProvider(
            OpenAiSettings settings,
            TokenCounter counter,
            InstantSource clock,
            SSLSocketFactory encryption) {
        this.settings = settings;
        this.counter = counter;
        this.errors = new ProviderErrors(NAME, settings.apiKey(), clock);
        BlockingHttpClient client = new BlockingHttpClient(settings.baseUrl(), encryption, errors);
        Map<String, String> headers = headers(settings.apiKey());
        this.listing =
                new ModelListing(client, settings.baseUrl(), headers, LONGEST_LISTING, errors);
        this.streaming =
                new OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder()
                        .httpClientBuilder(client.builder())
                        .baseUrl(settings.baseUrl().toString())
                        .customHeaders(headers)
                        .build();
        this.whole =
                new OpenAiChatModel.OpenAiChatModelBuilder()
                        .httpClientBuilder(client.builder())
                        .baseUrl(settings.baseUrl().toString())
                        .customHeaders(headers)
                        .maxRetries(0)
                        .build();
    }

    private static Map<String, String> headers(String apiKey) {
        Map<String, String> agent = Map.of("User-Agent", "Parley");
        return apiKey.isEmpty()
                ? agent
                : Map.of("User-Agent", "Parley", "Authorization", "Bearer " + apiKey);
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
        return ModelFamilies.describe(model);
    }

    /// The provider's sensible default comes first. A list that does not come within 5 s is a
    /// failure.
    @Override
    public List<ModelInfo> models() throws InterruptedException {
        List<ModelInfo> models = new ArrayList<>(listing.fetch());
        String first = preferredModel().orElse(USUAL_MODEL);
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
    public void run(ModelRequest request, ModelEvents events) throws InterruptedException {
        Answer answer = new Answer(request, events, counter, errors);
        ChatRequest chat = ChatRequests.of(request);
        try {
            if (request.streamed()) {
                runStreamed(chat, answer);
            } else {
                runWhole(chat, answer);
            }
        } catch (CallInterrupted e) {
            Thread.interrupted();
            throw new InterruptedException("The provider's call was cancelled.");
        }
    }

    private void runStreamed(ChatRequest chat, Answer answer) {
        StreamState state = new StreamState();
        StreamedAnswer streamed = new StreamedAnswer(answer, state, errors);
        Optional<ProviderException> broken = Optional.empty();
        try {
            ScopedValue.where(StreamState.CURRENT, state).run(() -> streaming.chat(chat, streamed));
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
        answer.finish(streamed.reason().get());
    }

    private ProviderException endedEarly() {
        return errors.badResponse("ended its stream before its answer ended.", null);
    }

    private void runWhole(ChatRequest chat, Answer answer) {
        ChatResponse response;
        try {
            response = whole.chat(chat);
        } catch (ProviderException | CallInterrupted e) {
            throw e;
        } catch (ContentFilteredException e) {
            answer.add(String.valueOf(e.getMessage()));
            answer.finish(FinishReason.CONTENT_FILTER);
            return;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CallInterrupted(e);
            }
            throw errors.badResponse("sent something that is not an answer.", e);
        }
        if (response.aiMessage().text() != null) {
            answer.add(response.aiMessage().text());
        }
        answer.count(response.tokenUsage());
        answer.finish(
                Optional.ofNullable(response.finishReason())
                        .map(FinishReasons::of)
                        .orElse(FinishReason.STOP));
    }
}
