package parley.dialect.openai.images;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageService;
import parley.image.ImageSource;
import parley.image.ImageTask;
import parley.image.InputRole;
import parley.image.KeptImage;
import parley.image.TaskRequest;
import parley.image.Wishes;
import tools.jackson.databind.node.ObjectNode;

/// Has tasks done for a request of this contract, and waits for them.
final class ImageWork {
    private static final String BUILT_IN = "builtin";

    /// A task is ended by its own time limit long before.
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final ImageService images;
    private final long accountId;
    private final ImageOptions options;

    ImageWork(ImageService images, long accountId, ImageOptions options) {
        this.images = images;
        this.accountId = accountId;
        this.options = options;
    }

    /// Which engine does it, and with which of its models.
    private record Choice(Optional<String> engine, Optional<String> model) {}

    /// Does one thing, and returns what it made.
    ///
    /// @throws AppException the wish cannot be had, or the task failed
    List<KeptImage> perform(
            ImageFeature feature, ObjectNode wish, Map<InputRole, ImageSource> inputs, int number)
            throws InterruptedException {
        Wishes.Read read = Wishes.read(feature, wish, Set.copyOf(inputs.keySet()));
        Choice choice = choice(feature);
        ImageTask task =
                images.submit(
                        new TaskRequest(
                                accountId,
                                options.endUser(),
                                read.wish(),
                                inputs,
                                choice.engine(),
                                choice.model(),
                                options.seed().isPresent()
                                        ? OptionalLong.of(options.seed().getAsLong() + number)
                                        : options.seed(),
                                Optional.empty(),
                                read.warnings(),
                                ImagesDialect.NAME));
        return made(finished(task));
    }

    private ImageTask finished(ImageTask task) throws InterruptedException {
        try {
            return images.await(task, PATIENCE);
        } catch (InterruptedException e) {
            images.cancel(accountId, task.id());
            throw e;
        }
    }

    private static List<KeptImage> made(ImageTask task) {
        return switch (task.status()) {
            case COMPLETED -> task.images();
            case FAILED -> throw failure(task);
            case CANCELLED -> throw new AppException(ErrorCode.CONFLICT, "The task was cancelled.");
            case CREATED, IN_PROGRESS ->
                    throw new AppException(
                            ErrorCode.PROVIDER_TIMEOUT, "The picture was not ready in time.");
        };
    }

    private static AppException failure(ImageTask task) {
        ImageTask.Failure failure =
                task.failure()
                        .orElse(new ImageTask.Failure("engine_failed", "The task failed.", true));
        boolean refused = failure.code().equals("content_filtered");
        return new AppException(
                refused ? ErrorCode.INVALID_REQUEST : ErrorCode.PROVIDER_FAILED,
                failure.sentence());
    }

    /// A model is an engine's name, `engine/model`, or the name of a model that an engine has.
    /// While there is only the built-in engine, it answers to every name.
    private Choice choice(ImageFeature feature) {
        if (options.model().isEmpty()) {
            return new Choice(Optional.empty(), Optional.empty());
        }
        String name = options.model().get();
        List<ImageEngine> engines = images.engines(feature);
        List<String> known = new ArrayList<>();
        for (ImageEngine engine : engines) {
            known.add(engine.name());
            if (name.equals(engine.name())) {
                return new Choice(Optional.of(engine.name()), Optional.empty());
            }
            if (name.startsWith(engine.name() + "/")) {
                return new Choice(
                        Optional.of(engine.name()),
                        Optional.of(name.substring(engine.name().length() + 1)));
            }
            if (engine.models(feature).contains(name)) {
                return new Choice(Optional.of(engine.name()), Optional.of(name));
            }
        }
        if (known.equals(List.of(BUILT_IN))) {
            return new Choice(Optional.empty(), Optional.empty());
        }
        throw AppException.invalid(
                        "model",
                        "There is no image model \"%s\". There are: %s."
                                .formatted(name, String.join(", ", known)))
                .as(ErrorCode.NOT_FOUND);
    }
}
