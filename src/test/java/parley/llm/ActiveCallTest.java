package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.llm.ActiveCall.Deadline;

/// The deadlines of a call, on a clock that only the test moves.
class ActiveCallTest {
    private static final CallSettings SETTINGS =
            new CallSettings(
                    Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(600), 3);
    private static final ModelEvent TEXT = new ModelEvent.TextDelta("x");
    private static final ModelEvent END = new ModelEvent.Finished(FinishReason.STOP);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private final List<ModelEvent> received = new ArrayList<>();
    private final ActiveCall call = new ActiveCall(SETTINGS, received::add, nanos::get);

    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        call.check();
    }

    private static boolean isInterrupted() {
        return Thread.currentThread().isInterrupted();
    }

    @Test
    void theFirstTokenIsDueAfterItsTime() {
        pass(Duration.ofSeconds(60).minusNanos(1));
        assertThat(isInterrupted()).isFalse();

        pass(Duration.ofNanos(1));
        assertThat(isInterrupted()).isTrue();
        assertThat(call.end()).contains(Deadline.FIRST_TOKEN);
    }

    @Test
    void everyTokenGivesTimeForTheNext() {
        call.accept(TEXT);
        pass(Duration.ofSeconds(29));
        call.accept(TEXT);
        pass(Duration.ofSeconds(29));
        assertThat(isInterrupted()).isFalse();

        pass(Duration.ofSeconds(1));
        assertThat(isInterrupted()).isTrue();
        assertThat(call.end()).contains(Deadline.GAP);
    }

    @Test
    void theWholeAnswerHasItsTimeHoweverFastItComes() {
        for (int second = 0; second < 600; second += 10) {
            assertThat(isInterrupted()).isFalse();
            call.accept(TEXT);
            pass(Duration.ofSeconds(10));
        }

        assertThat(call.end()).contains(Deadline.TOTAL);
    }

    @Test
    void theReceiversOwnTimeIsNotTheProviders() {
        AtomicReference<ActiveCall> slow = new AtomicReference<>();
        slow.set(
                new ActiveCall(
                        SETTINGS,
                        _ -> {
                            nanos.addAndGet(Duration.ofMinutes(5).toNanos());
                            slow.get().check();
                            assertThat(isInterrupted()).isFalse();
                        },
                        nanos::get));

        slow.get().accept(TEXT);
        slow.get().check();

        assertThat(isInterrupted()).isFalse();
        assertThat(slow.get().end()).isEmpty();
    }

    @Test
    void nothingIsPassedOnAfterADeadline() {
        pass(Duration.ofSeconds(60));

        assertThatThrownBy(() -> call.accept(TEXT)).isInstanceOf(RuntimeException.class);
        assertThat(received).isEmpty();
    }

    @Test
    void whatHasEndedIsNotInterrupted() {
        call.accept(END);
        pass(Duration.ofHours(1));
        assertThat(call.end()).isEmpty();

        ActiveCall failed = new ActiveCall(SETTINGS, received::add, nanos::get);
        assertThat(failed.end()).isEmpty();
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        failed.check();
        assertThat(isInterrupted()).isFalse();
    }

    @Test
    void aPauseMustFitBeforeTheFirstTokenIsDue() {
        pass(Duration.ofSeconds(50));

        assertThat(call.hasTimeFor(Duration.ofSeconds(9))).isTrue();
        assertThat(call.hasTimeFor(Duration.ofSeconds(10))).isFalse();
    }

    @Test
    void aCandidateHasHalfOfTheTimeThatIsLeftAndTheLastAllOfIt() {
        pass(Duration.ofSeconds(20));
        call.beginCandidate(false);
        assertThat(call.timeToBegin()).isEqualTo(Duration.ofSeconds(20));

        pass(Duration.ofSeconds(20));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(call.passed()).contains(Deadline.SHARE);
        assertThat(call.forgiveShare(new InterruptedException())).isTrue();

        call.beginCandidate(true);
        assertThat(call.timeToBegin()).isEqualTo(Duration.ofSeconds(20));
        pass(Duration.ofSeconds(19));
        assertThat(isInterrupted()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(call.end()).contains(Deadline.FIRST_TOKEN);
    }

    @Test
    void aCandidateThatHasBegunHasNoShareAnyMore() {
        call.beginCandidate(false);
        call.accept(TEXT);
        pass(Duration.ofSeconds(29));

        assertThat(isInterrupted()).isFalse();
        assertThat(call.hasBegun()).isTrue();
    }

    @Test
    void aCancelledCallIsNotTakenForASlowOne() {
        call.beginCandidate(false);
        pass(Duration.ofSeconds(30));
        assertThat(Thread.interrupted()).as("by the watcher").isTrue();
        Thread.currentThread().interrupt();

        assertThat(call.forgiveShare(new InterruptedException())).isFalse();
    }

    @Test
    void whoeverInterruptedFirstIsBelieved() {
        call.beginCandidate(false);
        Thread.currentThread().interrupt();

        pass(Duration.ofSeconds(30));

        assertThat(call.passed()).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }
}
