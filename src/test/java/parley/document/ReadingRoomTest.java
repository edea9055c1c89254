package parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.error.ErrorCode;

/// How many documents are read at once, and whose is next.
final class ReadingRoomTest {
    private static final long ADA = 1;
    private static final long BOB = 2;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    @AfterEach
    void close() {
        threads.close();
    }

    private Future<String> occupy(ReadingRoom room) throws InterruptedException {
        Future<String> first =
                threads.submit(() ->
                        room.enter(
                                ADA,
                                () -> {
                                    inside.countDown();
                                    leave.await();
                                    return "read";
                                }));
        inside.await();
        return first;
    }

    /// Queues, and returns when it waits.
    private Future<Boolean> queue(ReadingRoom room, long account, String name) {
        int before = room.waiting();
        Future<Boolean> reading = threads.submit(() -> room.enter(account, () -> read.add(name)));
        while (room.waiting() == before) {
            Thread.onSpinWait();
        }
        return reading;
    }

    @Test
    void whoFindsItFullIsToldToComeAgain() throws Exception {
        ReadingRoom room = new ReadingRoom(1, 0);
        Future<String> first = occupy(room);

        assertThatThrownBy(() -> room.enter(BOB, () -> "refused"))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                            assertThat(e.retryAfter()).isPresent();
                        });
        leave.countDown();
        assertThat(first.get()).isEqualTo("read");
        assertThat(room.enter(ADA, () -> "next")).isEqualTo("next");
    }

    @Test
    void accountsTakeTurns() throws Exception {
        ReadingRoom room = new ReadingRoom(1, 9);
        Future<String> first = occupy(room);
        List<Future<Boolean>> waiting =
                List.of(
                        queue(room, ADA, "ada 1"),
                        queue(room, ADA, "ada 2"),
                        queue(room, ADA, "ada 3"),
                        queue(room, BOB, "bob 1"),
                        queue(room, BOB, "bob 2"));

        leave.countDown();
        first.get();
        for (Future<Boolean> reading : waiting) {
            reading.get();
        }

        assertThat(read).containsExactly("ada 1", "bob 1", "ada 2", "bob 2", "ada 3");
        assertThat(room.waiting()).isZero();
    }

    @Test
    void whoGivesUpWaitingTakesNobodysPlace() throws Exception {
        ReadingRoom room = new ReadingRoom(1, 1);
        Future<String> first = occupy(room);
        Future<Boolean> givenUp = queue(room, BOB, "given up");

        givenUp.cancel(true);
        while (room.waiting() > 0) {
            Thread.onSpinWait();
        }
        Future<Boolean> next = queue(room, BOB, "next");
        leave.countDown();
        first.get();
        next.get();

        assertThat(read).containsExactly("next");
    }

    @Test
    void aReadingThatFailsGivesItsSeatBack() throws InterruptedException {
        ReadingRoom room = new ReadingRoom(1, 0);

        assertThatThrownBy(() ->
                        room.enter(
                                ADA,
                                () -> {
                                    throw new IllegalStateException("damaged");
                                }))
                .hasMessage("damaged");

        assertThat(room.enter(ADA, () -> "next")).isEqualTo("next");
    }
}
