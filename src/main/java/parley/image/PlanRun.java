package parley.image;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

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

    private final Commission asked;
    private final ImageService images;
    private final TalkPictures pictures;
    private final PictureWords words;
    private final ObjectNode attributes = JsonMapper.shared().createObjectNode();
    private final ArrayNode steps;
    private final List<String> begun = new ArrayList<>();

    /// What is to be shown: the results that no later step goes on from.
    private final List<String> shown = new ArrayList<>();

    PlanRun(Commission asked, ImageService images, TalkPictures pictures, PictureWords words) {
        this.asked = asked;
        this.images = images;
        this.pictures = pictures;
        this.words = words;
        this.steps = attributes.putArray("steps");
        JsonNode before = JsonMapper.shared().readTree(asked.kept());
        before.path("steps").forEach(step -> begun.add(step.path("task_id").asString("")));
    }

    /// Returns when the last step has ended. Where one fails, what would go on from it is left out.
    void run(Understood.Plan plan) throws InterruptedException {
        attributes.put("intent", plan.steps().getLast().feature().intent());
        attributes.put("confidence", plan.confidence());
        if (asked.saidBefore().isEmpty()) {
            asked.say(plan.said());
        }
        Optional<ImageTask> made = Optional.empty();
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            boolean last = i + 1 == plan.steps().size() || !goesOn(plan.steps().get(i + 1));
            if (goesOn(step) && made.isEmpty()) {
                continue;
            }
            made = step(step, made);
            if (last) {
                made.ifPresent(this::show);
            }
        }
    }

    private static boolean goesOn(Step step) {
        Optional<Source> before = Optional.of(new Source.StepBefore());
        return step.picture().equals(before) || step.reference().equals(before);
    }

    private void show(ImageTask task) {
        task.images().forEach(image -> shown.add(image.id()));
        String text = words.made(task);
        if (!asked.saidBefore().contains(text.strip())) {
            asked.say(text);
        }
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
            asked.say("\n\n" + e.sentence());
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
        asked.say(PictureWords.failed(ended));
        return Optional.empty();
    }

    private ImageTask begin(Step step, Optional<ImageTask> before) throws InterruptedException {
        long accountId = asked.accountId();
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
                        asked.endUser(),
                        read.wish(),
                        inputs,
                        text(step.wish(), "engine"),
                        text(step.wish(), "model"),
                        step.seed().map(OptionalLong::of).orElseGet(OptionalLong::empty),
                        Optional.empty(),
                        read.warnings(),
                        asked.contract()));
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

    /// Ends the work if nobody wants it any more. How far it is, its task tells.
    private ImageTask awaitEnd(ImageTask begunTask) throws InterruptedException {
        ImageTask task = begunTask;
        try {
            while (!task.status().isEnd()) {
                task = images.await(task, LOOK_AGAIN);
            }
            return task;
        } catch (InterruptedException e) {
            if (asked.stopped()) {
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
        ArrayNode all = attributes.putArray("image_ids");
        shown.forEach(all::add);
        all.addAll(made);
        task.failure()
                .ifPresent(failure ->
                        kept.putObject("error")
                                .put("code", failure.code())
                                .put("message", failure.sentence())
                                .put("retryable", failure.retryable()));
        attributes.put("task_id", task.id());
        keep();
    }

    private void keep() {
        if (!pictures.kept().isEmpty()) {
            ObjectNode kept = attributes.putObject("kept");
            pictures.kept().forEach(kept::put);
        }
        asked.keep(attributes.toString());
    }
}
