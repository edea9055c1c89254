package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Who is asked, and who after that.
class CallRouteTest extends ScriptedCalls {
    @ParameterizedTest
    @EnumSource(value = ProviderException.Kind.class, mode = Mode.EXCLUDE, names = "REFUSED")
    void aFallbackAnswersWhereTheProviderCannot(ProviderException.Kind kind)
            throws InterruptedException {
        first.otherwise(ScriptedModel.fails(kind));

        ModelCall call = run(caller(), firstThenSecond());

        assertThat(events.text()).isEqualTo("Hello there.");
        assertThat(call.asked().fullName()).isEqualTo("first/m");
        assertThat(call.model().fullName()).isEqualTo("second/m");
        assertThat(call.usage()).isEqualTo(Usage.exact(7, 2));
        assertThat(call.attempts().getFirst().problem()).contains("It says " + kind + ".");
        assertThat(call.attempts().getLast())
                .matches(attempt -> attempt.model().equals("second/m"))
                .matches(attempt -> attempt.problem().isEmpty());
        assertThat(first.requests()).hasSize(kind.retryable() ? 3 : 1);
        assertThat(call.timesAsked()).isEqualTo(call.attempts().size());
    }

    private static ModelInfo able(Capability... capabilities) {
        return new ModelInfo(
                "m", 100_000, OptionalInt.empty(), Set.of(capabilities), Optional.empty());
    }

    private static final ModelOptions TOOLS =
            new ModelOptions(
                    Sampling.DEFAULT,
                    new ToolUse(
                            List.of(new ToolUse.Tool("f", "", "{}", false)),
                            new ToolUse.ToolChoice.Auto(),
                            true),
                    new OutputFormat.Text(),
                    Optional.empty());
    private static final ModelOptions SCHEMA =
            new ModelOptions(
                    Sampling.DEFAULT,
                    ToolUse.NONE,
                    new OutputFormat.JsonSchema("s", "{}", true),
                    Optional.empty());
    private static final Part PICTURE = new Part.Image("image/png", "AAAA", Optional.empty());
    private static final Part WORDS = new Part.Text("Hi");

    static List<Arguments> needs() {
        return List.of(
                Arguments.of(TOOLS, WORDS, Capability.TOOLS, "cannot call tools"),
                Arguments.of(SCHEMA, WORDS, Capability.JSON_SCHEMA, "cannot keep to a JSON schema"),
                Arguments.of(
                        ModelOptions.DEFAULT, PICTURE, Capability.VISION, "cannot see pictures"));
    }

    private static ModelCall asking(
            ModelCaller caller, ResolvedModel model, ModelOptions options, Part part) {
        return caller.prepare(
                model,
                candidate ->
                        new ModelRequest(
                                candidate.model(),
                                List.of(new ChatMessage(Role.USER, List.of(part))),
                                "",
                                options,
                                true));
    }

    @ParameterizedTest
    @MethodSource("needs")
    void aFallbackThatCannotDoWhatIsNeededIsSkippedAndSaysWhy(
            ModelOptions options, Part part, Capability needed, String lack)
            throws InterruptedException {
        ScriptedModel unable = new ScriptedModel("unable", able(Capability.REASONING));
        ScriptedModel able = new ScriptedModel("able", able(needed));
        first.otherwise(ScriptedModel.fails(ProviderException.Kind.UNAUTHORIZED));
        ModelCall call = asking(caller(), first.model(unable.model(), able.model()), options, part);

        call.run(events);

        assertThat(unable.requests()).isEmpty();
        assertThat(call.model().fullName()).isEqualTo("able/m");
        assertThat(call.attempts())
                .extracting(Attempt::model)
                .containsExactly("first/m", "unable/m", "able/m");
        assertThat(call.attempts().get(1).problem().orElseThrow())
                .contains("not asked")
                .contains(lack);
        assertThat(call.timesAsked()).isEqualTo(2);
    }

    @Test
    void whatTheModelThatWasAskedCannotDoEitherIsNotMissed() throws InterruptedException {
        ScriptedModel asked = new ScriptedModel("asked", able(Capability.TOOLS));
        ScriptedModel other = new ScriptedModel("other", able(Capability.TOOLS));
        asked.otherwise(ScriptedModel.fails(ProviderException.Kind.UNAUTHORIZED));
        ModelCall call =
                asking(caller(), asked.model(other.model()), ModelOptions.DEFAULT, PICTURE);

        call.run(events);

        assertThat(call.model().fullName()).isEqualTo("other/m");
    }

    @Test
    void withoutAFitFallbackTheModelIsTheLastOneAndItsFailureStands() {
        ScriptedModel unable = new ScriptedModel("unable", able(Capability.REASONING));
        first.otherwise((_, _) -> {
            throw new ProviderException(
                    ProviderException.Kind.RATE_LIMITED, "Too much.", Duration.ofSeconds(2), null);
        });
        ModelCall call = asking(caller(), first.model(unable.model()), TOOLS, WORDS);

        AppException failure = failure(call);

        assertThat(failure.sentence()).startsWith("Too much.");
        assertThat(first.requests()).as("waited for, as nobody else can answer").hasSize(3);
        assertThat(call.attempts().getLast().model()).isEqualTo("unable/m");
    }

