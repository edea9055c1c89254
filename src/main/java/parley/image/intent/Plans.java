package parley.image.intent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.Source;
import parley.image.intent.IntentReader.Step;
import parley.image.intent.IntentReader.Understood;
import tools.jackson.databind.node.ObjectNode;

/// Makes an ordered plan of what the pieces of a message ask for.
final class Plans {
    private final References references;

    Plans(References references) {
        this.references = references;
    }

    /// @param said at least one, in the order they were said
    /// @param about where each was said
    Understood plan(List<Command.Do> said, List<Utterance> about, boolean ordered) {
        List<Command.Do> commands = merged(said);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            order.add(i);
        }
        if (!ordered) {
            order.sort(Comparator.comparingInt(i -> rank(commands.get(i).feature())));
        }
        Optional<Source> picture = Optional.empty();
        for (int i = 0; i < commands.size() && picture.isEmpty(); i++) {
            picture = commands.get(i).picture().or(() -> Optional.empty());
        }
        for (int i = 0; i < commands.size() && picture.isEmpty(); i++) {
            picture =
                    commands.get(i).feature().needsPicture()
                            ? references.named(about.get(i))
                            : Optional.empty();
        }
        Optional<Source> first = picture.or(references::it);
        List<Step> steps = new ArrayList<>();
        double confidence = 1;
        for (int i : order) {
            Command.Do command = commands.get(i);
            confidence = Math.min(confidence, command.confidence());
            Optional<Understood> missing = add(steps, command, first);
            if (missing.isPresent()) {
                return missing.get();
            }
        }
        return new Understood.Plan(steps, confidence, Sayings.of(steps));
    }

    /// What is said in two pieces of one operation is one wish: "cut it out and put it on white",
    /// "200 px on the left and 100 px on the right".
    private static List<Command.Do> merged(List<Command.Do> said) {
        List<Command.Do> merged = new ArrayList<>();
        for (Command.Do each : said) {
            boolean same =
                    !merged.isEmpty()
                            && merged.getLast().feature() == each.feature()
                            && each.feature().needsPicture()
                            && each.picture().isEmpty();
            if (same) {
                merged.getLast().wish().setAll(each.wish());
            } else {
                merged.add(each);
            }
        }
        return merged;
    }

    private Optional<Understood> add(List<Step> steps, Command.Do command, Optional<Source> first) {
        boolean later = !steps.isEmpty();
        Optional<Source> picture =
                !command.feature().needsPicture()
                        ? Optional.empty()
                        : later
                                ? Optional.of(new Source.StepBefore())
                                : command.picture().or(() -> first);
        if (command.feature().needsPicture() && picture.isEmpty()) {
            return Optional.of(
                    new Understood.Unclear(
                            command.feature(),
                            Math.min(command.confidence(), 0.8),
                            "Which picture do you mean? Send it with your answer, as a file or an address.",
                            List.of()));
        }
        ObjectNode wish = command.wish();
        if (command.feature() == ImageFeature.REMOVE_BACKGROUND
                && wish.has("prompt")
                && picture.isPresent()
                && !later) {
            // What is to be behind it is drawn first.
            ObjectNode scenery = Command.wish().put("prompt", wish.path("prompt").asString());
            steps.add(
                    new Step(
                            ImageFeature.IMAGE_GENERATION,
                            scenery,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            wish.remove("prompt");
            steps.add(
                    new Step(
                            command.feature(),
                            wish,
                            picture,
                            Optional.of(new Source.StepBefore()),
                            Optional.empty()));
            return Optional.empty();
        }
        steps.add(new Step(command.feature(), wish, picture, command.reference(), command.seed()));
        return Optional.empty();
    }

    /// What goes before what, where nothing else is said: what is cut out is cut from what was
    /// there, and enlarging comes last, when all else is right.
    private static int rank(ImageFeature feature) {
        return switch (feature) {
            case IMAGE_GENERATION -> 0;
            case REIMAGINE -> 1;
            case REMOVE_BACKGROUND -> 2;
            case RELIGHT -> 3;
            case STYLE_TRANSFER -> 4;
            case IMAGE_EXPAND -> 5;
            case UPSCALE -> 6;
        };
    }
}
