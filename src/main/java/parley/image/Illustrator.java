package parley.image;

import java.util.List;
import java.util.Optional;
import parley.conversation.Assignment;
import parley.conversation.Specialist;
import parley.image.intent.IntentReader;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Source;
import parley.image.intent.IntentReader.Step;
import parley.image.intent.IntentReader.Understood;
import parley.llm.OutputFormat;
import parley.llm.Part;
import parley.llm.builtin.BuiltinProvider;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers what wants pictures: made, changed, or shown again.
///
/// It goes before the specialist for data, which takes every turn of a conversation about data;
/// there it takes only what is plainly about pictures. It leaves alone what offers tools, and what
/// must be answered in JSON: those are between the client and the model.
///
/// What it did is kept beside the answer: `intent`, `confidence`, `task_id` of the last step,
/// `image_ids` made by it, `steps[]` with `intent`, `task_id`, `wish`, `seed`, `picture`,
/// `image_ids` and `error` of each, `asked` with the question that was put, `shown` with the
/// picture that was shown again. Beside questions it reads `attachments`, the ids of pictures that
/// came with them, and `reference`, the id of the picture that "it" is.
public final class Illustrator implements Specialist {
    /// From here on a reading is acted on.
    private static final double ENOUGH = 0.6;

    /// The same where the conversation is about data.
    private static final double PLAIN = 0.85;

    private final ImageService images;
    private final IntentReader intents;
    private final PictureWords words;

    /// @param baseUrl what addresses of pictures begin with, as clients see them
    public Illustrator(ImageService images, IntentReader intents, String baseUrl) {
        this.images = images;
        this.intents = intents;
        this.words = new PictureWords(baseUrl);
    }

    @Override
    public boolean answer(Assignment turn) throws InterruptedException {
        if (turn.request().options().tools().offered()) {
            return false;
        }
        return switch (turn.request().options().format()) {
            case OutputFormat.Image _ -> paint(turn);
            case OutputFormat.Text _ -> understand(turn);
            case OutputFormat.JsonObject _, OutputFormat.JsonSchema _ -> false;
        };
    }

    private static boolean isBuiltIn(Assignment turn) {
        return turn.model().provider().name().equals(BuiltinProvider.NAME);
    }

    private boolean paint(Assignment turn) throws InterruptedException {
        String prompt = promptOf(turn);
        if (prompt.isEmpty()) {
            return false;
        }
        if (!isBuiltIn(turn)) {
            new ModelPainting(turn, images, words, prompt).run();
            return true;
        }
        ConversationPictures pictures = ConversationPictures.of(turn, images);
        new PlanRun(new Commission.OfTurn(turn), images, pictures, words)
                .run(new Understood.Plan(drawing(prompt), 1, "Here is the picture."));
        return true;
    }

    /// What is to be drawn, without the words that order it: "draw three pictures of a cat".
    private List<Step> drawing(String prompt) {
        if (intents.read(prompt, PictureState.EMPTY) instanceof Understood.Plan plan
                && plan.steps().getFirst().feature() == ImageFeature.IMAGE_GENERATION) {
            return plan.steps();
        }
        ObjectNode wish = JsonMapper.shared().createObjectNode().put("prompt", prompt);
        return List.of(
                new Step(
                        ImageFeature.IMAGE_GENERATION,
                        wish,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /// What is painted may be said behind what is shown: models take it from the end, too.
    private static String promptOf(Assignment turn) {
        return turn.parts(turn.question()).stream()
                .filter(Part.Text.class::isInstance)
                .map(Part.Text.class::cast)
                .reduce((_, last) -> last)
                .map(text -> text.text().strip())
                .orElse("");
    }

    private boolean understand(Assignment turn) throws InterruptedException {
        ConversationPictures pictures = ConversationPictures.of(turn, images);
        PictureState state = pictures.state();
        String message = turn.question().content();
        boolean aboutData = turn.conversation().dataSourceId().isPresent();
        Understood understood = intents.read(message, state);
        if (understood.confidence() < (aboutData ? PLAIN : ENOUGH)) {
            return false;
        }
        switch (understood) {
            case Understood.Talk _ -> {
                return false;
            }
            case Understood.Unclear unclear -> {
                if (aboutData && !state.hasPicture()) {
                    return false;
                }
                ask(turn, unclear, state);
            }
            case Understood.Show show -> show(turn, show, pictures, state);
            case Understood.Told told -> sayOnce(turn, told.sentence());
            case Understood.Plan plan ->
                    new PlanRun(new Commission.OfTurn(turn), images, pictures, words).run(plan);
        }
        return true;
    }

    private static void ask(Assignment turn, Understood.Unclear unclear, PictureState state) {
        ObjectNode attributes = JsonMapper.shared().createObjectNode();
        attributes.put("intent", unclear.intent().intent());
        attributes.put("confidence", unclear.confidence());
        ObjectNode asked = attributes.putObject("asked");
        asked.put("intent", unclear.intent().intent());
        asked.put("message", turn.question().content());
        asked.put("question", unclear.question());
        addAll(asked.putArray("choices"), unclear.choices());
        addAll(asked.putArray("attached"), state.attached());
        turn.keep(attributes.toString());
        sayOnce(turn, PictureWords.asked(unclear));
    }

    private static void addAll(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private void show(
            Assignment turn,
            Understood.Show show,
            ConversationPictures pictures,
            PictureState state)
            throws InterruptedException {
        String id =
                switch (show.picture()) {
                    case Source.Known(String known) -> pictures.inGallery(known);
                    case Source.Named(String text) -> text;
                    case Source.StepBefore() -> state.active().orElseThrow();
                };
        ObjectNode attributes = JsonMapper.shared().createObjectNode();
        state.earlier(id)
                .flatMap(earlier -> ImageFeature.ofIntent(earlier.intent()))
                .ifPresent(feature -> attributes.put("intent", feature.intent()));
        attributes.put("confidence", show.confidence());
        attributes.putArray("image_ids").add(id);
        attributes.put("shown", id);
        turn.keep(attributes.toString());
        sayOnce(turn, words.shown(show.said(), id, state));
    }

    /// An answer that was interrupted goes on where it ended.
    private static void sayOnce(Assignment turn, String text) {
        String before = turn.saidBefore();
        turn.say(text.startsWith(before) ? text.substring(before.length()) : "\n\n" + text);
    }
}
