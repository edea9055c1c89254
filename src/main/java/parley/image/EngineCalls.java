package parley.image;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngine.Progress;
import parley.image.ImageTask.Failure;
import parley.image.pixel.Picture;

/// Asks one engine after the other until one has done the work, or refuses it.
final class EngineCalls {
    private static final Logger LOG = LoggerFactory.getLogger(EngineCalls.class);

    private final EngineList engines;

    EngineCalls(EngineList engines) {
        this.engines = engines;
    }

    /// How it went.
    sealed interface Result {
        /// @param warnings what the one who asked should know of the way there
        record Made(String engine, Outcome outcome, List<String> warnings) implements Result {}

        /// @param engine the one that was asked last; empty if there was none
        record NotMade(Failure failure, Optional<String> engine, List<String> warnings)
                implements Result {}
    }

    /// What one engine answered.
    private sealed interface Answer {
        record Done(Outcome outcome) implements Answer {}

        /// @param last whether nobody else is to be asked
        record Failed(Failure failure, boolean last) implements Answer {}
    }

    Result run(StoredTask stored, Map<InputRole, Picture> inputs, Progress progress)
            throws InterruptedException {
        ImageTask task = stored.task();
        List<ImageEngine> candidates;
        try {
            candidates =
                    engines.candidates(task.feature(), stored.wishedEngine(), stored.wishedModel());
        } catch (AppException e) {
            // It was there when the task was taken.
            return notMade(new Failure("misconfigured", e.sentence(), false), List.of());
        }
        List<String> failed = new ArrayList<>();
        Result result = notMade(unaskedFailure(), List.of());
        for (ImageEngine engine : candidates) {
            switch (ask(engine, job(stored, inputs, engine), progress)) {
                case Answer.Done(Outcome outcome) -> {
                    return new Result.Made(
                            engine.name(), outcome, warnings(failed, engine, outcome, stored));
                }
                case Answer.Failed(Failure failure, boolean last) -> {
                    result =
                            new Result.NotMade(
                                    failure,
                                    Optional.of(engine.name()),
                                    failed.stream().map(it -> it + ".").toList());
                    if (last) {
                        return result;
                    }
                    failed.add(
                            "%s could not do it (%s)"
                                    .formatted(engine.name(), withoutDot(failure.sentence())));
                }
            }
        }
        return result;
    }

    private static Result.NotMade notMade(Failure failure, List<String> warnings) {
        return new Result.NotMade(failure, Optional.empty(), warnings);
    }

    private static Failure unaskedFailure() {
        return new Failure("misconfigured", "This server has no engine that can do this.", false);
    }

    private static Job job(StoredTask stored, Map<InputRole, Picture> inputs, ImageEngine engine) {
        ImageTask task = stored.task();
        Optional<String> model =
                stored.wishedModel()
                        .filter(name ->
                                stored.wishedEngine().isPresent()
                                        || EngineList.has(engine, task.feature(), name));
        return new Job(task.wish(), inputs, model, task.seed());
    }

    private static Answer ask(ImageEngine engine, Job job, Progress progress)
            throws InterruptedException {
        try {
            Outcome outcome = engine.run(job, progress);
            if (!outcome.pictures().isEmpty()) {
                return new Answer.Done(outcome);
            }
            return failed(new Failure("engine_failed", "It made no picture.", true));
        } catch (ImageEngineException e) {
            LOG.info("{} did not do {}: {}", engine.name(), job.wish().feature(), e.sentence());
            return new Answer.Failed(failure(e), e.kind() == ImageEngineException.Kind.REFUSED);
        } catch (AppException e) {
            // The request itself: others would say the same.
            String code = e.code().name().toLowerCase(Locale.ROOT);
            return new Answer.Failed(new Failure(code, e.sentence(), false), true);
        } catch (CancellationException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted in the middle of a picture");
            }
            return unexpected(engine, job, e);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
            return unexpected(engine, job, e);
        }
    }

    private static Answer unexpected(ImageEngine engine, Job job, Throwable cause) {
        LOG.error("{} failed at {}", engine.name(), job.wish().feature(), cause);
        String sentence =
                cause instanceof OutOfMemoryError
                        ? "The server has not enough memory for a picture of this size."
                        : "The engine %s failed. The server's log says more."
                                .formatted(engine.name());
        return failed(new Failure("engine_failed", sentence, false));
    }

    private static Answer failed(Failure failure) {
        return new Answer.Failed(failure, false);
    }

    private static Failure failure(ImageEngineException e) {
        return switch (e.kind()) {
            case TEMPORARY -> new Failure("engine_unavailable", e.sentence(), true);
            case MISCONFIGURED -> new Failure("misconfigured", e.sentence(), false);
            case FAILED -> new Failure("engine_failed", e.sentence(), false);
            case REFUSED -> new Failure("content_filtered", e.sentence(), false);
        };
    }

    private static List<String> warnings(
            List<String> failed, ImageEngine engine, Outcome outcome, StoredTask stored) {
        List<String> warnings = new ArrayList<>();
        failed.forEach(it -> warnings.add("%s; %s did.".formatted(it, engine.name())));
        stored.wishedModel()
                .filter(_ -> stored.wishedEngine().isEmpty())
                .filter(model -> !EngineList.has(engine, stored.task().feature(), model))
                // What a task says did it may be sent back.
                .filter(model -> !namesOf(engine, outcome).contains(model))
                .ifPresent(model ->
                        warnings.add(
                                "There is no model \"%s\"; %s took its own."
                                        .formatted(model, engine.name())));
        return warnings;
    }

    private static Set<String> namesOf(ImageEngine engine, Outcome outcome) {
        String name = engine.name();
        return new HashSet<>(List.of(name, outcome.model(), name + "/" + outcome.model()));
    }

    private static String withoutDot(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
