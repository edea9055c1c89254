package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.settings.SettingValues;

/// Which model is chosen where providers may be away, models make vectors, and others stand by.
class ModelChoiceTest {
    /// A provider that may not be there, and may make vectors.
    private static final class Neighbour implements ModelProvider {
        private final String name;
        private final List<ModelInfo> models;
        private final boolean optional;
        private final boolean vectors;
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean away;
        private volatile CountDownLatch silence = new CountDownLatch(0);

        Neighbour(String name, boolean optional, boolean vectors, ModelInfo... models) {
            this.name = name;
            this.optional = optional;
            this.vectors = vectors;
            this.models = List.of(models);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<ModelInfo> models() throws InterruptedException {
            asked.incrementAndGet();
            silence.await();
            if (away) {
                throw new AppException(ErrorCode.UNAVAILABLE, name + " is not there.");
            }
            return models;
        }

        @Override
        public boolean isOptional() {
            return optional;
        }

        @Override
        public Optional<EmbeddingModel> embeddings() {
            return vectors
                    ? Optional.of((_, _, _) -> new EmbeddingModel.Embeddings(List.of(), Usage.NONE))
                    : Optional.empty();
        }

        @Override
        public void run(ModelRequest request, ModelEvents events) {
            throw new AssertionError("The catalog runs nothing.");
        }
    }

    private static final ModelInfo VECTORS =
            new ModelInfo(
                    "vectors",
                    512,
                    OptionalInt.empty(),
                    Set.of(Capability.EMBEDDING),
                    Optional.empty());

    private final AtomicLong nanos = new AtomicLong();
    private final Neighbour openai =
            new Neighbour("openai", false, true, VECTORS, new ModelInfo("gpt-4o", 8192));
    private final Neighbour ollama =
            new Neighbour("ollama", true, true, VECTORS, new ModelInfo("llama3.2:1b", 4096));
    private final Neighbour builtin =
            new Neighbour("builtin", false, false, new ModelInfo("parley", 16_384));

    private ModelCatalog catalog(Map<String, String> settings, ModelProvider... providers) {
        return new ModelCatalog(
                CatalogSettings.from(new SettingValues(settings)),
                List.of(providers),
                List.of(),
                nanos::get);
    }

    private ModelCatalog catalog(ModelProvider... providers) {
        return catalog(Map.of(), providers);
    }

    private static AppException refusal(ModelCatalog catalog, String name) {
        return catchThrowableOfType(AppException.class, () -> catalog.resolve(name));
    }

    private static String names(ResolvedModel model) {
        return String.join(" ", model.candidates().stream().map(ResolvedModel::fullName).toList());
    }

    @Test
    void aNeighbourThatIsThereIsTheDefault() throws InterruptedException {
        assertThat(catalog(ollama, builtin).resolve("").fullName()).isEqualTo("ollama/llama3.2:1b");
        assertThat(catalog(openai, ollama, builtin).resolve("").fullName())
                .isEqualTo("openai/gpt-4o");
    }

    @Test
    void aNeighbourThatIsAwayIsAsIfItWereNotSetUp() throws InterruptedException {
        ollama.away = true;
        ModelCatalog catalog = catalog(ollama, builtin);

        assertThat(catalog.resolve("").fullName()).isEqualTo("builtin/parley");
        assertThat(catalog.resolve("gpt-4").fullName()).isEqualTo("builtin/parley");
        assertThat(refusal(catalog, "llama-9").sentence())
                .isEqualTo("There is no model 'llama-9'. There are: builtin/parley.");
        ProviderStatus status = catalog.providers().getFirst();
        assertThat(status.configured()).isFalse();
        assertThat(status.available()).isFalse();
        assertThat(status.reason()).contains("ollama is not there.");
    }

    @Test
    void aNeighbourThatComesLaterIsFound() throws InterruptedException {
        ollama.away = true;
        ModelCatalog catalog = catalog(ollama, builtin);
        catalog.resolve("");

        ollama.away = false;
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(catalog.resolve("").fullName()).isEqualTo("ollama/llama3.2:1b");
        assertThat(ollama.asked).hasValue(2);
    }

    @Test
    @Timeout(20)
    void nobodyWaitsForANeighbourThatIsSilent() throws InterruptedException {
        ollama.silence = new CountDownLatch(1);
        ModelCatalog catalog = catalog(ollama, builtin);

        for (int i = 0; i < 200; i++) {
            assertThat(catalog.resolve("").fullName()).isEqualTo("builtin/parley");
        }

        assertThat(ollama.asked).hasValue(1);
        assertThat(catalog.providers().getFirst().reason()).contains("ollama does not answer.");
        ollama.silence.countDown();
    }

    @Test
    void aProviderWithoutAModelIsNotTheDefault() throws InterruptedException {
        Neighbour empty = new Neighbour("local", false, false);

        assertThat(catalog(empty, builtin).resolve("").fullName()).isEqualTo("builtin/parley");
        assertThat(catalog(empty, builtin).resolve("gpt-4").fullName()).isEqualTo("builtin/parley");
    }

    @Test
    void aModelThatMakesVectorsDoesNotChat() throws InterruptedException {
        AppException refusal = refusal(catalog(openai, builtin), "openai/vectors");

        assertThat(refusal.parameter()).contains("model");
        assertThat(refusal.sentence())
                .isEqualTo(
                        "openai/vectors does not answer messages: it makes vectors. Name a model that chats.");
        assertThat(catalog(openai, builtin).providers().getFirst().models())
                .containsExactly("gpt-4o");
    }

