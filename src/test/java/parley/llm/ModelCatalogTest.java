package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;
import parley.error.ErrorCode;

class ModelCatalogTest {
    /// A provider whose list can change, fail, or wait.
    private static class Listing implements ModelProvider {
        private final String name;
        private final AtomicInteger asked = new AtomicInteger();
        private volatile List<String> models;
        private volatile Optional<String> preferred = Optional.empty();
        private volatile boolean failing;
        private volatile boolean optional;

        Listing(String name, String... models) {
            this.name = name;
            this.models = List.of(models);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<ModelInfo> models() throws InterruptedException {
            asked.incrementAndGet();
            if (failing) {
                throw new AppException(ErrorCode.UNAVAILABLE, name + " is away.");
            }
            return models.stream().map(model -> new ModelInfo(model, 1000)).toList();
        }

        @Override
        public Optional<String> preferredModel() {
            return preferred;
        }

        @Override
        public boolean isOptional() {
            return optional;
        }

        @Override
        public Optional<String> problem(String model) {
            return Optional.of(model)
                    .filter("damaged"::equals)
                    .map(_ -> "The file damaged is cut off.");
        }

        @Override
        public void run(ModelRequest request, ModelEvents events) {
            throw new AssertionError("The catalog runs nothing.");
        }
    }

    private final AtomicLong nanos = new AtomicLong();
    private final Listing openai = new Listing("openai", "gpt-4o-mini", "gpt-4", "shared");
    private final Listing other = new Listing("other", "llama", "shared", "openai/gpt-oss");
    private final Listing builtin = new Listing("builtin", "parley");

    private ModelCatalog catalog(String defaultModel, ModelProvider... providers) {
        return new ModelCatalog(
                new CatalogSettings(defaultModel), Arrays.asList(providers), List.of(), nanos::get);
    }

    private static AppException refusal(ModelCatalog catalog, String name) {
        return catchThrowableOfType(AppException.class, () -> catalog.resolve(name));
    }

    @Test
    void aNameWithItsProviderIsFound() throws InterruptedException {
        ResolvedModel model = catalog("", openai, other, builtin).resolve("openai/gpt-4");

        assertThat(model.provider()).isSameAs(openai);
        assertThat(model.contextTokens()).isEqualTo(1000);
        assertThat(model.fullName()).isEqualTo("openai/gpt-4");
    }

    @Test
    void aBareNameIsFoundWhereOnlyOneProviderHasIt() throws InterruptedException {
        ModelCatalog catalog = catalog("", openai, other, builtin);

        assertThat(catalog.resolve("llama").fullName()).isEqualTo("other/llama");
        assertThat(catalog.resolve(" parley ").fullName()).isEqualTo("builtin/parley");
        assertThat(catalog.resolve("openai/gpt-oss").fullName()).isEqualTo("other/openai/gpt-oss");
    }

    @Test
    void aBareNameThatTwoProvidersHaveIsRefusedWithTheChoice() {
        AppException refusal = refusal(catalog("", openai, other, builtin), "shared");

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(refusal.parameter()).contains("model");
        assertThat(refusal.sentence()).contains("openai/shared or other/shared");
    }

    @Test
    void aNameThatNobodyServesIsRefusedWithTheNamesThereAre() {
        AppException refusal = refusal(catalog("", openai, builtin), "gpt-9");

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(refusal.sentence())
                .isEqualTo(
                        "There is no model 'gpt-9'. There are: openai/gpt-4o-mini, openai/gpt-4, openai/shared, builtin/parley.");
    }

    @Test
    void aLongListIsCutAndAStrangeNameIsTamed() {
        openai.models = IntStream.range(0, 30).mapToObj(i -> "m" + i).toList();

        AppException refusal = refusal(catalog("", openai, builtin), "a\u0000b" + "x".repeat(500));

        assertThat(refusal.sentence())
                .contains("openai/m19, and 11 more.")
                .doesNotContain("openai/m20")
                .contains("'a bxxx")
                .hasSizeLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4",
                "gpt-3.5-turbo",
                "claude-sonnet-4-5",
                "meta-llama/Llama-2-7b-chat-hf",
                "openai/gpt-4",
                "anthropic/claude-haiku-4-5",
                "",
                "parley",
                "builtin/parley"
            })
    void withoutAnyProviderTheExamplesMeanTheBuiltInEngine(String name)
            throws InterruptedException {
        assertThat(catalog("", builtin).resolve(name).fullName()).isEqualTo("builtin/parley");
    }

