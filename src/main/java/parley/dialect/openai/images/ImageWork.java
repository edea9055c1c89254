package parley.dialect.openai.images;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.RateHeaders;
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

    /// Below this, numbers are exact in every JSON reader.
    private static final long SEEDS = 1L << 53;

    /// The families of OpenAI's models that make pictures.
    private static final Pattern OPEN_AI =
            Pattern.compile("(?:gpt-image|chatgpt-image|dall-e)-[a-z0-9.-]{1,40}");

    /// A task is ended by its own time limit long before.
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final ImageService images;
    private final long accountId;
    private final ImageOptions options;
    private final Set<String> used = new LinkedHashSet<>();

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
                                        ? OptionalLong.of(
                                                (options.seed().getAsLong() + number) % SEEDS)
                                        : options.seed(),
                                Optional.empty(),
                                read.warnings(),
                                ImagesDialect.NAME));
        ImageTask ended = finished(task);
        List<KeptImage> made = made(ended);
        used.add(ended.engine().orElse(BUILT_IN) + "/" + ended.model().orElse(""));
        return made;
    }

    /// Keeps the picture that is worked on.
    ///
    /// @throws AppException the model that was named is not there, or the picture cannot be read
    KeptImage keep(ImageSource source) throws InterruptedException {
        choice(ImageFeature.REIMAGINE);
        return images.keep(accountId, options.endUser(), InputRole.IMAGE.field(), source);
    }

    /// Tells in the answer's headers which models made the pictures, in the order in which they
    /// were asked, and what the account has left.
    void tell(Exchange exchange) {
        // Names of models elsewhere may hold anything.
        String names = String.join(", ", used).replaceAll("[^ -~]", "?");
        exchange.setHeader("X-Model-Used", names);
        RateHeaders.set(exchange, images.left(accountId), RateHeaders.Family.OPENAI);
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

    /// A model is an engine's name, `engine/model`, or the name of a model that an engine has. One
    /// that has it and cannot do this leaves it to the best that can. While there is only the
    /// built-in engine, it answers to the names of OpenAI's models.
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
        boolean standsIn = known.equals(List.of(BUILT_IN)) && OPEN_AI.matcher(name).matches();
        if (standsIn || isKnownElsewhere(name)) {
            return new Choice(Optional.empty(), Optional.empty());
        }
        throw AppException.invalid(
                        "model",
                        "There is no image model \"%s\". There are: %s."
                                .formatted(name, String.join(", ", known)))
                .as(ErrorCode.NOT_FOUND);
    }

    private boolean isKnownElsewhere(String name) {
        return Arrays.stream(ImageFeature.values())
                .anyMatch(feature ->
                        images.engines(feature).stream()
                                .anyMatch(engine ->
                                        name.equals(engine.name())
                                                || name.startsWith(engine.name() + "/")
                                                || engine.models(feature).contains(name)));
    }
}
