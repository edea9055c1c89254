package parley.image.intent;

import java.util.List;
import java.util.Optional;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.Source;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a piece of a message asks for.
sealed interface Command {
    ImageFeature feature();

    double confidence();

    /// Something that can be done.
    ///
    /// @param picture which one, where that is said or follows
    record Do(
            ImageFeature feature,
            ObjectNode wish,
            Optional<Source> picture,
            Optional<Source> reference,
            Optional<Long> seed,
            double confidence)
            implements Command {
        static Do of(ImageFeature feature, ObjectNode wish, double confidence) {
            return new Do(
                    feature,
                    wish,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    confidence);
        }

        Do on(Optional<Source> source) {
            return new Do(feature, wish, source, reference, seed, confidence);
        }

        Do like(Optional<Source> source) {
            return new Do(feature, wish, picture, source, seed, confidence);
        }

        Do seeded(Optional<Long> number) {
            return new Do(feature, wish, picture, reference, number, confidence);
        }
    }

    /// Something that needs a question first.
    record Ask(ImageFeature feature, String question, List<String> choices, double confidence)
            implements Command {
        public Ask {
            choices = List.copyOf(choices);
        }
    }

    /// Steps that were done before, with something changed.
    record Again(List<IntentReader.Step> steps, double confidence) implements Command {
        public Again {
            steps = List.copyOf(steps);
        }

        @Override
        public ImageFeature feature() {
            return steps.getLast().feature();
        }
    }

    /// Nothing that could be done: why is to be said.
    record Tell(ImageFeature feature, String sentence, double confidence) implements Command {}

    /// A picture that is only to be shown again.
    record Look(Source picture, String said, double confidence) implements Command {
        @Override
        public ImageFeature feature() {
            return ImageFeature.REIMAGINE;
        }
    }

    static ObjectNode wish() {
        return JsonMapper.shared().createObjectNode();
    }
}
