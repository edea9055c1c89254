package parley.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.limit.Unlimited;
import parley.storage.ChildJvm;

/// Tasks outlive their server.
final class RestartedTasksTest {
    @TempDir private Path home;
    private TaskBench bench;
    private final PuppetEngine stuck = new PuppetEngine("puppet").waitsFor(new Semaphore(0));
    private final PuppetEngine engine = new PuppetEngine("puppet");

    @BeforeEach
    void open() {
        bench = new TaskBench(home);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private ImageTasks node(String name, ImageEngine worker) {
        return bench.server(TaskBench.SETTINGS, new Unlimited(), name, worker);
    }

    private ImageTask send(ImageTasks tasks) throws InterruptedException {
        return bench.asking(TaskBench.upscaling(2)).of(TaskBench.png(9, 7, 3)).sentTo(tasks);
    }

    @Test
    void aStoppedServerGoesOnWhereItWas() throws InterruptedException {
        ImageTasks before = node("node-1", stuck);
        List<ImageTask> sent = List.of(send(before), send(before), send(before));
        stuck.jobs.take();
        stuck.jobs.take();
        before.close();
        assertThat(sent)
                .extracting(task -> before.load(bench.account, task.id()).status())
                .containsOnly(TaskStatus.CREATED);

        ImageTasks after = node("node-1", engine);

        assertThat(after.start()).isEqualTo(3);
        for (ImageTask task : sent) {
            ImageTask done = after.await(task, TaskBench.LONG);
            assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
            assertThat(done.seed()).isEqualTo(task.seed());
            assertThat(done.images()).hasSize(1);
        }
        assertThat(after.start()).isZero();
    }

    @Test
    void whatWasTakenIsDoneAfterKillNine(@TempDir Path killedHome) throws Exception {
        List<String> ids = new ArrayList<>();
        try (ChildJvm child = ChildJvm.start(DrawsUntilKilled.class, killedHome.toString())) {
            @Nullable String line = child.readLine();
            while (line != null && !line.equals(DrawsUntilKilled.READY)) {
                ids.add(line);
                line = child.readLine();
            }
            child.kill();
        }

        try (TaskBench after = new TaskBench(killedHome)) {
            ImageTasks tasks = after.server(engine);
            assertThat(tasks.start()).isEqualTo(3);

            assertThat(ids).hasSize(3);
            for (String id : ids) {
                ImageTask left = tasks.load(after.account, id);
                assertThat(tasks.await(left, TaskBench.LONG).status())
                        .isEqualTo(TaskStatus.COMPLETED);
            }
        }
    }

    @Test
    void aKilledServersTaskIsBegunAgainAndNotForEver() throws InterruptedException {
        ImageTasks before = node("node-1", stuck);
        ImageTask task = send(before);
        stuck.jobs.take();
        // As after a kill: the row says that it was begun, and nobody ends it.
        ImageStore store = bench.stores.images();
        assertThat(store.begin(task.id(), "node-1").orElseThrow().attempts()).isEqualTo(2);
        assertThat(store.begin(task.id(), "node-1").orElseThrow().attempts()).isEqualTo(3);

        ImageTasks after = node("node-1", engine);
        assertThat(after.start()).isEqualTo(1);
        ImageTask done = after.await(task, TaskBench.LONG);

        assertThat(done.status()).isEqualTo(TaskStatus.FAILED);
        assertThat(done.failure())
                .contains(
                        new ImageTask.Failure(
                                "interrupted",
                                "The server stopped 3 times in the middle of this.",
                                false));
        assertThat(engine.jobs).isEmpty();
    }

    @Test
    void theTasksOfAServerThatIsGoneAreTakenOver() throws InterruptedException {
        ImageTask task = send(node("node-1", stuck));
        stuck.jobs.take();
        bench.stores.turns().heartbeat("node-1", Instant.now().plus(Duration.ofHours(1)));
        ImageTasks other = node("node-2", engine);
        assertThat(other.start()).isZero();

        bench.stores.turns().heartbeat("node-1", Instant.EPOCH);

        assertThat(other.start()).isEqualTo(1);
        assertThat(other.await(task, TaskBench.LONG).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void whatAnotherServerDoesIsAwaited() throws InterruptedException {
        Semaphore permits = new Semaphore(0);
        ImageTasks working = node("node-1", engine.waitsFor(permits));
        ImageTask task = send(working);
        engine.jobs.take();
        ImageTasks asked = node("node-2", stuck);

        permits.release();

        assertThat(asked.await(task, TaskBench.LONG).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aTaskIsCancelledOnWhateverServerItIs() throws InterruptedException {
        Semaphore interrupted = new Semaphore(0);
        engine.does((_, _) -> {
            try {
                new Semaphore(0).acquire();
            } catch (InterruptedException e) {
                interrupted.release();
                throw e;
            }
            throw new AssertionError();
        });
        ImageTask task = send(node("node-1", engine));
        engine.jobs.take();

        ImageTask cancelled = node("node-2", stuck).cancel(bench.account, task.id());

        assertThat(cancelled.status()).isEqualTo(TaskStatus.CANCELLED);
        interrupted.acquire();
    }
}
