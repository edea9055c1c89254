package parley.image;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.conversation.Assignment;
import parley.error.AppException;
import parley.llm.ModelEvent;
import parley.llm.Part;
import parley.llm.ToolUse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Has a turn's model paint, and keeps what it painted in the gallery: from there it is shown,
/// downloaded and worked on like every other picture. Words that the model says are said.
final class ModelPainting {
    private static final Logger LOG = LoggerFactory.getLogger(ModelPainting.class);

    private final Assignment turn;
    private final ImageService images;
    private final PictureWords words;
    private final String prompt;
    private final List<Part.Image> painted = new ArrayList<>();
    private boolean said;

    /// @param prompt what is to be painted
    ModelPainting(Assignment turn, ImageService images, PictureWords words, String prompt) {
        this.turn = turn;
        this.images = images;
        this.words = words;
        this.prompt = prompt;
        this.said = !turn.saidBefore().isEmpty();
    }

    void run() throws InterruptedException {
        List<String> ids = keptBefore();
        if (ids.isEmpty()) {
            turn.ask("", List.of(), ToolUse.NONE, this::hear);
            ids = keepPainted();
        }
        for (String id : ids) {
            show(id);
        }
    }

    private void hear(ModelEvent event) {
        switch (event) {
            case ModelEvent.TextDelta(String text) -> say(text);
            case ModelEvent.ImageMade(Part.Image image) -> painted.add(image);
            case ModelEvent.ReasoningDelta _,
                    ModelEvent.ReasoningSigned _,
                    ModelEvent.ToolCallDelta _,
                    ModelEvent.UsageReported _,
                    ModelEvent.Finished _ -> {}
        }
    }

    /// Of a run that ended between keeping and saying: nothing is painted, and paid, twice.
    private List<String> keptBefore() {
        List<String> ids = new ArrayList<>();
        JsonMapper.shared()
                .readTree(turn.kept())
                .path("image_ids")
                .forEach(id -> ids.add(id.asString("")));
        return ids;
    }

    private List<String> keepPainted() throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (Part.Image image : painted) {
            try {
                ids.add(keep(image).id());
            } catch (AppException e) {
                if (e.code().httpStatus() >= 500) {
                    throw e;
                }
                LOG.info("A model's picture stays in its message: {}", e.sentence());
                turn.show(image);
            }
        }
        if (!ids.isEmpty()) {
            note(ids);
        }
        return ids;
    }

    private KeptImage keep(Part.Image image) throws InterruptedException {
        return images.keepPainted(
                turn.conversation().accountId(),
                turn.conversation().endUser(),
                prompt,
                ImageSource.parse("image", ConversationPictures.text(image)));
    }

    private void note(List<String> ids) {
        String intent = ImageFeature.IMAGE_GENERATION.intent();
        ObjectNode attributes = JsonMapper.shared().createObjectNode();
        attributes.put("intent", intent);
        attributes.put("confidence", 1);
        addAll(attributes.putArray("image_ids"), ids);
        ObjectNode step = attributes.putArray("steps").addObject();
        step.put("intent", intent);
        step.putObject("wish").put("prompt", prompt);
        addAll(step.putArray("image_ids"), ids);
        turn.keep(attributes.toString());
    }

    private static void addAll(ArrayNode array, List<String> ids) {
        ids.forEach(array::add);
    }

    private void show(String id) {
        String picture = words.markdown(id, prompt);
        if (!turn.saidBefore().contains(picture)) {
            say((said ? "\n\n" : "") + picture);
        }
    }

    private void say(String text) {
        said = true;
        turn.say(text);
    }
}
