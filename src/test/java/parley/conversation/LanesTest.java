package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.error.ErrorCode;

final class LanesTest {
    @Test
    void turnsRunInTheOrderInWhichTheyLinedUp() throws InterruptedException {
        Lanes lanes = new Lanes(8);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Lanes.Place> places = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Lanes.Place place = lanes.enter(7);
            place.lineUp();
            places.add(place);
        }

        List<Thread> threads = new ArrayList<>();
        for (int i = 8; i >= 0; i--) {
            int number = i;
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    places.get(number).awaitTurn();
                                    order.add(number);
                                    places.get(number).leave();
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void oneTooManyIsRefusedAndAPlaceThatIsLeftCanBeTakenAgain() {
        Lanes lanes = new Lanes(1);
        Lanes.Place first = lanes.enter(7);
        Lanes.Place second = lanes.enter(7);

        assertThatThrownBy(() -> lanes.enter(7))
                .isInstanceOfSatisfying(
                        AppException.class,
                        problem -> {
                            assertThat(problem.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                            assertThat(problem.retryAfter()).isPresent();
                        });
        lanes.enter(8).leave();
        first.leave();
        lanes.enter(7).leave();
        second.leave();
    }

    @Test
    void whoLeavesWithoutHavingWaitedLetsNobodyOvertake() {
        Lanes lanes = new Lanes(8);
        Lanes.Place first = lanes.enter(7);
        first.lineUp();
        Lanes.Place stopped = lanes.enter(7);
        stopped.lineUp();
        stopped.leave();
        Lanes.Place third = lanes.enter(7);

        assertThat(third.wouldWait()).isTrue();
        first.leave();
        assertThat(third.wouldWait()).isFalse();
    }

    @Test
    void onlyWhoeverHasSomebodyBeforeHasToWait() {
        Lanes lanes = new Lanes(8);
        Lanes.Place first = lanes.enter(7);
        assertThat(first.wouldWait()).isFalse();
        first.lineUp();
        Lanes.Place second = lanes.enter(7);
        assertThat(second.wouldWait()).isTrue();
        second.lineUp();
        first.leave();
        Lanes.Place third = lanes.enter(7);
        assertThat(third.wouldWait()).isTrue();
        second.leave();
        assertThat(third.wouldWait()).isFalse();
        third.leave();
    }
}