    @Test
    void aModelThatOnlyDrawsDoesNotChat() {
        Neighbour painter = new Neighbour("openai", false, false, new ModelInfo("dall-e-3", 8192));

        assertThat(refusal(catalog(painter, builtin), "dall-e-3").sentence())
                .contains("it makes pictures");
    }

    @Test
    void picturesAreMadeByTheModelThatIsNamedOrTheFirst() throws InterruptedException {
        Neighbour painter =
                new Neighbour(
                        "gemini",
                        false,
                        false,
                        new ModelInfo("gemini-2.5-flash", 8192),
                        new ModelInfo("imagen-4", 8192));
        ModelCatalog catalog = catalog(openai, painter, builtin);

        assertThat(catalog.resolvePainter("").fullName()).isEqualTo("gemini/imagen-4");
        assertThat(catalog.resolvePainter("imagen-4").fullName()).isEqualTo("gemini/imagen-4");
        assertThat(
                        catchThrowableOfType(
                                        AppException.class,
                                        () -> catalog.resolvePainter("gemini-2.5-flash"))
                                .sentence())
                .isEqualTo("gemini/gemini-2.5-flash makes no pictures. Name a model that paints.");
        assertThat(catalog(openai, builtin).resolvePainter("").fullName())
                .isEqualTo(catalog(openai, builtin).resolve("").fullName());
    }

    @Test
    void vectorsAreMadeByTheModelThatIsNamedOrTheFirst() throws InterruptedException {
        ModelCatalog catalog = catalog(openai, ollama, builtin);

        assertThat(catalog.resolveEmbedding("").fullName()).isEqualTo("openai/vectors");
        assertThat(catalog.resolveEmbedding("ollama/vectors").fullName())
                .isEqualTo("ollama/vectors");
        assertThat(
                        catchThrowableOfType(
                                        AppException.class,
                                        () -> catalog.resolveEmbedding("openai/gpt-4o"))
                                .sentence())
                .isEqualTo("openai/gpt-4o makes no vectors. Name an embedding model.");
        assertThat(
                        catchThrowableOfType(
                                        AppException.class,
                                        () -> catalog(builtin).resolveEmbedding(""))
                                .sentence())
                .startsWith("No provider that is set up has an embedding model.");
    }

    @Test
    void fallbacksStandByInTheirOrder() throws InterruptedException {
        ModelCatalog catalog =
                catalog(
                        Map.of(
                                "model.fallbacks",
                                "openai/gpt-4o -> ollama/llama3.2:1b, parley; * -> builtin/parley"),
                        openai,
                        ollama,
                        builtin);

        assertThat(names(catalog.resolve("gpt-4o")))
                .isEqualTo("openai/gpt-4o ollama/llama3.2:1b builtin/parley");
        assertThat(names(catalog.resolve("ollama/llama3.2:1b")))
                .isEqualTo("ollama/llama3.2:1b builtin/parley");
        assertThat(names(catalog.resolve("parley"))).isEqualTo("builtin/parley");
    }

    @Test
    void aFallbackThatNobodyHasIsSkipped() throws InterruptedException {
        ollama.away = true;
        ModelCatalog catalog =
                catalog(
                        Map.of("model.fallbacks", "* -> gone, ollama/x, openai/vectors, parley"),
                        openai,
                        ollama,
                        builtin);
        catalog.providers();

        assertThat(names(catalog.resolve("gpt-4o"))).isEqualTo("openai/gpt-4o builtin/parley");
    }

    @Test
    @Timeout(20)
    void aFallbackIsNotWaitedFor() throws InterruptedException {
        openai.silence = new CountDownLatch(1);
        ModelCatalog catalog =
                catalog(
                        Map.of("model.fallbacks", "builtin/parley -> openai/gpt-4o"),
                        openai,
                        builtin);

        assertThat(names(catalog.resolve("builtin/parley")))
                .isEqualTo("builtin/parley openai/gpt-4o");
        openai.silence.countDown();
    }

    @Test
    void whatIsKnownOfAModelIsAddedToWhatItsProviderSays() throws InterruptedException {
        ModelCatalog catalog =
                catalog(
                        Map.of("model.prices", "llama3.2:1b=0.1/0.2, builtin/parley=1/0.5/2"),
                        openai,
                        ollama,
                        builtin);

        ModelInfo gpt = catalog.resolve("openai/gpt-4o").info();
        assertThat(gpt.contextTokens()).isEqualTo(128_000);
        assertThat(gpt.outputTokens()).hasValue(16_384);
        assertThat(gpt.can(Capability.VISION)).isTrue();
        assertThat(gpt.price().orElseThrow().input()).isEqualByComparingTo("2.50");
        ModelInfo llama = catalog.resolve("ollama/llama3.2:1b").info();
        assertThat(llama.contextTokens()).as("the provider's own").isEqualTo(4096);
        assertThat(llama.price().orElseThrow().cachedInput()).isEqualByComparingTo("0.1");
        assertThat(catalog.resolve("builtin/parley").info().price())
                .contains(
                        new Price(new BigDecimal("1"), new BigDecimal("0.5"), new BigDecimal("2")));
    }
}
