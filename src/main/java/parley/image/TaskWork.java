package parley.image;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;
import parley.image.ImageTask.Failure;
import parley.image.ImageWish.FileForm;
import parley.image.pixel.Picture;

/// Does one task from its beginning to its end, on the calling thread.
final class TaskWork {
    private static final Logger LOG = LoggerFactory.getLogger(TaskWork.class);

    /// A task that was begun so often without an end is what ends the server.
    private static final int MOST_ATTEMPTS = 3;

    private final ImageStore store;
    private final ImageFiles files;
    private final EngineCalls engines;
    private final TaskEnds ends;
    private final TaskWatch watch;
    private final ImageIds ids;
    private final InstantSource clock;
    private final String node;

    TaskWork(
            ImageStore store,
            ImageFiles files,
            EngineCalls engines,
            TaskEnds ends,
            TaskWatch watch,
            ImageIds ids,
            InstantSource clock,
            String node) {
        this.store = store;
        this.files = files;
        this.engines = engines;
        this.ends = ends;
        this.watch = watch;
        this.ids = ids;
        this.clock = clock;
        this.node = node;
    }

    void run(ActiveTask active) {
        try {
            active.begin();
            Optional<StoredTask> begun =
                    StorePatience.call(() -> store.begin(active.stored().id(), node));
            if (begun.isPresent()) {
                work(active, begun.get());
            }
        } catch (InterruptedException e) {
            active.leave();
            giveBack(active);
        } catch (AppException e) {
            LOG.error("Task {} waits for the next start: {}", active.stored().id(), e.sentence());
        } finally {
            active.leave();
            active.end();
        }
    }

    /// What was cancelled or took too long has its end already; what this server began when it had
    /// to stop, the next start begins again.
    private void giveBack(ActiveTask active) {
        try {
            store.release(active.stored().id(), node);
        } catch (AppException e) {
            LOG.warn("Task {} could not be given back: {}", active.stored().id(), e.sentence());
        }
    }

    private void work(ActiveTask active, StoredTask stored) throws InterruptedException {
        long began = System.nanoTime();
        if (stored.attempts() > MOST_ATTEMPTS) {
            Failure failure =
                    new Failure(
                            "interrupted",
                            "The server stopped %d times in the middle of this."
                                    .formatted(MOST_ATTEMPTS),
                            false);
            ends.fail(stored, failure, Optional.empty(), List.of(), Duration.ZERO);
            return;
        }
        watch.start(active, stored);
        try {
            EngineCalls.Result result = engines.run(stored, inputs(stored), active::at);
            switch (result) {
                case EngineCalls.Result.Made made -> keep(stored, made, began);
                case EngineCalls.Result.NotMade not ->
                        ends.fail(
                                stored, not.failure(), not.engine(), not.warnings(), since(began));
            }
        } catch (AppException e) {
            String code = e.code().name().toLowerCase(Locale.ROOT);
            fail(stored, new Failure(code, e.sentence(), e.retryAfter().isPresent()), began);
        } catch (InterruptedException | CancellationException e) {
            if (active.isStopped()) {
                throw new InterruptedException("Stopped in the middle of a picture");
            }
            LOG.error("Task {} was interrupted by its engine", stored.id(), e);
            fail(stored, new Failure("interrupted", "The engine broke off.", true), began);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("Task {} failed", stored.id(), e);
            String sentence = "The server failed at this. Its log says more.";
            fail(stored, new Failure("engine_failed", sentence, false), began);
        }
    }

    private void fail(StoredTask stored, Failure failure, long began) throws InterruptedException {
        ends.fail(stored, failure, Optional.empty(), List.of(), since(began));
    }

    private Map<InputRole, Picture> inputs(StoredTask stored) throws InterruptedException {
        Map<InputRole, Picture> pictures = new EnumMap<>(InputRole.class);
        for (InputRole role : InputRole.values()) {
            String imageId = stored.task().inputs().get(role);
            if (imageId != null) {
                KeptImage image =
                        store.findImage(stored.accountId(), imageId)
                                .orElseThrow(() -> ImageFiles.missing(imageId));
                pictures.put(role, files.picture(image));
            }
        }
        return pictures;
    }

    private void keep(StoredTask stored, EngineCalls.Result.Made made, long began)
            throws InterruptedException {
        List<KeptImage> images = new ArrayList<>();
        boolean kept = false;
        try {
            for (Picture picture : made.outcome().pictures()) {
                ImageFiles.Encoded encoded = files.encode(picture, form(stored.task().wish()));
                KeptImage image = image(stored.task(), encoded, images.size());
                images.add(image);
                files.store(image, encoded, Optional.empty());
            }
            kept = ends.complete(stored, made, images, since(began));
        } finally {
            if (!kept) {
                files.discard(images.stream().map(KeptImage::id).toList());
            }
        }
    }

    private KeptImage image(ImageTask task, ImageFiles.Encoded encoded, int number) {
        // A moment later than the one before, so that they stay in order.
        Instant createdAt = clock.instant().plus(number, ChronoUnit.MICROS);
        return new KeptImage(
                ids.image(),
                task.accountId(),
                task.endUser(),
                Optional.of(task.id()),
                task.feature().intent(),
                task.wish().words().orElse(""),
                encoded.size(),
                encoded.form().mediaType(),
                encoded.file().length,
                TaskJson.parents(task),
                createdAt);
    }

    private static FileForm form(ImageWish wish) {
        return wish instanceof ImageWish.RemoveBackground remove ? remove.output() : FileForm.PNG;
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
