package parley.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.databind.node.ObjectNode;

/// What is kept, and what it is told by.
final class GalleryTest {
    @TempDir private Path home;
    private TaskBench bench;
    private ImageTasks tasks;

    @BeforeEach
    void open() {
        bench = new TaskBench(home);
        tasks = bench.server(new PuppetEngine("puppet"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private KeptImage upscaled(ImageSource source) throws InterruptedException {
        return bench.asking(TaskBench.upscaling(2)).of(source).doneBy(tasks).images().getFirst();
    }

    private static ImageSource kept(KeptImage image) {
        return new ImageSource.Kept(image.id());
    }

    @Test
    void aFamilyIsWhatItWasMadeOfAndWhatWasMadeOfIt() throws InterruptedException {
        KeptImage sent =
                tasks.keep(
                        bench.account,
                        Optional.empty(),
                        "image",
                        new ImageSource.Bytes(TaskBench.png(5, 5, 5)));
        KeptImage child = upscaled(kept(sent));
        KeptImage grandchild = upscaled(kept(child));
        KeptImage sibling = upscaled(kept(sent));
        Gallery gallery = tasks.gallery();

        assertThat(child.parentIds()).containsExactly(sent.id());
        assertThat(gallery.family(child)).containsExactly(sent, child, grandchild);
        assertThat(gallery.family(sent)).containsExactly(sent, child, grandchild, sibling);
        assertThat(gallery.family(sibling)).containsExactly(sent, sibling);
    }

    @Test
    void whatWasMadeOfADeletedPictureStays() throws InterruptedException {
        KeptImage parent = upscaled(new ImageSource.Bytes(TaskBench.png(5, 5, 5)));
        KeptImage child = upscaled(kept(parent));
        Gallery gallery = tasks.gallery();

        gallery.delete(bench.account, parent.id());

        assertThatThrownBy(() -> gallery.file(parent))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> gallery.thumbnail(parent)).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> gallery.delete(bench.account, parent.id()))
                .hasMessage("There is no picture \"%s\".".formatted(parent.id()));
        assertThat(gallery.load(bench.account, child.id()).parentIds())
                .containsExactly(parent.id());
        assertThat(gallery.file(child)).hasSize((int) child.bytes());
    }

    @Test
    void aTaskWhoseInputWasDeletedSaysSo() throws InterruptedException {
        PuppetEngine engine = new PuppetEngine("puppet");
        Semaphore permits = new Semaphore(0);
        engine.waitsFor(permits);
        ImageTasks busy = bench.server(engine);
        KeptImage parent = upscaled(new ImageSource.Bytes(TaskBench.png(5, 5, 5)));
        bench.asking(TaskBench.drawing("one", 1)).sentTo(busy);
        bench.asking(TaskBench.drawing("two", 1)).sentTo(busy);
        ImageTask third = bench.asking(TaskBench.upscaling(2)).of(kept(parent)).sentTo(busy);

        tasks.gallery().delete(bench.account, parent.id());
        permits.release(3);

        assertThat(busy.await(third, TaskBench.LONG).failure())
                .contains(
                        new ImageTask.Failure(
                                "not_found",
                                "There is no picture \"%s\".".formatted(parent.id()),
                                false));
    }

    private static Gallery.Filter by(String label) {
        return new Gallery.Filter(Optional.of(label), Optional.empty(), List.of());
    }

    @Test
    void listsShowWhatWasMadeNewestFirst() throws InterruptedException {
        ImageTask two = bench.asking(TaskBench.drawing("two fish", 2)).by("maria").doneBy(tasks);
        KeptImage large = upscaled(new ImageSource.Bytes(TaskBench.png(5, 5, 5)));
        KeptImage first = two.images().getFirst();
        KeptImage second = two.images().getLast();
        Gallery gallery = tasks.gallery();

        assertThat(gallery.list(bench.account, Gallery.Filter.ALL, 2, 0))
                .isEqualTo(new Gallery.Page(List.of(large, second), 3));
        assertThat(gallery.list(bench.account, Gallery.Filter.ALL, 2, 2))
                .isEqualTo(new Gallery.Page(List.of(first), 3));
        assertThat(gallery.list(bench.account, by("maria"), 9, 0))
                .isEqualTo(new Gallery.Page(List.of(second, first), 2));
        assertThat(
                        gallery.list(
                                bench.account,
                                new Gallery.Filter(
                                        Optional.empty(),
                                        Optional.of(ImageFeature.UPSCALE),
                                        List.of()),
                                9,
                                0))
                .isEqualTo(new Gallery.Page(List.of(large), 1));
        assertThat(gallery.list(bench.other, Gallery.Filter.ALL, 9, 0).count()).isZero();
    }

    @Test
    void picturesAndTasksAreToldAsTheContractsHaveThem() throws InterruptedException {
        ImageTask task =
                bench.asking(TaskBench.upscaling(2))
                        .by("maria")
                        .of(TaskBench.png(5, 4, 5))
                        .doneBy(tasks);
        KeptImage image = task.images().getFirst();
        String url = "https://pictures.example/v1/gallery/" + image.id();

        ObjectNode json = new TaskJson("https://pictures.example").write(task);
        ObjectNode shown = new GalleryJson("https://pictures.example").write(image);

        assertThat(json.propertyNames())
                .containsExactly(
                        "task_id",
                        "status",
                        "progress",
                        "feature",
                        "intent",
                        "user_id",
                        "prompt",
                        "refined_prompt",
                        "model",
                        "engine",
                        "uploaded_urls",
                        "images",
                        "params",
                        "warnings",
                        "confidence",
                        "metrics",
                        "parent_ids",
                        "recipe",
                        "created_at",
                        "finished_at",
                        "error");
        assertThat(json.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(json.path("user_id").asString()).isEqualTo("maria");
        assertThat(json.path("uploaded_urls").get(0).asString()).isEqualTo(url + "/file");
        assertThat(json.path("images").toString())
                .isEqualTo(
                        "[{\"id\":\"%s\",\"url\":\"%s/file\",\"width\":10,\"height\":8,\"mime_type\":\"image/png\"}]"
                                .formatted(image.id(), url));
        assertThat(json.path("parent_ids").get(0).asString())
                .isEqualTo(task.inputs().get(InputRole.IMAGE));
        assertThat(json.path("created_at").asString()).endsWith("Z");
        assertThat(json.path("error").isNull()).isTrue();
        assertThat(shown.propertyNames())
                .containsExactly(
                        "id",
                        "user_id",
                        "intent",
                        "prompt",
                        "url",
                        "thumbnail_url",
                        "width",
                        "height",
                        "created_at",
                        "task_id",
                        "parent_ids");
        assertThat(shown.path("thumbnail_url").asString()).isEqualTo(url + "/thumbnail");
        assertThat(ImageSource.parse("image", shown.path("url").asString()))
                .isEqualTo(new ImageSource.Kept(image.id()));
    }
}
