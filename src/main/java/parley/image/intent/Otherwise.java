package parley.image.intent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.Earlier;
import parley.image.intent.IntentReader.LastStep;
import parley.image.intent.IntentReader.Source;
import tools.jackson.databind.node.ObjectNode;

/// "The same but at night": what was done, with something of it said anew. What the last step has a
/// value for is changed in it; everything else is about what is to be seen, and changes the words
/// that the picture was drawn by.
final class Otherwise {
    private static final Pattern OF_LIGHT =
            Pattern.compile(
                    "(?<![\\p{L}])(?:light\\w*|licht|lumiere|luz|warm(?:er)?|cool(?:er)?|cold(?:er)?|kalter|soft(?:er)?|from (?:the )?(?:left|right|above|below|behind)|\\d+ ?%)(?![\\p{L}])");
    private static final Pattern AMOUNT = Pattern.compile("\\d+ ?(?:px|pixels?|%)");

    private final Scene scene;
    private final Edits edits;

    Otherwise(Scene scene, References references) {
        this.scene = scene;
        this.edits = new Edits(scene, references);
    }

    /// @param last how the picture was made
    Command of(LastStep last, Optional<Earlier> picture, Utterance said, double confidence) {
        if (last.feature() == ImageFeature.IMAGE_GENERATION || isOf(last, said.folded())) {
            return changed(last, said, confidence);
        }
        Optional<Recipe> recipe = Recipe.of(picture, scene.state());
        if (recipe.isPresent()) {
            ObjectNode wish = Changes.of(recipe.get().drawing(), said, scene).wish();
            return recipe.get().again(wish, said.folded(), confidence);
        }
        return edits.read(said.after("make it "))
                .or(() -> edits.read(said))
                .orElseGet(Otherwise::cannot);
    }

    /// The step's wish with what is said put over what it was.
    Command changed(LastStep last, Utterance said, double confidence) {
        Command.Do change = Changes.of(last, said, scene);
        return new Command.Do(
                last.feature(),
                change.wish(),
                last.picture().map(Source.Known::new),
                Optional.empty(),
                change.seed().or(() -> Optional.of(last.seed())),
                confidence);
    }

    /// Whether a step has a value for what is said.
    private static boolean isOf(LastStep last, String said) {
        return switch (last.feature()) {
            case IMAGE_GENERATION, REIMAGINE -> true;
            case UPSCALE -> ScaleWords.factor(said, Optional.empty()).isPresent();
            case REMOVE_BACKGROUND -> LookWords.background(said).isPresent();
            case RELIGHT ->
                    LookWords.hasLight(said)
                            || LookWords.LIGHT_STYLES.in(said)
                            || OF_LIGHT.matcher(said).find();
            case STYLE_TRANSFER -> LookWords.PAINTED.in(said);
            case IMAGE_EXPAND ->
                    ShapeWords.find(said).isPresent()
                            || SideWords.anySide(said.replace("sky", " "))
                            || AMOUNT.matcher(said).find();
        };
    }

    private static Command cannot() {
        return new Command.Ask(
                ImageFeature.REIMAGINE,
                "That cannot be changed in a picture that I did not draw. Shall I make a variation of it instead?",
                List.of("Make a variation", "No"),
                Edits.LIKELY);
    }
}
