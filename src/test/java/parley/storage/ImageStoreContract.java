package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import parley.conversation.ConversationTarget;
import parley.image.Gallery;
import parley.image.ImageFeature;
import parley.image.ImageStore;
import parley.image.ImageStore.Variant;
import parley.image.ImageTask;
import parley.image.KeptImage;
import parley.image.StoredTask;
import parley.image.TaskStatus;
import parley.image.pixel.Size;
import parley.ledger.LedgerEntry;
import parley.llm.Usage;

/// Holds for tasks and pictures on every database.
abstract class ImageStoreContract extends StoreContract {
    private ImageStore store() {
        return stores().images();
    }

    private StoredTask newTask() {
        StoredTask task = StoredImages.task(account(), "task_" + newName(), NOON);
        store().create(task, NODE);
        return task;
    }

    private StoredTask newBegunTask() {
        return store().begin(newTask().id(), NODE).orElseThrow();
    }

    private KeptImage newImage(String intent, Instant at, String... parents) {
        KeptImage image =
                StoredImages.image(
                        account(), "img_" + newName(), Optional.empty(), intent, at, parents);
        store().store(image, Optional.empty());
        store().ready(image.id());
        return image;
    }

    private static LedgerEntry entry(ImageTask task) {
        return new LedgerEntry(
                task.accountId(),
                "test",
                "builtin/sun",
                OptionalLong.empty(),
                Usage.exact(0, 0),
                OptionalLong.of(0),
                task.images().size(),
                "complete",
                1,
                Duration.ofSeconds(1),
                NOON);
    }

    @Test
    void aTaskIsFoundByItsAccountAlone() {
        StoredTask task = newTask();

        assertThat(store().find(account(), task.id())).contains(task);
        assertThat(store().find(newAccount(), task.id())).isEmpty();
    }