    @Test
    void aRequestThatIsWrongIsWrongForEverybody() {
        first.otherwise(ScriptedModel.fails(ProviderException.Kind.REFUSED));

        failure(prepare(caller(), firstThenSecond()));

        assertThat(second.requests()).isEmpty();
    }

    @Test
    void nobodyElseContinuesWhatWasBegun() {
        first.otherwise(
                ScriptedModel.both(
                        ScriptedModel.sends(new ModelEvent.TextDelta("Once")),
                        ScriptedModel.fails(ProviderException.Kind.UNAVAILABLE)));

        AppException failure = failure(prepare(caller(), firstThenSecond()));

        assertThat(failure.sentence()).contains("The text so far is kept.");
        assertThat(first.requests()).hasSize(1);
        assertThat(second.requests()).isEmpty();
    }

    @Test
    void whatIsSignedHasBegunAsWell() {
        first.otherwise(
                ScriptedModel.both(
                        ScriptedModel.sends(new ModelEvent.ReasoningSigned("sealed")),
                        ScriptedModel.fails(ProviderException.Kind.UNAVAILABLE)));

        failure(prepare(caller(), firstThenSecond()));

        assertThat(second.requests()).isEmpty();
    }

    @Test
    void theLastFailureNamesAllThatWereAsked() {
        first.otherwise(ScriptedModel.fails(ProviderException.Kind.UNAUTHORIZED));
        second.otherwise(ScriptedModel.fails(ProviderException.Kind.RATE_LIMITED));
        third.otherwise(ScriptedModel.fails(ProviderException.Kind.UNAVAILABLE));

        AppException failure =
                failure(prepare(caller(), first.model(second.model(), third.model())));

        assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(failure.sentence())
                .startsWith("It says UNAVAILABLE. It was tried 3 times.")
                .endsWith(
                        "Asked: first/m (key refused), second/m (rate limited), third/m (unavailable).");
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAloneWhereAnotherCanAnswer() throws InterruptedException {
        first.otherwise((_, _) -> {
            throw new ProviderException(
                    ProviderException.Kind.RATE_LIMITED, "Too much.", Duration.ofSeconds(2), null);
        });

        run(caller(), firstThenSecond());

        assertThat(first.requests()).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aProviderIsAskedThreeTimesAtMostWhateverItsModels() {
        ScriptedModel both =
                new ScriptedModel("both", new ModelInfo("a", 1000), new ModelInfo("b", 1000));
        both.otherwise(ScriptedModel.fails(ProviderException.Kind.UNAVAILABLE));
        ResolvedModel b = new ResolvedModel(both, new ModelInfo("b", 1000), List.of());

        failure(prepare(caller(), both.model(b, b, b)));

        assertThat(both.requests()).extracting(ModelRequest::model).containsExactly("a", "b", "b");
    }

    @Test
    void whoTakesTooLongToBeginIsCancelledAndTheNextIsAsked() throws InterruptedException {
        first.otherwise(ScriptedModel.hangs());
        CallSettings hasty = new CallSettings(Duration.ofSeconds(1), LONG, LONG, 3);

        ModelCall call = run(caller(hasty, new RoutingSettings(5, LONG, 0)), firstThenSecond());

        first.awaitCancelled();
        assertThat(call.model().fullName()).isEqualTo("second/m");
        assertThat(call.attempts().getFirst().problem())
                .contains("It did not begin to answer in time.");
        assertThat(Thread.interrupted()).as("interrupted afterwards").isFalse();
    }

    @Test
    void theLastHasAllTheTimeThatIsLeft() {
        first.otherwise(ScriptedModel.hangs());
        second.otherwise(ScriptedModel.hangs());
        CallSettings hasty = new CallSettings(Duration.ofMillis(600), LONG, LONG, 3);
        ModelCall call = prepare(caller(hasty, new RoutingSettings(5, LONG, 0)), firstThenSecond());

        AppException failure = failure(call);

        assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_TIMEOUT);
        assertThat(failure.sentence())
                .contains("second/m did not begin")
                .contains("first/m (too slow)");
        assertThat(call.attempts()).hasSize(2);
    }

    @Test
    void aCancelledCallGoesNowhereElse() throws Exception {
        first.otherwise(ScriptedModel.hangs());
        ModelCall call = prepare(caller(), firstThenSecond());
        FutureTask<Throwable> task = new FutureTask<>(() -> catchThrowable(() -> call.run(events)));
        Thread thread = Thread.ofVirtual().start(task);
        first.awaitRequest();

        thread.interrupt();

        assertThat(task.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(second.requests()).isEmpty();
        assertThat(call.attempts()).singleElement().matches(one -> one.problem().isEmpty());
    }
}
