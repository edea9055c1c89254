package parley.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.error.RateLimit;
import parley.limit.Admission;
import parley.limit.Limits;
import parley.limit.Unlimited;

/// How much is taken on.
final class TaskLimitsTest {
    @TempDir private Path home;
    private TaskBench bench;
    private final Semaphore permits = new Semaphore(0);
    private final PuppetEngine engine = new PuppetEngine("puppet").waitsFor(permits);

    @BeforeEach
    void open() {
        bench = new TaskBench(home);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private ImageTasks server(int waiting, int waitingOfAccount) {
        return bench.server(
                new ImageSettings(
                        1,
                        waiting,
                        waitingOfAccount,
                        25,
                        Duration.ofSeconds(60),
                        Optional.empty(),
                        "http://h"),
                new Unlimited(),
                "node-1",
                engine);
    }

    private ImageTask send(ImageTasks tasks, long account, String prompt)
            throws InterruptedException {
        return new TaskBench.Asking(account, TaskBench.drawing(prompt, 1)).sentTo(tasks);
    }

    private void assertRefused(ImageTasks tasks, long account, String sentence) {
        assertThatThrownBy(() -> send(tasks, account, "one more"))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                            assertThat(e.retryAfter()).isPresent();
                            assertThat(e.sentence()).startsWith(sentence);
                        });
    }

    @Test
    void noAccountFillsTheQueueAlone() throws InterruptedException {
        ImageTasks tasks = server(4, 2);
        send(tasks, bench.account, "in work");
        engine.jobs.take();
        send(tasks, bench.account, "first");
        send(tasks, bench.account, "second");

        assertRefused(tasks, bench.account, "2 tasks on pictures of this account wait already.");
        send(tasks, bench.other, "first");
    }

    @Test
    void theQueueIsBounded() throws InterruptedException {
        ImageTasks tasks = server(2, 2);
        send(tasks, bench.account, "in work");
        engine.jobs.take();
        send(tasks, bench.account, "first");
        ImageTask last = send(tasks, bench.other, "second");

        assertRefused(tasks, bench.other, "2 tasks on pictures wait already.");

        tasks.cancel(bench.other, last.id());
        assertThat(send(tasks, bench.other, "again").status()).isEqualTo(TaskStatus.CREATED);
    }

    @Test
    void accountsTakeTurns() throws InterruptedException {
        ImageTasks tasks = server(10, 5);
        List<ImageTask> sent = new ArrayList<>();
        sent.add(send(tasks, bench.account, "a1"));
        engine.jobs.take();
        for (String prompt : List.of("a2", "a3", "a4")) {
            sent.add(send(tasks, bench.account, prompt));
        }
        sent.add(send(tasks, bench.other, "b1"));
        sent.add(send(tasks, bench.other, "b2"));

        permits.release(6);
        for (ImageTask task : sent) {
            assertThat(tasks.await(task, TaskBench.LONG).status()).isEqualTo(TaskStatus.COMPLETED);
        }

        assertThat(engine.jobs)
                .extracting(job -> job.wish().words().orElseThrow())
                .containsExactly("a2", "b1", "a3", "b2", "a4");
    }

    @Test
    void picturesCountBeforeAnythingIsStored() {
        List<Integer> asked = new ArrayList<>();
        Limits none =
                new Limits() {
                    @Override
                    public Admission admit(long accountId, Expected expected) {
                        asked.add(expected.images());
                        throw new AppException(ErrorCode.RATE_LIMITED, "No more pictures today.");
                    }

                    @Override
                    public List<RateLimit> state(long accountId) {
                        return List.of();
                    }
                };
        ImageTasks tasks = bench.server(TaskBench.SETTINGS, none, "node-1", engine);

        assertThatThrownBy(() -> bench.asking(TaskBench.drawing("a fish", 3)).sentTo(tasks))
                .hasMessage("No more pictures today.");
        assertThat(asked).containsExactly(3);
        assertThat(bench.stores.images().unfinished("node-1")).isEmpty();
    }

    @Test
    void whatBecomesTooLargeIsRefusedWithWhatWouldDo() {
        ImageTasks tasks = server(4, 4);

        assertThatThrownBy(() ->
                        bench.asking(TaskBench.upscaling(16))
                                .of(TaskBench.png(1000, 600, 7))
                                .sentTo(tasks))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.UNPROCESSABLE))
                .hasMessage(
                        "The picture would have 153.6 megapixels (16000×9600); at most 25 are made."
                                + " scale_factor 4 would do.");
    }
}