    @Test
    void withoutAnyProviderOtherNamesAreRefused() {
        assertThat(refusal(catalog("", builtin), "llama-3").sentence())
                .isEqualTo("There is no model 'llama-3'. There are: builtin/parley.");
    }

    @Test
    void theDefaultIsTheSettingThenTheFirstProvidersOwn() throws InterruptedException {
        assertThat(catalog("llama", openai, other, builtin).resolve("").fullName())
                .isEqualTo("other/llama");
        assertThat(catalog("", openai, other, builtin).resolve("").fullName())
                .isEqualTo("openai/gpt-4o-mini");
        openai.preferred = Optional.of("gpt-4");
        assertThat(catalog("", openai, other, builtin).resolve("").fullName())
                .isEqualTo("openai/gpt-4");
    }

    @Test
    void aDefaultThatDoesNotExistBlamesTheSetting() {
        AppException failure = refusal(catalog("gone", openai, builtin), "");

        assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(failure.parameter()).isEmpty();
        assertThat(failure.sentence()).contains("model.default").contains("'gone'");
    }

    @Test
    void aProviderWithoutItsListStillServesNamesThatNameIt() throws InterruptedException {
        openai.failing = true;
        ModelCatalog catalog = catalog("", openai, builtin);

        assertThat(catalog.resolve("openai/mine").fullName()).isEqualTo("openai/mine");
        assertThat(catalog.resolve("openai/mine").contextTokens())
                .isEqualTo(ModelInfo.CAUTIOUS_CONTEXT_TOKENS);
        assertThat(catalog.resolve("parley").fullName()).isEqualTo("builtin/parley");
        AppException bare = refusal(catalog, "gpt-4");
        assertThat(bare.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(bare.sentence()).contains("openai is away.").contains("openai/gpt-4");
        assertThat(refusal(catalog, "").sentence()).isEqualTo("openai is away.");
    }

    @Test
    void theModelOfTheSettingsNeedsNoList() throws InterruptedException {
        openai.failing = true;
        openai.preferred = Optional.of("mine");
        ModelCatalog catalog = catalog("", openai, builtin);

        assertThat(catalog.resolve("").fullName()).isEqualTo("openai/mine");
        assertThat(catalog.resolve("mine").fullName()).isEqualTo("openai/mine");
    }

    @Test
    void listsAreAskedForOnceInFiveMinutes() throws Exception {
        ModelCatalog catalog = catalog("", openai, builtin);
        catalog.resolve("gpt-4");
        nanos.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
        catalog.resolve("gpt-4");
        assertThat(openai.asked).hasValue(1);

        openai.models = List.of("gpt-5");
        nanos.addAndGet(1);
        assertThat(catalog.resolve("gpt-4")).as("the old list, meanwhile").isNotNull();

        awaitModel(catalog, "gpt-5");
        assertThat(openai.asked).hasValue(2);
    }

    private static void awaitModel(ModelCatalog catalog, String model) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!catalog.providers().getFirst().models().contains(model)) {
            assertThat(System.nanoTime()).as("waiting for the new list").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void anOptionalProviderIsThereWhileItHasSomething() throws InterruptedException {
        Listing local = new Listing("local");
        local.optional = true;
        ModelCatalog catalog = catalog("", local, builtin);

        assertThat(catalog.resolve("").fullName()).isEqualTo("builtin/parley");
        assertThat(catalog.resolve("gpt-4").fullName()).isEqualTo("builtin/parley");
        assertThat(catalog.providers()).extracting(ProviderStatus::name).doesNotContain("local");

        local.models = List.of("tiny");
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(catalog.resolve("").fullName()).as("at once").isEqualTo("local/tiny");
        assertThat(catalog.resolve("local/tiny").fullName()).isEqualTo("local/tiny");

        local.failing = true;
        assertThat(catalog("", local, builtin).resolve("").fullName()).isEqualTo("builtin/parley");
    }

    @Test
    void onlyAnOptionalProviderIsAbsent() throws InterruptedException {
        Listing local = new Listing("local");
        local.optional = true;
        Listing ollama = new Listing("ollama", "tiny");
        ollama.optional = true;
        Listing away = new Listing("away", "tiny");
        away.optional = true;
        away.failing = true;
        openai.failing = true;
        ModelCatalog catalog = catalog("", openai, local, ollama, away, builtin);
        var _ = catalog.providers();

        assertThat(catalog.providerNames().stream().filter(catalog::isAbsent))
                .containsExactly("local", "away");
    }

    @Test
    void aProviderThatKnowsWhyANameIsOfNoUseSaysSo() {
        assertThat(refusal(catalog("", openai, builtin), "openai/damaged").sentence())
                .isEqualTo("The file damaged is cut off.");
    }

    @Test
    void aProviderThatFailsLaterAnswersFromItsLastList() throws Exception {
        ModelCatalog catalog = catalog("", openai, builtin);
        catalog.resolve("gpt-4");
        openai.failing = true;
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        catalog.resolve("gpt-4");

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (catalog.providers().getFirst().available()) {
            assertThat(System.nanoTime()).as("waiting for the failure").isLessThan(end);
            Thread.onSpinWait();
        }
        assertThat(catalog.resolve("gpt-4").fullName()).isEqualTo("openai/gpt-4");
        ProviderStatus status = catalog.providers().getFirst();
        assertThat(status.models()).contains("gpt-4");
        assertThat(status.reason()).contains("openai is away.");
    }

    @Test
    void aFailureIsNotRepeatedForEveryCaller() throws InterruptedException {
        openai.failing = true;
        ModelCatalog catalog = catalog("", openai, builtin);

        for (int i = 0; i < 3; i++) {
            catalog.resolve("openai/gpt-4");
        }
        assertThat(openai.asked).hasValue(1);

        openai.failing = false;
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(catalog.resolve("gpt-4").fullName()).isEqualTo("openai/gpt-4");
    }

    @Test
    void manyCallersWaitForOneListAndOneMayGiveUp() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        Listing slow =
                new Listing("openai", "gpt-4") {
                    @Override
                    public List<ModelInfo> models() throws InterruptedException {
                        arrived.countDown();
                        open.await();
                        return super.models();
                    }
                };
        ModelCatalog catalog = catalog("", slow, builtin);
        FutureTask<ResolvedModel> impatient = new FutureTask<>(() -> catalog.resolve("gpt-4"));
        Thread thread = Thread.ofVirtual().start(impatient);
        arrived.await();
        List<FutureTask<ResolvedModel>> patient =
                IntStream.range(0, 50)
                        .mapToObj(_ -> new FutureTask<>(() -> catalog.resolve("gpt-4")))
                        .toList();
        patient.forEach(Thread::startVirtualThread);

        thread.interrupt();
        assertThat(catchThrowableOfType(Exception.class, () -> impatient.get(5, TimeUnit.SECONDS)))
                .hasCauseInstanceOf(InterruptedException.class);
        open.countDown();

        for (FutureTask<ResolvedModel> task : patient) {
            assertThat(task.get(5, TimeUnit.SECONDS).fullName()).isEqualTo("openai/gpt-4");
        }
        assertThat(slow.asked).hasValue(1);
    }

