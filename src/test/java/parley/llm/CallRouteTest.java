package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
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
