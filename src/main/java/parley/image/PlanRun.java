package parley.image;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import parley.conversation.Assignment;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.intent.IntentReader.Source;
import parley.image.intent.IntentReader.Step;
import parley.image.intent.IntentReader.Understood;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Has the steps of a plan done one after another, each with what the one before made, and tells of
/// it. What was begun in an earlier run of the turn is waited for, not begun again.
final class PlanRun {
    /// How long nothing is said while the work goes on.
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final List<String> SIDES = List.of("left", "right", "top", "bottom");

    /// What the one who asked can put right: it is said as an answer.
    private static final Set<ErrorCode> ANSWERED =
            Set.of(
                    ErrorCode.INVALID_REQUEST,
                    ErrorCode.NOT_FOUND,
                    ErrorCode.FORBIDDEN,
                    ErrorCode.TOO_LARGE,
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    ErrorCode.UNPROCESSABLE);

    private final Assignment turn;
    private final ImageService images;
    private final ConversationPictures pictures;
    private final PictureWords words;
    private final InstantSource clock;
    private final ObjectNode attributes = JsonMapper.shared().createObjectNode();
    private final ArrayNode steps;
    private final List<String> begun = new ArrayList<>();

    PlanRun(
            Assignment turn,
            ImageService images,
            ConversationPictures pictures,
            PictureWords words,
            InstantSource clock) {
        this.turn = turn;
        this.images = images;
        this.pictures = pictures;
        this.words = words;
        this.clock = clock;
        this.steps = attributes.putArray("steps");
        JsonNode before = JsonMapper.shared().readTree(turn.kept());
        before.path("steps").forEach(step -> begun.add(step.path("task_id").asString("")));
    }

    /// Returns when the last step has ended, or one of them failed.
    void run(Understood.Plan plan) throws InterruptedException {
        attributes.put("intent", plan.steps().getLast().feature().intent());
        attributes.put("confidence", plan.confidence());
        if (turn.saidBefore().isEmpty()) {
            turn.say(plan.said());
        }
        Optional<ImageTask> made = Optional.empty();
        for (Step step : plan.steps()) {
            made = step(step, made);
            if (made.isEmpty()) {
                return;
            }
        }
        made.ifPresent(task -> turn.say(words.made(task)));
    }

    /// Empty where the plan cannot go on; why was said.
    private Optional<ImageTask> step(Step step, Optional<ImageTask> before)
            throws InterruptedException {
        ImageTask task;
        try {
            task = begin(step, before);
        } catch (AppException e) {
            if (!ANSWERED.contains(e.code())) {
                throw e;
            }
            turn.say("\n\n" + e.sentence());
            keep();
            return Optional.empty();
        }
        ObjectNode kept = steps.addObject();
        note(kept, step, task);
        ImageTask ended = awaitEnd(task);
        note(kept, step, ended);
        if (ended.status() == TaskStatus.COMPLETED && !ended.images().isEmpty()) {
            return Optional.of(ended);
        }
        turn.say(PictureWords.failed(ended));
        return Optional.empty();
    }

    private ImageTask begin(Step step, Optional<ImageTask> before) throws InterruptedException {
        long accountId = turn.conversation().accountId();
        int place = steps.size();
        if (place < begun.size() && !begun.get(place).isEmpty()) {
            return images.load(accountId, begun.get(place));
        }
        Map<InputRole, ImageSource> inputs = new EnumMap<>(InputRole.class);
        if (step.picture().isPresent()) {
            inputs.put(InputRole.IMAGE, source(step.picture().get(), before));
        }
        if (step.reference().isPresent()) {
            inputs.put(referenceRole(step.feature()), source(step.reference().get(), before));
        }
        Wishes.Read read = Wishes.read(step.feature(), step.wish(), inputs.keySet());
        return images.submit(
                new TaskRequest(
                        accountId,
                        turn.conversation().endUser(),
                        read.wish(),
                        inputs,
                        text(step.wish(), "engine"),
                        text(step.wish(), "model"),
                        step.seed().map(OptionalLong::of).orElseGet(OptionalLong::empty),
                        Optional.empty(),
                        read.warnings(),
                        turn.request().contract()));
    }

    private static InputRole referenceRole(ImageFeature feature) {
        return switch (feature) {
            case REMOVE_BACKGROUND -> InputRole.BACKGROUND;
            case IMAGE_GENERATION, UPSCALE, RELIGHT, STYLE_TRANSFER, REIMAGINE, IMAGE_EXPAND ->
                    InputRole.REFERENCE;
        };
    }

    private ImageSource source(Source source, Optional<ImageTask> before)
            throws InterruptedException {
        return switch (source) {
            case Source.Known(String id) -> ImageSource.parse("image", pictures.inGallery(id));
            case Source.Named(String text) -> ImageSource.parse("image", text);
            case Source.StepBefore() ->
                    new ImageSource.Kept(before.orElseThrow().images().getFirst().id());
        };
    }

    private static Optional<String> text(ObjectNode wish, String field) {
        return Optional.of(wish.path(field).asString("")).filter(text -> !text.isBlank());
    }

    /// Says how far the work is whenever it takes long. Ends the work if the turn is stopped.
    private ImageTask awaitEnd(ImageTask begunTask) throws InterruptedException {
        ImageTask task = begunTask;
        Instant heard = clock.instant();
        try {
            while (!task.status().isEnd()) {
                task = images.await(task, SILENCE);
                boolean silent = heard.plus(SILENCE).isAfter(clock.instant());
                if (!task.status().isEnd() && !silent) {
                    heard = clock.instant();
                    turn.say("\n\n%d %% done.".formatted(Math.round(task.progress() * 100)));
                }
            }
            return task;
        } catch (InterruptedException e) {
            if (turn.stopped()) {
                images.cancel(task.accountId(), task.id());
            }
            throw e;
        }
    }

    /// Keeps what is known of a step. Done before waiting, so that a message whose server died
    /// still names its task.
    private void note(ObjectNode kept, Step step, ImageTask task) {
        ObjectNode wish = step.wish().deepCopy();
        wish.setAll(Wishes.write(task.wish()));
        if (step.feature() == ImageFeature.IMAGE_EXPAND) {
            // What a shape came to for this picture is nothing to go on from with another.
            SIDES.forEach(side -> wish.put(side, step.wish().path(side).asInt(0)));
        }
        kept.put("intent", step.feature().intent());
        kept.put("task_id", task.id());
        kept.set("wish", wish);
        kept.put("seed", task.seed());
        Optional.ofNullable(task.inputs().get(InputRole.IMAGE))
                .ifPresent(id -> kept.put("picture", id));
        ArrayNode made = kept.putArray("image_ids");
        task.images().forEach(image -> made.add(image.id()));
        task.failure()
                .ifPresent(failure ->
                        kept.putObject("error")
                                .put("code", failure.code())
                                .put("message", failure.sentence())
                                .put("retryable", failure.retryable()));
        attributes.put("task_id", task.id());
        attributes.set("image_ids", made.deepCopy());
        keep();
    }

    private void keep() {
        if (!pictures.kept().isEmpty()) {
            ObjectNode kept = attributes.putObject("kept");
            pictures.kept().forEach(kept::put);
        }
        turn.keep(attributes.toString());
    }
}
