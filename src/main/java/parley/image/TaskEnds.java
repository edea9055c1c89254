package parley.image;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.image.ImageTask.Failure;
import parley.ledger.LedgerEntry;
import parley.llm.Usage;
import tools.jackson.databind.node.ObjectNode;

/// Ends tasks: in the store, in the ledger, and for those who are told.
final class TaskEnds {
    private final ImageStore store;
    private final Webhooks webhooks;
    private final InstantSource clock;
    private final String node;

    TaskEnds(ImageStore store, Webhooks webhooks, InstantSource clock, String node) {
        this.store = store;
        this.webhooks = webhooks;
        this.clock = clock;
        this.node = node;
    }

    /// @param images what was made; stored before, see [ImageStore#store]
    /// @return whether this ended it
    boolean complete(
            StoredTask stored,
            EngineCalls.Result.Made made,
            List<KeptImage> images,
            Duration duration)
            throws InterruptedException {
        ImageTask task = stored.task();
        ImageEngine.Outcome outcome = made.outcome();
        List<String> warnings = new ArrayList<>(task.warnings());
        warnings.addAll(made.warnings());
        warnings.addAll(outcome.warnings());
        ObjectNode recipe = task.recipe().deepCopy();
        recipe.put("engine", made.engine()).put("model", outcome.model());
        ImageTask ended =
                new ImageTask(
                        task.id(),
                        task.accountId(),
                        task.endUser(),
                        TaskStatus.COMPLETED,
                        1,
                        task.wish(),
                        outcome.refinedPrompt(),
                        Optional.of(outcome.model()),
                        Optional.of(made.engine()),
                        task.seed(),
                        images,
                        task.inputs(),
                        warnings,
                        Optional.of(share(outcome.confidence())),
                        outcome.metrics(),
                        recipe,
                        Optional.empty(),
                        task.createdAt(),
                        Optional.of(clock.instant()));
        return finish(stored.with(ended), Optional.of(node), Optional.of(duration));
    }

    private static double share(double confidence) {
        return Double.isNaN(confidence) ? 0 : Math.clamp(confidence, 0, 1);
    }

    /// @param engine the one that was asked last
    /// @return whether this ended it
    boolean fail(
            StoredTask stored,
            Failure failure,
            Optional<String> engine,
            List<String> warnings,
            Duration duration)
            throws InterruptedException {
        ImageTask ended =
                unmade(
                        stored.task(),
                        TaskStatus.FAILED,
                        engine,
                        warnings,
                        Optional.of(failure),
                        clock.instant());
        return finish(stored.with(ended), Optional.of(node), Optional.of(duration));
    }

    /// Ends a task because somebody wants that, on whatever server it is.
    ///
    /// @return whether this ended it
    boolean cancel(StoredTask stored) {
        ImageTask task = stored.task();
        Instant now = clock.instant();
        ImageTask ended =
                unmade(task, TaskStatus.CANCELLED, task.engine(), List.of(), Optional.empty(), now);
        Optional<Duration> duration =
                task.status() == TaskStatus.IN_PROGRESS
                        ? Optional.of(Duration.between(task.createdAt(), now))
                        : Optional.empty();
        return write(stored.with(ended), Optional.empty(), duration);
    }

    private static ImageTask unmade(
            ImageTask task,
            TaskStatus status,
            Optional<String> engine,
            List<String> warnings,
            Optional<Failure> failure,
            Instant now) {
        List<String> all = new ArrayList<>(task.warnings());
        all.addAll(warnings);
        return new ImageTask(
                task.id(),
                task.accountId(),
                task.endUser(),
                status,
                task.progress(),
                task.wish(),
                Optional.empty(),
                Optional.empty(),
                engine,
                task.seed(),
                List.of(),
                task.inputs(),
                all,
                Optional.empty(),
                task.metrics(),
                task.recipe(),
                failure,
                task.createdAt(),
                Optional.of(now));
    }

    private boolean finish(StoredTask ended, Optional<String> seenToBy, Optional<Duration> duration)
            throws InterruptedException {
        return StorePatience.call(() -> write(ended, seenToBy, duration));
    }

    private boolean write(
            StoredTask ended, Optional<String> seenToBy, Optional<Duration> duration) {
        Optional<LedgerEntry> entry = duration.map(time -> entry(ended, time));
        boolean here = store.finish(ended.task(), seenToBy, entry) || isWritten(ended.task());
        if (here) {
            ended.webhook().ifPresent(address -> webhooks.send(ended.task(), address));
        }
        return here;
    }

    /// A try that seemed to fail may have been made.
    private boolean isWritten(ImageTask ended) {
        return store.find(ended.accountId(), ended.id())
                .map(StoredTask::task)
                .filter(found -> found.status() == ended.status())
                .filter(found -> found.finishedAt().equals(ended.finishedAt()))
                .isPresent();
    }

    /// Pictures have no tokens, and nobody says what they cost.
    private static LedgerEntry entry(StoredTask ended, Duration duration) {
        ImageTask task = ended.task();
        return new LedgerEntry(
                task.accountId(),
                ended.contract(),
                model(task),
                OptionalLong.empty(),
                Usage.exact(0, 0),
                OptionalLong.of(0),
                task.images().size(),
                outcome(task.status()),
                Math.max(1, ended.attempts()),
                duration,
                task.finishedAt().orElse(task.createdAt()));
    }

    private static String model(ImageTask task) {
        String engine = task.engine().orElse("");
        return task.model().map(model -> engine + "/" + model).orElse(engine);
    }

    private static String outcome(TaskStatus status) {
        return switch (status) {
            case COMPLETED -> "complete";
            case CANCELLED -> "cancelled";
            case FAILED -> "failed";
            case CREATED, IN_PROGRESS -> throw new IllegalArgumentException("It has not ended.");
        };
    }
}