    @Test
    void providersThatAreNotSetUpAreKnownWithWhatToDo() throws InterruptedException {
        List<ProviderStatus> statuses = catalog("", builtin).providers();

        assertThat(statuses)
                .extracting(ProviderStatus::name)
                .containsExactly("openai", "anthropic", "builtin");
        ProviderStatus known = statuses.getFirst();
        assertThat(known.available()).isFalse();
        assertThat(known.models()).containsExactly("gpt-4", "gpt-3.5-turbo", "gpt-4-turbo-preview");
        assertThat(known.defaultModel()).contains("gpt-3.5-turbo");
        assertThat(known.reason().orElseThrow()).contains("OPENAI_API_KEY");
        assertThat(statuses.get(1).reason().orElseThrow()).contains("ANTHROPIC_API_KEY");
        assertThat(statuses.getLast())
                .isEqualTo(
                        new ProviderStatus(
                                "builtin",
                                true,
                                true,
                                List.of(
                                        new ModelInfo(
                                                "parley",
                                                1000,
                                                OptionalInt.empty(),
                                                Set.of(),
                                                Optional.of(Price.FREE))),
                                Optional.of("parley"),
                                Optional.empty()));
    }

    @Test
    void aProviderThatIsSetUpIsShownOnceAndAsItIs() throws InterruptedException {
        List<ProviderStatus> statuses = catalog("", openai, builtin).providers();

        assertThat(statuses)
                .extracting(ProviderStatus::name)
                .containsExactly("openai", "anthropic", "builtin");
        assertThat(statuses.getFirst().available()).isTrue();
        assertThat(statuses.getFirst().defaultModel()).contains("gpt-4o-mini");
    }
}
