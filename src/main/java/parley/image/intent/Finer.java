package parley.image.intent;

import java.util.List;
import java.util.Optional;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.LastStep;
import tools.jackson.databind.node.ObjectNode;

/// What was drawn is not enlarged but drawn again, finer, from the same seed.
final class Finer {
    private static final List<String> STEPS = List.of("1k", "2k", "4k");

    private Finer() {}

    /// Empty where it is drawn as finely as can be.
    static Optional<Command> of(Utterance clause, Scene scene) {
        Optional<LastStep> last = scene.last();
        if (last.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode wish = last.get().wish().deepCopy();
        int now = Math.max(0, STEPS.indexOf(wish.path("resolution").asString("1k")));
        int factor =
                ScaleWords.factor(clause.folded(), Optional.empty()).map(Found::value).orElse(2);
        int next = now + (factor >= 4 ? 2 : 1);
        Optional<String> named = ExtraWords.resolution(clause.folded()).map(Found::value);
        String wanted = named.filter(STEPS::contains).orElse(STEPS.get(Math.min(next, 2)));
        if (STEPS.indexOf(wanted) <= now || (named.isEmpty() && next > 2)) {
            return Optional.empty();
        }
        wish.put("resolution", wanted);
        wish.remove("num_images");
        return Optional.of(
                Command.Do.of(ImageFeature.IMAGE_GENERATION, wish, Edits.LIKELY)
                        .seeded(Optional.of(last.get().seed())));
    }
}