    @Test
    void workIsBegunByTheServerThatSeesToIt() {
        StoredTask task = newTask();

        assertThat(store().begin(task.id(), "another")).isEmpty();
        StoredTask begun = store().begin(task.id(), NODE).orElseThrow();

        assertThat(begun.task().status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(begun.attempts()).isEqualTo(1);
        assertThat(store().progress(task.id(), "another", 0.2)).isFalse();
        assertThat(store().progress(task.id(), NODE, 0.25)).isTrue();
        assertThat(store().find(account(), task.id()).orElseThrow().task().progress())
                .isEqualTo(0.25);
    }

    @Test
    void whatIsGivenBackIsAsIfItHadNotBegun() {
        StoredTask task = newBegunTask();
        store().progress(task.id(), NODE, 0.5);

        store().release(task.id(), NODE);

        StoredTask left = store().find(account(), task.id()).orElseThrow();
        assertThat(left.task().status()).isEqualTo(TaskStatus.CREATED);
        assertThat(left.task().progress()).isZero();
        assertThat(left.attempts()).isZero();
    }

    @Test
    void picturesAreThereWhenTheirTaskIsFinished() {
        ImageTask task = newBegunTask().task();
        KeptImage first = StoredImages.made(task, "img_" + newName(), NOON.plusSeconds(1));
        KeptImage second = StoredImages.made(task, "img_" + newName(), NOON.plusSeconds(2));
        for (KeptImage image : List.of(second, first)) {
            store().store(image, Optional.empty());
            store().addChunk(image.id(), Variant.FILE, 0, new byte[] {1, 0, -1});
        }
        assertThat(store().findImage(account(), first.id())).isEmpty();
        assertThat(store().chunk(account(), first.id(), Variant.FILE, 0)).isEmpty();

        ImageTask ended =
                StoredImages.ended(
                        task, TaskStatus.COMPLETED, List.of(first, second), NOON.plusSeconds(3));
        assertThat(store().finish(ended, Optional.of(NODE), Optional.of(entry(ended)))).isTrue();

        assertThat(store().find(account(), task.id()).orElseThrow().task()).isEqualTo(ended);
        assertThat(store().findImage(account(), first.id())).contains(first);
        assertThat(store().findImage(newAccount(), first.id())).isEmpty();
        assertThat(store().chunk(account(), first.id(), Variant.FILE, 0))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 0, -1));
        assertThat(store().chunk(newAccount(), first.id(), Variant.FILE, 0)).isEmpty();
        assertThat(stores().ledger().since(account(), Instant.EPOCH).images()).isEqualTo(2);
    }

    @Test
    void aTaskEndsOnce() {
        ImageTask task = newBegunTask().task();
        ImageTask cancelled =
                StoredImages.ended(task, TaskStatus.CANCELLED, List.of(), NOON.plusSeconds(1));
        ImageTask failed =
                StoredImages.ended(task, TaskStatus.FAILED, List.of(), NOON.plusSeconds(2));

        assertThat(store().finish(failed, Optional.of("another"), Optional.empty())).isFalse();
        assertThat(store().finish(cancelled, Optional.empty(), Optional.empty())).isTrue();
        assertThat(store().finish(failed, Optional.of(NODE), Optional.of(entry(failed)))).isFalse();

        assertThat(store().find(account(), task.id()).orElseThrow().task()).isEqualTo(cancelled);
        assertThat(store().begin(task.id(), NODE)).isEmpty();
        assertThat(store().progress(task.id(), NODE, 0.9)).isFalse();
        assertThat(stores().ledger().since(account(), Instant.EPOCH).requests()).isZero();
    }

    @Test
    void aFailureIsKept() {
        ImageTask task = newBegunTask().task();
        ImageTask failed =
                StoredImages.ended(task, TaskStatus.FAILED, List.of(), NOON.plusSeconds(2));

        store().finish(failed, Optional.of(NODE), Optional.empty());

        assertThat(store().find(account(), task.id()).orElseThrow().task()).isEqualTo(failed);
    }

    @Test
    void theTasksOfDeadServersAreTakenOverOnce() {
        String dead = "dead-" + newName();
        String living = "living-" + newName();
        String heir = "heir-" + newName();
        StoredTask left = StoredImages.task(account(), "task_" + newName(), NOON);
        StoredTask others = StoredImages.task(account(), "task_" + newName(), NOON);
        StoredTask own = StoredImages.task(account(), "task_" + newName(), NOON);
        store().create(left, dead);
        store().create(others, living);
        store().create(own, heir);
        stores().turns().heartbeat(living, NOON.plusSeconds(60));
        stores().turns().heartbeat(dead, NOON.minusSeconds(60));

        assertThat(store().takeOver(heir, NOON)).contains(left).doesNotContain(others, own);

        assertThat(store().takeOver(heir, NOON)).isEmpty();
        assertThat(store().unfinished(heir)).contains(left, own).doesNotContain(others);
        assertThat(store().unfinished(living)).containsExactly(others);
    }

    @Test
    void whatNeverGotReadyGoesAway() {
        KeptImage old =
                StoredImages.image(account(), "img_" + newName(), Optional.empty(), "upload", NOON);
        KeptImage young =
                StoredImages.image(
                        account(),
                        "img_" + newName(),
                        Optional.empty(),
                        "upload",
                        NOON.plusSeconds(60));
        KeptImage whole = newImage("upload", NOON);
        store().store(old, Optional.of("d"));
        store().store(young, Optional.of("d"));

        store().dropUnready(NOON.plusSeconds(30));
        store().discard(List.of(whole.id()));
        store().ready(old.id());
        store().ready(young.id());

        assertThat(store().findImage(account(), old.id())).isEmpty();
        assertThat(store().findImage(account(), young.id())).contains(young);
        assertThat(store().findImage(account(), whole.id())).contains(whole);
    }

    @Test
    void whatWasSentIsFoundByItsFile() {
        KeptImage sent =
                StoredImages.image(account(), "img_" + newName(), Optional.empty(), "upload", NOON);
        store().store(sent, Optional.of("digest"));
        assertThat(store().findSent(account(), sent.endUser(), "digest")).isEmpty();

        store().ready(sent.id());

        assertThat(store().findSent(account(), sent.endUser(), "digest")).contains(sent);
        assertThat(store().findSent(account(), Optional.of("otto"), "digest")).isEmpty();
        assertThat(store().findSent(account(), Optional.empty(), "digest")).isEmpty();
        assertThat(store().findSent(newAccount(), sent.endUser(), "digest")).isEmpty();
    }

    @Test
    void listsShowWhatWasMadeNewestFirst() {
        KeptImage first = newImage("relight", NOON);
        KeptImage second = newImage("upscale", NOON.plusSeconds(1));
        newImage(KeptImage.UPLOAD, NOON.plusSeconds(2));

        assertThat(list(Optional.empty(), Optional.empty(), 9, 0))
                .isEqualTo(new Gallery.Page(List.of(second, first), 2));
        assertThat(list(Optional.of("maria"), Optional.empty(), 1, 1))
                .isEqualTo(new Gallery.Page(List.of(first), 2));
        assertThat(list(Optional.of("maria"), Optional.of(ImageFeature.UPSCALE), 9, 0))
                .isEqualTo(new Gallery.Page(List.of(second), 1));
        assertThat(list(Optional.of("otto"), Optional.empty(), 9, 0).count()).isZero();
        assertThat(store().list(newAccount(), Gallery.Filter.ALL, 9, 0).count()).isZero();
    }

    private Gallery.Page list(
            Optional<String> endUser, Optional<ImageFeature> intent, int limit, int offset) {
        return store().list(
                        account(), new Gallery.Filter(endUser, intent, List.of()), limit, offset);
    }

    @Test
    void picturesAreFoundByTheWordsTheyWereMadeFrom() {
        KeptImage boat = drawn("A red Boat on Lac Léman");
        KeptImage other = drawn("100% a_b boats");
        newImage(KeptImage.UPLOAD, NOON);

        assertThat(found("boat").images()).containsExactlyInAnyOrder(boat, other);
        assertThat(found("leman", "BOAT")).isEqualTo(new Gallery.Page(List.of(boat), 1));
        assertThat(found("0%").images()).containsExactly(other);
        assertThat(found("a_b").images()).containsExactly(other);
        assertThat(found("axb").count()).isZero();
        assertThat(found("boat", "train").images()).isEmpty();
    }

    private Gallery.Page found(String... words) {
        return store().list(
                        account(),
                        new Gallery.Filter(Optional.empty(), Optional.empty(), List.of(words)),
                        9,
                        0);
    }

    private KeptImage drawn(String prompt) {
        KeptImage image =
                new KeptImage(
                        "img_" + newName(),
                        account(),
                        Optional.empty(),
                        Optional.empty(),
                        "image_generation",
                        prompt,
                        new Size(640, 480),
                        "image/png",
                        4,
                        List.of(),
                        NOON);
        store().store(image, Optional.empty());
        store().ready(image.id());
        return image;
    }

    @Test
    void familiesReachUpAndDownAndEndWhereTheyBegan() {
        KeptImage sent = newImage(KeptImage.UPLOAD, NOON);
        KeptImage style = newImage(KeptImage.UPLOAD, NOON.plusSeconds(1));
        KeptImage child = newImage("relight", NOON.plusSeconds(2), sent.id(), style.id());
        KeptImage grandchild = newImage("upscale", NOON.plusSeconds(3), child.id());
        newImage("upscale", NOON.plusSeconds(4));

        assertThat(store().findImage(account(), child.id()).orElseThrow().parentIds())
                .containsExactly(sent.id(), style.id());
        assertThat(store().family(child)).containsExactly(sent, style, child, grandchild);
        assertThat(store().family(style)).containsExactly(style, child, grandchild);
    }

    @Test
    void aDeletedPictureTakesItsFilesAlong() {
        KeptImage image = newImage("relight", NOON);
        store().addChunk(image.id(), Variant.FILE, 0, new byte[] {1});
        store().addChunk(image.id(), Variant.THUMBNAIL, 0, new byte[] {2});
        KeptImage child = newImage("upscale", NOON.plusSeconds(1), image.id());
        assertThat(store().delete(newAccount(), image.id())).isFalse();

        assertThat(store().delete(account(), image.id())).isTrue();

        assertThat(store().delete(account(), image.id())).isFalse();
        assertThat(chunks(image)).isZero();
        assertThat(store().findImage(account(), child.id())).contains(child);
    }

    @Test
    void aPictureFromElsewhereComesWithItsFiles() {
        KeptImage image =
                StoredImages.image(
                        account(), "img_" + newName(), Optional.empty(), "upscale", NOON);
        byte[] file = new byte[(1 << 20) + 3];

        store().arrive(image, file, new byte[] {2}, "img_elsewhere");

        assertThat(store().findImage(account(), image.id())).contains(image);
        assertThat(store().chunk(account(), image.id(), Variant.FILE, 1).orElseThrow()).hasSize(3);
        assertThat(store().chunk(account(), image.id(), Variant.THUMBNAIL, 0)).isPresent();
        assertThat(store().arrived(account(), "img_elsewhere")).contains(image.id());
        assertThat(store().arrived(newAccount(), "img_elsewhere")).isEmpty();
        assertThat(store().origin(account(), image.id())).contains("img_elsewhere");
        assertThat(store().all(account(), "", 10)).containsExactly(image);
        assertThat(store().all(account(), image.id(), 10)).isEmpty();
    }

    @Test
    void onlyUploadsThatNothingRefersToAreDropped() {
        Instant old = NOON.minus(Duration.ofDays(100));
        KeptImage unused = newImage(KeptImage.UPLOAD, old);
        store().addChunk(unused.id(), Variant.FILE, 0, new byte[] {1});
        KeptImage drawn = newImage("relight", old);
        KeptImage young = newImage(KeptImage.UPLOAD, old.plus(Duration.ofDays(2)));
        KeptImage parent = newImage(KeptImage.UPLOAD, old);
        newImage("upscale", old, parent.id());
        KeptImage wished = newImage(KeptImage.UPLOAD, old);
        store().create(StoredImages.task(account(), "task_" + newName(), old, wished.id()), NODE);
        KeptImage imported =
                StoredImages.image(account(), "img_" + newName(), Optional.empty(), "upload", old);
        store().arrive(imported, new byte[1], new byte[1], "img_" + newName());
        KeptImage named = newImage(KeptImage.UPLOAD, old);
        start(
                new ConversationTarget.Existing(newConversation().id()),
                "Cut out /v1/gallery/%s/file, please.".formatted(named.id()));

        assertThat(store().dropUnusedUploads(old.plus(Duration.ofDays(1)))).isEqualTo(1);

        assertThat(store().findImage(account(), unused.id())).isEmpty();
        assertThat(chunks(unused)).isZero();
        assertThat(List.of(drawn, young, parent, wished, imported, named))
                .allSatisfy(image ->
                        assertThat(store().findImage(account(), image.id())).contains(image));
        assertThat(store().dropUnusedUploads(old.plus(Duration.ofDays(1)))).isZero();
    }

    private long chunks(KeptImage image) {
        return database()
                .read(session ->
                        session.one(
                                "SELECT count(*) FROM image_chunk WHERE image_id = ?",
                                row -> row.number(),
                                image.id()));
    }
}
