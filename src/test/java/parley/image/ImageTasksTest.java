package parley.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import parley.ledger.LedgerStore;
import parley.limit.Unlimited;

/// What becomes of wishes.
final class ImageTasksTest {
    @TempDir private Path home;
    private TaskBench bench;
    private final PuppetEngine engine = new PuppetEngine("puppet");

    @BeforeEach
    void open() {
        bench = new TaskBench(home);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aWishBecomesATaskAndTheTaskPictures() throws InterruptedException {
        ImageTasks tasks = bench.server(engine);

        ImageTask asked =
                bench.asking(TaskBench.drawing("a fish", 2)).by("maria").seeded(7).sentTo(tasks);
        ImageTask done = tasks.await(asked, TaskBench.LONG);

        assertThat(asked.status()).isEqualTo(TaskStatus.CREATED);
        assertThat(asked.id()).matches("task_[0-9a-zA-Z]{22}");
        assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(done.progress()).isEqualTo(1);
        assertThat(done.engine()).contains("puppet");
        assertThat(done.model()).contains("brush");
        assertThat(done.refinedPrompt()).contains("refined");
        assertThat(done.confidence()).contains(0.75);
        assertThat(done.warnings()).containsExactly("Asked.", "Painted.");
        assertThat(done.metrics().path("strokes").asInt()).isEqualTo(1);
        assertThat(done.images()).hasSize(2);
        KeptImage first = done.images().getFirst();
        assertThat(first.id()).matches("img_[0-9a-zA-Z]{22}");
        assertThat(first.prompt()).isEqualTo("a fish");
        assertThat(first.endUser()).contains("maria");
        assertThat(first.taskId()).contains(done.id());
        Gallery gallery = tasks.gallery();
        Picture picture = new PlainCodec().read("image", gallery.file(first));
        assertThat(picture.size()).isEqualTo(new Size(400, 200));
        assertThat(picture.at(0, 0)).isEqualTo(0xff000007);
        assertThat(gallery.file(first)).hasSize((int) first.bytes());
        assertThat(new PlainCodec().read("image", gallery.thumbnail(first)).size())
                .isEqualTo(new Size(320, 160));
    }

    @Test
    void theRecipeTellsHowToMakeItAgain() throws InterruptedException {
        ImageTasks tasks = bench.server(engine);
        ImageTask done =
                bench.asking(TaskBench.upscaling(2)).of(TaskBench.png(8, 8, 1)).doneBy(tasks);

        assertThat(done.recipe().path("feature").asString()).isEqualTo("upscale");
        assertThat(done.recipe().path("params").path("scale_factor").asInt()).isEqualTo(2);
        assertThat(done.recipe().path("seed").asLong()).isEqualTo(done.seed());
        assertThat(done.recipe().path("engine").asString()).isEqualTo("puppet");
        assertThat(done.recipe().path("model").asString()).isEqualTo("brush");
        assertThat(done.recipe().path("inputs").path("image").asString())
                .isEqualTo(done.inputs().get(InputRole.IMAGE));
        assertThat(done.recipe().path("version").asString()).isEqualTo("1.2.3");
        assertThat(done.seed()).isPositive().isLessThan(1L << 53);
        assertThat(engine.jobs.remove().seed()).isEqualTo(done.seed());
    }

    @Test
    void theSameFileIsKeptOnceForEachLabel() throws InterruptedException {
        ImageTasks tasks = bench.server(engine);
        ImageSource file = new ImageSource.Bytes(TaskBench.png(8, 8, 1));

        KeptImage first = tasks.keep(bench.account, Optional.of("maria"), "image", file);

        assertThat(first.intent()).isEqualTo(KeptImage.UPLOAD);
        assertThat(tasks.keep(bench.account, Optional.of("maria"), "image", file)).isEqualTo(first);
        assertThat(tasks.keep(bench.account, Optional.of("otto"), "image", file).id())
                .isNotEqualTo(first.id());
        assertThat(tasks.keep(bench.account, Optional.empty(), "image", file).id())
                .isNotEqualTo(first.id());
        assertThat(tasks.keep(bench.other, Optional.of("maria"), "image", file).id())
                .isNotEqualTo(first.id());
        assertThat(tasks.gallery().list(bench.account, Gallery.Filter.ALL, 9, 0))
                .isEqualTo(new Gallery.Page(List.of(), 0));
        assertThat(tasks.gallery().load(bench.account, first.id())).isEqualTo(first);
    }

    @Test
    void aKeptPictureOfSomebodyElseIsUnknown() throws InterruptedException {
        ImageTasks tasks = bench.server(engine);
        ImageSource file = new ImageSource.Bytes(TaskBench.png(8, 8, 1));
        String marias = tasks.keep(bench.account, Optional.of("maria"), "image", file).id();
        String nobodys = tasks.keep(bench.account, Optional.empty(), "image", file).id();
        String others = tasks.keep(bench.other, Optional.empty(), "image", file).id();

        assertNotFound(tasks, "otto", marias);
        assertNotFound(tasks, "otto", others);
        assertNotFound(tasks, "otto", "img_0000000000000000000000");
        assertThat(upscaled(tasks, "otto", nobodys).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(upscaled(tasks, "maria", marias).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    private ImageTask upscaled(ImageTasks tasks, String label, String image)
            throws InterruptedException {
        return bench.asking(TaskBench.upscaling(2))
                .by(label)
                .of(new ImageSource.Kept(image))
                .doneBy(tasks);
    }

    private void assertNotFound(ImageTasks tasks, String label, String image) {
        assertThatThrownBy(() -> upscaled(tasks, label, image))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND);
                            assertThat(e.sentence())
                                    .isEqualTo("There is no picture \"%s\".".formatted(image));
                        });
    }

    @Test
    void whatCannotBeReadIsRefusedAndLeavesNothing() {
        ImageTasks tasks = bench.server(engine);
        byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> bench.asking(TaskBench.upscaling(2)).of(text).sentTo(tasks))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
        assertThat(bench.stores.images().unfinished("node-1")).isEmpty();
    }

