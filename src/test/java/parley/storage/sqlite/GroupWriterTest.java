package parley.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.storage.database.Row;
import parley.storage.database.Session;
import parley.storage.database.Work;

final class GroupWriterTest {
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private SqliteFile file;
    private GroupWriter writer;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        file = new SqliteFile(folder.resolve("test.db"), Duration.ofMillis(50));
        file.create();
        Session session = file.openForWriting();
        session.one("PRAGMA journal_mode = WAL", Row::text);
        session.script("CREATE TABLE number (n INTEGER NOT NULL UNIQUE)");
        writer = new GroupWriter(file, session);
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
        writer.close();
    }

    @Test
    void worksThatWaitTogetherShareOneCommit() throws Exception {
        CountDownLatch release = holdTheThread();
        List<Future<Integer>> works = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            works.add(submit(insert(i)));
        }
        awaitWaiting(100);
        long before = writer.commits();
        release.countDown();
        for (Future<Integer> work : works) {
            assertThat(work.get()).isEqualTo(1);
        }
        // The one that held the thread, and one for the hundred.
        assertThat(writer.commits() - before).isEqualTo(2);
        assertThat(count()).isEqualTo(100);
    }

    @Test
    void aFailingWorkFailsAloneAndNothingIsDoneTwice() throws Exception {
        CountDownLatch release = holdTheThread();
        List<Future<Integer>> good = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            good.add(submit(insert(i)));
        }
        awaitWaiting(10);
        Future<Integer> doubled = submit(insert(0));
        Future<Integer> broken =
                submit(session -> {
                    session.update("INSERT INTO number VALUES (1000)");
                    throw new IllegalStateException("broken");
                });
        awaitWaiting(12);
        for (int i = 10; i < 20; i++) {
            good.add(submit(insert(i)));
        }
        awaitWaiting(22);
        release.countDown();

        for (Future<Integer> work : good) {
            assertThat(work.get()).isEqualTo(1);
        }
        assertThatThrownBy(doubled::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(AppException.class);
        assertThatThrownBy(broken::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThat(count()).isEqualTo(20);
    }

    @Test
    void moreThanMayWaitIsRefusedAtOnce() throws Exception {
        CountDownLatch release = holdTheThread();
        List<Future<Integer>> works = new ArrayList<>();
        for (int i = 0; i < GroupWriter.CAPACITY; i++) {
            works.add(submit(insert(i)));
        }
        awaitWaiting(GroupWriter.CAPACITY);
        assertThatThrownBy(() -> writer.write(insert(-1)))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                            assertThat(e.retryAfter()).isPresent();
                        });
        release.countDown();
        for (Future<Integer> work : works) {
            work.get();
        }
        assertThat(count()).isEqualTo(GroupWriter.CAPACITY);
    }

    @Test
    void closingLetsWhatWaitsBeDone() throws Exception {
        CountDownLatch release = holdTheThread();
        List<Future<Integer>> works = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            works.add(submit(insert(i)));
        }
        awaitWaiting(20);
        Future<?> closing = callers.submit(writer::close);
        release.countDown();
        closing.get();
        for (Future<Integer> work : works) {
            assertThat(work.get()).isEqualTo(1);
        }
        assertThat(count()).isEqualTo(20);
        assertThatThrownBy(() -> writer.write(insert(21)))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    @Test
    void aFileThatAnotherProcessHoldsIsBusyAndThenFreeAgain() throws Exception {
        try (Session other = file.openForWriting()) {
            other.script("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> writer.write(insert(1)))
                    .isInstanceOfSatisfying(
                            AppException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
            assertThat(writer.trouble()).isNotNull();
            other.script("ROLLBACK");
            assertThat(writer.write(insert(1))).isEqualTo(1);
            assertThat(writer.trouble()).isNull();
        }
    }

    private <T> Future<T> submit(Work<T> work) {
        return callers.submit(() -> writer.write(work));
    }

    private static Work<Integer> insert(int number) {
        return session -> session.update("INSERT INTO number VALUES (?)", number);
    }

    private CountDownLatch holdTheThread() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Work<Boolean> hold =
                _ -> {
                    held.countDown();
                    try {
                        return release.await(30, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        // close() interrupts the thread; the work goes on.
                        return false;
                    }
                };
        callers.execute(() -> writer.write(hold));
        assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
        return release;
    }

    private void awaitWaiting(int works) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (writer.waiting() < works) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private long count() throws SQLException {
        try (Session session = file.openForReading()) {
            return session.one("SELECT count(*) FROM number", Row::number);
        }
    }
}
