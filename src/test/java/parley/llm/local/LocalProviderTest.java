package parley.llm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import parley.llm.Capability;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelOptions;
import parley.llm.ModelRequest;
import parley.llm.OutputFormat;
import parley.llm.ProviderException;
import parley.llm.RecordedEvents;
import parley.llm.ReportedUsage;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;
import parley.llm.local.gguf.DamagedModelException;
import parley.llm.local.gguf.GgufReader;
import parley.llm.local.gguf.TinyModel;
import parley.settings.SettingValues;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real llama.cpp with models of a few hundred kilobytes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LocalProviderTest {
    private static final List<String> WORDS =
            List.of("Hello", " world", ",", " grüße", " 世界", " 🎉", " end");
    private static final Sampling GREEDY = sampling(0, List.of());

    @TempDir static Path home;
    private Path models;
    private LocalProvider provider;

    @BeforeAll
    void start() throws Exception {
        Path library = NativeLibrary.require();
        models = Files.createDirectories(ModelFolder.folder(home));
        TinyModel.saying(WORDS).write(models.resolve("tiny.gguf"));
        TinyModel.repeating(List.of("tick", " tock "))
                .contextTokens(8000)
                .write(models.resolve("clock.gguf"));
        TinyModel.babbling().contextTokens(2048).write(models.resolve("babble.gguf"));
        TinyModel.saying(List.of("x"))
                .template("{% for m in messages %}nobody knows this{% endfor %}")
                .write(models.resolve("strange.gguf"));
        TinyModel.babbling().pooling(1).write(models.resolve("vectors.gguf"));
        provider =
                new LocalProvider(
                        LocalSettings.from(
                                new SettingValues(
                                        Map.of(
                                                "local.library",
                                                library.toString(),
                                                "local.loaded",
                                                "8"))),
                        home);
    }

    @AfterAll
    void stop() {
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    void aFileInTheFolderAnswersInWholeCharacters() throws Exception {
        RecordedEvents events = run("tiny", "", GREEDY, "Hi");

        assertThat(events.deltas()).containsExactlyElementsOf(WORDS);
        assertThat(events.end().reason()).isEqualTo(FinishReason.STOP);
        // The words, and the token that ends the answer.
        assertThat(events.usage().outputTokens()).isEqualTo(WORDS.size() + 1);
        // <|im_start|>user⏎Hi<|im_end|>⏎<|im_start|>assistant⏎, a token for each byte.
        assertThat(events.usage().inputTokens()).isEqualTo(21);
    }

    @Test
    void anAnswerGoesOnFromWhatWasSaid() throws Exception {
        assertThat(run("tiny", "Hello world", GREEDY, "Hi").text())
                .isEqualTo(String.join("", WORDS.subList(2, WORDS.size())));
    }

    @Test
    void aStopTextAndTheMostTokensEndAnAnswer() throws Exception {
        RecordedEvents stopped = run("tiny", "", sampling(0, List.of("🎉")), "Hi");
        assertThat(stopped.text()).isEqualTo(String.join("", WORDS.subList(0, 5)) + " ");
        assertThat(stopped.end().reason()).isEqualTo(FinishReason.STOP);

        RecordedEvents cut =
                run("tiny", "", new Sampling(OptionalDouble.of(0), OptionalInt.of(2)), "Hi");
        assertThat(cut.text()).isEqualTo("Hello world");
        assertThat(cut.end().reason()).isEqualTo(FinishReason.LENGTH);
        assertThat(cut.usage().outputTokens()).isEqualTo(2);
    }

    @Test
    void whatAConversationHasInCommonWithTheLastTurnIsNotReadAgain() throws Exception {
        String question = "A question that nobody else in this test asks. ".repeat(3);
        RecordedEvents first = run("babble", "", limited(40), question);
        RecordedEvents again = run("babble", "", limited(40), question);

        assertThat(cached(again)).isGreaterThan(100);
        // The same words, whether they were read just now or long ago.
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void theSameSeedSaysTheSameAndAnotherDoesNot() throws Exception {
        assertThat(run("babble", "", seeded(7), "Hi").text())
                .isEqualTo(run("babble", "", seeded(7), "Hi").text())
                .isNotEqualTo(run("babble", "", seeded(8), "Hi").text());
    }

    @Test
    void theEndOfTheContextEndsTheAnswer() throws Exception {
        RecordedEvents events = run("clock", "", GREEDY, "Go");

        assertThat(events.end().reason()).isEqualTo(FinishReason.LENGTH);
        assertThat(events.usage().inputTokens() + events.usage().outputTokens())
                .isCloseTo(8000, within(2L));
    }

    @Test
    void aConversationThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> run("tiny", "", GREEDY, "x".repeat(600)))
                .asInstanceOf(type(ProviderException.class))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(ProviderException.Kind.REFUSED);
                    assertThat(failure.sentence()).contains("619 tokens", "512 together");
                });
    }

    @Test
    void aTemplateThatNobodyKnowsIsSaid() {
        assertThatThrownBy(() -> run("strange", "", GREEDY, "Hi"))
                .hasMessageContaining("chat template");
    }

    @Test
    void interruptingEndsTheAnswerAndTheNextOneIsWhole() throws Exception {
        CountDownLatch begun = new CountDownLatch(50);
        Thread thread =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                provider.run(
                                        request("clock", "", ModelOptions.of(GREEDY), "Go"),
                                        _ -> begun.countDown());
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        assertThat(run("clock", "", limited(4), "Go").text()).isEqualTo("tick tock tick tock ");
    }

    @Test
    void severalAnswersAreMadeAtOnceAndAreNotMixedUp() throws Exception {
        List<RecordedEvents> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            RecordedEvents events = new RecordedEvents();
            ModelRequest request = request("tiny", "", ModelOptions.of(GREEDY), "Hi " + i);
            all.add(events);
            threads.add(
                    Thread.ofVirtual()
                            .start(() ->
                                    assertThatCode(() -> provider.run(request, events))
                                            .doesNotThrowAnyException()));
        }
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        }

        assertThat(all).allMatch(events -> events.text().equals(String.join("", WORDS)));
    }

    @Test
    void nonsenseThatMustBeJsonKeepsToItsSchema() throws Exception {
        String schema =
                """
                {"type": "object", "required": ["name", "kind", "sizes"],
                 "properties": {
                   "name": {"type": "string", "maxLength": 12},
                   "kind": {"enum": ["a", "b\\"c"]},
                   "extra": {"$ref": "#/$defs/flag"},
                   "sizes": {"type": "array", "minItems": 2, "maxItems": 3,
                             "items": {"type": ["integer", "null"]}}},
                 "$defs": {"flag": {"anyOf": [{"type": "boolean"}, {"const": 7}]}}}\
                """;
        for (int seed = 0; seed < 5; seed++) {
            JsonNode json =
                    JsonMapper.shared()
                            .readTree(
                                    run(request(
                                                    "babble",
                                                    "",
                                                    options(
                                                            seed,
                                                            ToolUse.NONE,
                                                            new OutputFormat.JsonSchema(
                                                                    "x", schema, true)),
                                                    "Hi"))
                                            .text());

            // What the grammar takes for one character Java may replace by several, when it is
            // none.
            assertThat(json.path("name").stringValue().codePoints().filter(c -> c != 0xfffd))
                    .hasSizeLessThanOrEqualTo(12);
            assertThat(json.path("kind").stringValue()).isIn("a", "b\"c");
            assertThat(json.path("sizes").size()).isBetween(2, 3);
            assertThat(json.path("sizes").valueStream())
                    .allMatch(size -> size.isIntegralNumber() || size.isNull());
        }
    }

    @Test
    void aToolThatMustBeCalledIsCalled() throws Exception {
        ToolUse.Tool tool =
                new ToolUse.Tool(
                        "look",
                        "Looks.",
                        "{\"type\":\"object\",\"required\":[\"on\"],\"properties\":{\"on\":{\"type\":\"boolean\"}}}",
                        true);
        RecordedEvents events =
                run(
                        request(
                                "babble",
                                "",
                                options(
                                        1,
                                        new ToolUse(
                                                List.of(tool),
                                                new ToolUse.ToolChoice.Required(),
                                                false),
                                        new OutputFormat.Text()),
                                "Hi"));

        assertThat(events.all().getFirst())
                .isInstanceOfSatisfying(
                        ModelEvent.ToolCallDelta.class,
                        call -> {
                            assertThat(call.name()).isEqualTo("look");
                            assertThat(call.arguments()).matches("\\{\"on\":(true|false)}");
                        });
        assertThat(events.end().reason()).isEqualTo(FinishReason.TOOL_CALLS);
    }

    @Test
    void anEmbeddingModelMakesVectorsOfLengthOne() throws Exception {
        var made = provider.embed("vectors", List.of("one", "two", "one"), OptionalInt.empty());

        assertThat(made.vectors().get(0)).containsExactly(made.vectors().get(2));
        assertThat(made.vectors().get(0)).isNotEqualTo(made.vectors().get(1));
        double squares = 0;
        for (float component : made.vectors().getFirst()) {
            squares += component * component;
        }
        assertThat(squares).isCloseTo(1, within(1e-4));
        assertThat(made.usage().inputTokens()).isEqualTo(9);
        assertThat(provider.describe("vectors").can(Capability.EMBEDDING)).isTrue();
    }

    @Test
    void filesThatAreDamagedBehindTheHeaderHarmNobody() throws Exception {
        byte[] whole = Files.readAllBytes(models.resolve("tiny.gguf"));
        Random random = new Random(3);
        int tried = 0;
        while (tried < 8) {
            byte[] changed = whole.clone();
            for (int i = 0; i < 4; i++) {
                changed[24 + random.nextInt(8000)] = (byte) random.nextInt(256);
            }
            Path file = models.resolve("damaged%d.gguf".formatted(tried));
            Files.write(file, changed);
            if (!isWhole(file)) {
                Files.delete(file);
                continue;
            }
            tried++;
            try {
                run(String.valueOf(file.getFileName()).replace(".gguf", ""), "", limited(3), "Hi");
            } catch (ProviderException e) {
                assertThat(e.sentence()).doesNotContain("/");
            }
            Files.delete(file);
        }
        assertThat(run("tiny", "", GREEDY, "Hi").text()).isEqualTo(String.join("", WORDS));
    }

    private static boolean isWhole(Path file) {
        try {
            return GgufReader.read(file).fileSize() > 0;
        } catch (DamagedModelException e) {
            return false;
        }
    }

    private static long cached(RecordedEvents events) {
        return events.all().stream()
                .filter(ModelEvent.UsageReported.class::isInstance)
                .map(event -> ((ModelEvent.UsageReported) event).usage())
                .map(ReportedUsage::cachedTokens)
                .mapToLong(count -> count.orElse(0))
                .sum();
    }

    private RecordedEvents run(String model, String soFar, Sampling sampling, String question)
            throws InterruptedException {
        return run(request(model, soFar, ModelOptions.of(sampling), question));
    }

    private RecordedEvents run(ModelRequest request) throws InterruptedException {
        RecordedEvents events = new RecordedEvents();
        provider.run(request, events);
        return events;
    }

    private static ModelRequest request(
            String model, String soFar, ModelOptions options, String question) {
        return new ModelRequest(
                model, List.of(new ChatMessage(Role.USER, question)), soFar, options, true);
    }

    private static ModelOptions options(long seed, ToolUse tools, OutputFormat format) {
        return new ModelOptions(seeded(seed), tools, format, Optional.empty());
    }

    private static Sampling limited(int tokens) {
        return new Sampling(OptionalDouble.of(0), OptionalInt.of(tokens));
    }

    private static Sampling seeded(long seed) {
        return new Sampling(
                OptionalDouble.of(1),
                OptionalDouble.of(1),
                OptionalInt.of(200),
                List.of(),
                OptionalLong.of(seed),
                OptionalDouble.of(0.5),
                OptionalDouble.empty());
    }

    private static Sampling sampling(double temperature, List<String> stop) {
        return new Sampling(
                OptionalDouble.of(temperature),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                stop,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
