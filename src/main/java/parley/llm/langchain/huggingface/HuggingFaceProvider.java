package parley.llm.langchain.huggingface;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import parley.llm.Capability;
import parley.llm.KnownProvider;
import parley.llm.ModelEvents;
import parley.llm.ModelInfo;
import parley.llm.ModelProvider;
import parley.llm.ModelRequest;
import parley.llm.langchain.BlockingHttpClient;
import parley.llm.langchain.CallInterrupted;
import parley.llm.langchain.DefaultEncryption;
import parley.llm.langchain.OpenAiProvider;
import parley.llm.langchain.OpenAiSettings;
import parley.llm.langchain.ProviderErrors;
import parley.llm.langchain.ProviderNames;

/// Hugging Face: models that answer, at its router or in the form before it, and one that paints.
public final class HuggingFaceProvider implements ModelProvider {
    public static final String NAME = "huggingface";

    private static final String KEY = "HUGGINGFACE_API_KEY";
    private static final String ADDRESS = "HUGGINGFACE_BASE_URL";

    /// What is said of it while it is not set up.
    public static final KnownProvider KNOWN =
            KnownProvider.withKey(NAME, KEY, HuggingFaceSettings.LLAMA);

    private final HuggingFaceSettings settings;
    private final OpenAiProvider router;
    private final TextGeneration texts;
    private final ImageGeneration images;

    public HuggingFaceProvider(HuggingFaceSettings settings, InstantSource clock) {
        this.settings = settings;
        this.router =
                new OpenAiProvider(
                        new ProviderNames(NAME, KEY, ADDRESS, "/chat/completions"),
                        new OpenAiSettings(
                                settings.configured(),
                                settings.apiKey(),
                                settings.baseUrl(),
                                settings.textModel()),
                        clock);
        ProviderErrors errors =
                new ProviderErrors(
                        new ProviderNames(NAME, KEY, ADDRESS, "/models/{model}"),
                        settings.apiKey(),
                        clock);
        ModelEndpoint endpoint =
                new ModelEndpoint(
                        settings,
                        new BlockingHttpClient(settings.baseUrl(), new DefaultEncryption(), errors),
                        errors);
        this.texts = new TextGeneration(endpoint, errors);
        this.images = new ImageGeneration(endpoint, errors);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> preferredModel() {
        return settings.textModel().isEmpty()
                ? Optional.empty()
                : Optional.of(settings.textModel());
    }

    @Override
    public ModelInfo describe(String model) {
        return paints(model) ? imageInfo() : router.describe(model);
    }

    private boolean paints(String model) {
        return model.equals(settings.imageModel());
    }

    private ModelInfo imageInfo() {
        return new ModelInfo(
                settings.imageModel(),
                ModelInfo.CAUTIOUS_CONTEXT_TOKENS,
                OptionalInt.empty(),
                Set.of(Capability.IMAGE_OUTPUT),
                Optional.empty());
    }

    /// Those that answer, as the router lists them or as the settings name it; the one that paints
    /// last.
    @Override
    public List<ModelInfo> models() throws InterruptedException {
        List<ModelInfo> models =
                switch (settings.form()) {
                    case ROUTER -> new ArrayList<>(router.models());
                    case INFERENCE -> new ArrayList<>(List.of(describe(settings.textModel())));
                };
        if (!settings.imageModel().isEmpty()) {
            models.removeIf(model -> paints(model.name()));
            models.add(imageInfo());
        }
        return List.copyOf(models);
    }

    @Override
    public void run(ModelRequest request, ModelEvents events) throws InterruptedException {
        try {
            if (paints(request.model())) {
                images.run(request, events);
                return;
            }
            switch (settings.form()) {
                case ROUTER -> router.run(request, events);
                case INFERENCE -> texts.run(request, events);
            }
        } catch (CallInterrupted e) {
            Thread.interrupted();
            throw new InterruptedException("The provider's call was cancelled.");
        }
    }
}
