package parley.image.intent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.Earlier;
import parley.image.intent.IntentReader.LastStep;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Source;
import parley.image.intent.IntentReader.Step;
import tools.jackson.databind.node.ObjectNode;

/// How a picture came to be that was drawn from words: the drawing, and what was done to it after
/// that, oldest first. Drawn again with other words and the same seed, it gets the same steps.
///
/// @param later what was done to the drawing, each to what the step before made
record Recipe(LastStep drawing, List<LastStep> later) {
    private static final int MOST_STEPS = 5;

    Recipe {
        later = List.copyOf(later);
    }

    /// Empty for pictures that began with one that was sent, or as a model's.
    static Optional<Recipe> of(Optional<Earlier> picture, PictureState state) {
        List<LastStep> later = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Earlier> at = picture;
        while (at.isPresent() && seen.add(at.get().imageId())) {
            Optional<LastStep> made = at.get().made();
            if (made.isEmpty()) {
                return Optional.empty();
            }
            if (made.get().feature() == ImageFeature.IMAGE_GENERATION) {
                return Optional.of(new Recipe(made.get(), later.reversed()));
            }
            later.add(made.get());
            at = at.get().parent().flatMap(state::earlier);
        }
        return Optional.empty();
    }

    /// The drawing with another wish, and what can be done again to it.
    ///
    /// @param said what is wished for: a step whose matter it is, such as the light, is left out
    Command again(ObjectNode wish, String said, double confidence) {
        wish.remove("num_images");
        List<Step> steps = new ArrayList<>();
        steps.add(
                new Step(
                        ImageFeature.IMAGE_GENERATION,
                        wish,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(drawing.seed())));
        for (LastStep step : later) {
            if (steps.size() <= MOST_STEPS && isKept(step, said)) {
                steps.add(
                        new Step(
                                step.feature(),
                                step.wish().deepCopy(),
                                Optional.of(new Source.StepBefore()),
                                Optional.empty(),
                                Optional.of(step.seed())));
            }
        }
        return new Command.Again(steps, confidence);
    }

    /// Whether a step is done again. One that took a second picture is not: which it was is not
    /// known.
    private static boolean isKept(LastStep step, String said) {
        return switch (step.feature()) {
            case IMAGE_GENERATION -> false;
            case RELIGHT -> !LookWords.hasLight(said);
            case STYLE_TRANSFER -> step.wish().has("engine_style") && !LookWords.PAINTED.in(said);
            case REMOVE_BACKGROUND -> !step.wish().path("background").asString("").equals("image");
            case UPSCALE, REIMAGINE, IMAGE_EXPAND -> true;
        };
    }
}
