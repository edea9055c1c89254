package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Providers that are passed over for a while, and places that are taken.
class ProviderGateTest extends ScriptedCalls {
    @Test
    void aFailingProviderIsPassedOverUntilATrialGoesWell() throws InterruptedException {
        ModelCaller caller = caller(PATIENT, new RoutingSettings(3, Duration.ofSeconds(15), 0));
        first.otherwise(ScriptedModel.fails(ProviderException.Kind.UNAVAILABLE));
        run(caller, firstThenSecond());
        assertThat(first.requests()).hasSize(3);
        assertThat(caller.health("first").coolingFor()).isPresent();
        assertThat(caller.health("first").problem().orElseThrow())
                .contains("3 times in a row")
                .doesNotContain("It says");

        ModelCall passedOver = run(caller, firstThenSecond());
        assertThat(first.requests()).hasSize(3);
        assertThat(passedOver.attempts().getFirst().problem().orElseThrow())
                .startsWith("first was not asked: it failed 3 times in a row and is in cooldown");
        assertThat(passedOver.timesAsked()).isEqualTo(1);

        passed.addAndGet(Duration.ofSeconds(15).toNanos());
        run(caller, firstThenSecond());
        assertThat(first.requests()).as("one trial, that failed").hasSize(4);

        passed.addAndGet(Duration.ofSeconds(15).toNanos());
        first.otherwise(ScriptedModel.says("Back"));
        assertThat(run(caller, firstThenSecond()).model().fullName()).isEqualTo("first/m");
        assertThat(caller.health("first").problem()).isEmpty();
        assertThat(caller.health("first").lastProblem()).isEmpty();
    }

    @Test
    void onlyOneCallTriesAProviderThatFailed() throws Exception {
        ModelCaller caller = caller(PATIENT, new RoutingSettings(1, Duration.ofSeconds(15), 0));
        first.next(ScriptedModel.fails(ProviderException.Kind.UNAVAILABLE));
        run(caller, firstThenSecond());
        first.awaitRequest();
        passed.addAndGet(Duration.ofSeconds(15).toNanos());
        CountDownLatch answer = new CountDownLatch(1);
        first.otherwise(ScriptedModel.both((_, _) -> answer.await(), ScriptedModel.says("Back")));
        ModelCall trial = prepare(caller, firstThenSecond());
        FutureTask<FinishReason> task = new FutureTask<>(() -> trial.run(new RecordedEvents()));
        Thread.ofVirtual().start(task);
        first.awaitRequest();

        assertThat(run(caller, firstThenSecond()).model().fullName()).isEqualTo("second/m");

        answer.countDown();
        task.get(5, TimeUnit.SECONDS);
        assertThat(trial.model().fullName()).isEqualTo("first/m");
    }

    @Test
    void aTrialThatIsCancelledLeavesTheNextCallToTry() throws Exception {
        ModelCaller caller = caller(PATIENT, new RoutingSettings(1, Duration.ofSeconds(15), 0));
        first.next(ScriptedModel.fails(ProviderException.Kind.UNAVAILABLE))
                .next(ScriptedModel.hangs());
        run(caller, firstThenSecond());
        first.awaitRequest();
        passed.addAndGet(Duration.ofSeconds(15).toNanos());
        FutureTask<Throwable> task =
                new FutureTask<>(() -> catchThrowable(() -> run(caller, firstThenSecond())));
        Thread thread = Thread.ofVirtual().start(task);
        first.awaitRequest();
        thread.interrupt();
        task.get(5, TimeUnit.SECONDS);

        assertThat(run(caller, firstThenSecond()).model().fullName()).isEqualTo("first/m");
    }

    @Test
    void aLoneProviderIsAskedHoweverOftenItFailed() {
        ModelCaller caller = caller(PATIENT, new RoutingSettings(1, LONG, 0));
        first.otherwise(ScriptedModel.fails(ProviderException.Kind.UNAVAILABLE));

        failure(prepare(caller, first.model()));
        failure(prepare(caller, first.model()));

        assertThat(first.requests()).hasSize(6);
    }

