package parley.dialect.openai.images;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.image.ImageFeature;
import parley.image.ImageSource;
import parley.image.InputRole;
import parley.image.KeptImage;
import parley.image.intent.IntentReader;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Understood;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Changes a picture as words say: by the features they name, one after another, or else by
/// thinking the picture up anew.
final class Edits {
    /// What the words are read against: the picture that came.
    private static final String SENT = "sent";

    private final IntentReader intents;

    Edits(IntentReader intents) {
        this.intents = intents;
    }

    /// @param sent the picture that is changed
    /// @param inputs with that picture in the role [InputRole#IMAGE]
    List<KeptImage> perform(
            String prompt,
            KeptImage sent,
            Map<InputRole, ImageSource> inputs,
            ImageWork work,
            int number)
            throws InterruptedException {
        PictureState state =
                new PictureState(
                        List.of(SENT),
                        List.of(),
                        Optional.of(SENT),
                        Optional.empty(),
                        Optional.empty(),
                        // "Wider" is a part of what is there.
                        Map.of(SENT, sent.size()));
        if (!(intents.read(prompt, state) instanceof Understood.Plan plan)
                || plan.steps().stream().anyMatch(Edits::drawsAnew)) {
            return reimagined(prompt, inputs, work, number);
        }
        Map<InputRole, ImageSource> current = new EnumMap<>(inputs);
        List<KeptImage> made = new ArrayList<>();
        for (IntentReader.Step step : plan.steps()) {
            made = work.perform(step.feature(), step.wish(), current, number);
            current = new EnumMap<>(inputs);
            current.put(InputRole.IMAGE, new ImageSource.Kept(made.getFirst().id()));
        }
        return made;
    }

    private static boolean drawsAnew(IntentReader.Step step) {
        return step.feature() == ImageFeature.IMAGE_GENERATION;
    }

    private static List<KeptImage> reimagined(
            String prompt, Map<InputRole, ImageSource> inputs, ImageWork work, int number)
            throws InterruptedException {
        ObjectNode wish = JsonMapper.shared().createObjectNode().put("prompt", prompt);
        return work.perform(ImageFeature.REIMAGINE, wish, inputs, number);
    }
}