    @Test
    void aTaskOfAnotherAccountIsUnknown() throws InterruptedException {
        ImageTasks tasks = bench.server(engine);
        ImageTask done = bench.asking(TaskBench.drawing("a fish", 1)).doneBy(tasks);

        assertThatThrownBy(() -> tasks.load(bench.other, done.id()))
                .isInstanceOf(AppException.class)
                .hasMessage("There is no task \"%s\".".formatted(done.id()));
        assertThatThrownBy(() -> tasks.cancel(bench.other, done.id()))
                .isInstanceOf(AppException.class);
        assertThatThrownBy(() -> tasks.gallery().load(bench.other, done.images().getFirst().id()))
                .isInstanceOf(AppException.class);
        assertThat(tasks.load(bench.account, done.id())).isEqualTo(done);
    }

    @Test
    void cancellingInterruptsTheWork() throws InterruptedException {
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
        ImageTasks tasks = bench.server(engine);
        ImageTask asked = bench.asking(TaskBench.drawing("a fish", 1)).sentTo(tasks);
        engine.jobs.take();

        ImageTask cancelled = tasks.cancel(bench.account, asked.id());

        assertThat(cancelled.status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(cancelled.finishedAt()).isPresent();
        interrupted.acquire();
        assertThat(tasks.await(asked, TaskBench.LONG).status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(tasks.cancel(bench.account, asked.id())).isEqualTo(cancelled);
    }

    @Test
    void aCancelledTaskNeverGetsPictures() throws InterruptedException {
        Semaphore stubborn = new Semaphore(0);
        engine.does((job, progress) -> {
            stubborn.acquireUninterruptibly();
            return PuppetEngine.paint(job, progress);
        });
        ImageTasks tasks = bench.server(engine);
        ImageTask asked = bench.asking(TaskBench.drawing("a fish", 1)).sentTo(tasks);
        engine.jobs.take();
        tasks.cancel(bench.account, asked.id());

        stubborn.release();
        tasks.close();

        assertThat(tasks.load(bench.account, asked.id()).images()).isEmpty();
        assertThat(tasks.gallery().list(bench.account, Gallery.Filter.ALL, 9, 0).count()).isZero();
    }

    @Test
    void waitingEndsWithItsPatienceAndTheTaskGoesOn() throws InterruptedException {
        Semaphore permits = new Semaphore(0);
        engine.waitsFor(permits);
        ImageTasks tasks = bench.server(engine);
        ImageTask asked = bench.asking(TaskBench.drawing("a fish", 1)).sentTo(tasks);
        engine.jobs.take();

        assertThat(tasks.await(asked, Duration.ofMillis(1)).status())
                .isEqualTo(TaskStatus.IN_PROGRESS);
        permits.release();

        assertThat(tasks.await(asked, TaskBench.LONG).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void whatTakesTooLongFails() throws InterruptedException {
        engine.waitsFor(new Semaphore(0));
        ImageTasks tasks =
                bench.server(
                        new ImageSettings(
                                1, 9, 9, 25, Duration.ofMillis(50), Optional.empty(), "http://h"),
                        new Unlimited(),
                        "node-1",
                        engine);

        ImageTask done = bench.asking(TaskBench.drawing("a fish", 1)).doneBy(tasks);

        assertThat(done.status()).isEqualTo(TaskStatus.FAILED);
        assertThat(done.failure().orElseThrow().code()).isEqualTo("timeout");
        assertThat(done.failure().orElseThrow().retryable()).isTrue();
    }

    @Test
    void itIsBookedOnTheAccount() throws InterruptedException {
        ImageTasks tasks = bench.server(engine);
        bench.asking(TaskBench.drawing("a fish", 3)).doneBy(tasks);

        LedgerStore.Totals totals = bench.stores.ledger().since(bench.account, Instant.EPOCH);

        assertThat(totals.images()).isEqualTo(3);
        assertThat(totals.requests()).isEqualTo(1);
        assertThat(bench.stores.ledger().since(bench.other, Instant.EPOCH).requests()).isZero();
    }

    @Test
    void webhookAddressesAreLookedAtBeforeAnythingIsStored() {
        ImageTasks tasks = bench.server(engine);

        assertThatThrownBy(() ->
                        bench.asking(TaskBench.drawing("a fish", 1))
                                .telling(URI.create("file:///etc/passwd"))
                                .sentTo(tasks))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.parameter()).contains("webhook_url"));
        assertThat(engine.jobs).isEmpty();
    }
}