    @Test
    void refusalsAndCancelledCallsAreNoFailuresOfTheProvider() throws InterruptedException {
        ModelCaller caller = caller(PATIENT, new RoutingSettings(1, LONG, 0));
        first.otherwise(ScriptedModel.fails(ProviderException.Kind.REFUSED));

        failure(prepare(caller, firstThenSecond()));

        assertThat(caller.health("first").failures()).isZero();
        assertThat(caller.health("first").calls()).isEqualTo(1);
        assertThat(caller.health()).extracting(ProviderHealth::provider).containsExactly("first");
    }

    @Test
    void aFullProviderIsWaitedForInTurn() throws Exception {
        ModelCaller caller = caller(PATIENT, new RoutingSettings(5, LONG, 1));
        CountDownLatch answer = new CountDownLatch(1);
        first.next(ScriptedModel.both((_, _) -> answer.await(), ScriptedModel.says("One")));
        FutureTask<ModelCall> one = new FutureTask<>(() -> run(caller, first.model()));
        Thread.ofVirtual().start(one);
        first.awaitRequest();
        FutureTask<ModelCall> two = new FutureTask<>(() -> run(caller, first.model()));
        Thread.ofVirtual().start(two);
        awaitWaiting(caller);
        assertThat(first.requests()).hasSize(1);

        answer.countDown();

        one.get(5, TimeUnit.SECONDS);
        assertThat(two.get(5, TimeUnit.SECONDS).reason()).contains(FinishReason.STOP);
        assertThat(caller.health("first").running()).isZero();
        assertThat(caller.health("first").waiting()).isZero();
    }

    private static void awaitWaiting(ModelCaller caller) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (caller.health("first").waiting() == 0) {
            assertThat(System.nanoTime()).as("waiting for the second call").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void waitingForAPlaceCanBeInterrupted() throws Exception {
        ModelCaller caller = caller(PATIENT, new RoutingSettings(5, LONG, 1));
        first.otherwise(ScriptedModel.hangs());
        Thread holder =
                Thread.ofVirtual()
                        .start(() ->
                                assertThat(catchThrowable(() -> run(caller, first.model())))
                                        .isInstanceOf(InterruptedException.class));
        first.awaitRequest();
        FutureTask<Throwable> waiting =
                new FutureTask<>(() -> catchThrowable(() -> run(caller, first.model())));
        Thread thread = Thread.ofVirtual().start(waiting);
        awaitWaiting(caller);

        thread.interrupt();

        assertThat(waiting.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        holder.interrupt();
        holder.join();
        assertThat(caller.health("first").waiting()).isZero();
        first.otherwise(ScriptedModel.says("Free"));
        assertThat(run(caller, first.model()).reason()).isPresent();
    }

    @Test
    void aFullProviderHandsOverToItsFallback() throws Exception {
        ModelCaller caller = caller(PATIENT, new RoutingSettings(5, LONG, 1));
        first.otherwise(ScriptedModel.hangs());
        Thread holder =
                Thread.ofVirtual()
                        .start(() ->
                                assertThat(catchThrowable(() -> run(caller, first.model())))
                                        .isInstanceOf(InterruptedException.class));
        first.awaitRequest();

        ModelCall call = run(caller, firstThenSecond());

        assertThat(call.model().fullName()).isEqualTo("second/m");
        assertThat(call.attempts().getFirst().problem().orElseThrow())
                .isEqualTo(
                        "first was not asked: all of its places are taken (model.concurrency is 1).");
        holder.interrupt();
        holder.join();
    }

    @Test
    void noPlaceInTimeIsSaidSo() throws Exception {
        CallSettings hasty = new CallSettings(Duration.ofMillis(300), LONG, LONG, 3);
        ModelCaller caller = caller(hasty, new RoutingSettings(5, LONG, 1));
        CountDownLatch answer = new CountDownLatch(1);
        first.otherwise(
                ScriptedModel.both(
                        ScriptedModel.sends(new ModelEvent.TextDelta("Once")),
                        ScriptedModel.both((_, _) -> answer.await(), ScriptedModel.says("."))));
        FutureTask<ModelCall> holder = new FutureTask<>(() -> run(caller, first.model()));
        Thread.ofVirtual().start(holder);
        first.awaitRequest();

        AppException failure = failure(prepare(caller, first.model()));

        assertThat(failure.code()).isIn(ErrorCode.UNAVAILABLE, ErrorCode.PROVIDER_TIMEOUT);
        assertThat(first.requests()).hasSize(1);
        answer.countDown();
        holder.get(5, TimeUnit.SECONDS);
    }
}
