package parley.image.intent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.image.ImageFeature;
import parley.image.pixel.Size;
import tools.jackson.databind.node.ObjectNode;

/// Finds out what a message wants done with pictures. Without a model, in milliseconds; the same
/// message in the same state means the same each time. Safe for use by many threads.
public interface IntentReader {
    Understood read(String message, PictureState state);

    /// What a message means.
    sealed interface Understood {
        /// How sure that is: 0 to 1.
        double confidence();

        /// Nothing about pictures that is to be done now: talk, a question about a feature.
        record Talk(double confidence) implements Understood {}

        /// Steps, in order.
        ///
        /// @param said what will be done, in a short sentence
        record Plan(List<Step> steps, double confidence, String said) implements Understood {
            public Plan {
                steps = List.copyOf(steps);
            }
        }

        /// Back to an earlier picture, with nothing to work out.
        record Show(Source picture, double confidence, String said) implements Understood {}

        /// There is nothing that could be done, for a reason.
        ///
        /// @param sentence the reason, to be said
        record Told(String sentence, double confidence) implements Understood {}

        /// It may be meant, but not as it stands.
        ///
        /// @param intent what it would be
        /// @param question one short question
        record Unclear(
                ImageFeature intent, double confidence, String question, List<String> choices)
                implements Understood {
            public Unclear {
                choices = List.copyOf(choices);
            }
        }
    }

    /// One thing to be done.
    ///
    /// @param wish with the names of requests, as [parley.image.Wishes#read] reads them
    /// @param picture what it is done to; empty where nothing is needed
    /// @param reference what it is to be like; of [ImageFeature#REMOVE_BACKGROUND], what is put
    ///   behind it
    /// @param seed the seed of an earlier picture, where the same is wanted again
    record Step(
            ImageFeature feature,
            ObjectNode wish,
            Optional<Source> picture,
            Optional<Source> reference,
            Optional<Long> seed) {}

    /// Which picture is meant.
    sealed interface Source {
        /// One of the conversation, or that came with the message.
        record Known(String imageId) implements Source {}

        /// An address or a data: URI in the message's own text.
        record Named(String text) implements Source {}

        /// What the step before makes.
        record StepBefore() implements Source {}
    }

    /// What the conversation knows of pictures.
    ///
    /// @param attached the pictures that came with this message, in order
    /// @param earlier the pictures of the conversation, oldest first
    /// @param active the picture that "it" is; empty if there is none
    /// @param last what was done last
    /// @param asked the question that this message may answer
    /// @param sizes how large the pictures are, by id, as far as that is known
    record PictureState(
            List<String> attached,
            List<Earlier> earlier,
            Optional<String> active,
            Optional<LastStep> last,
            Optional<Asked> asked,
            Map<String, Size> sizes) {
        public static final PictureState EMPTY =
                new PictureState(
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of());

        public PictureState {
            attached = List.copyOf(attached);
            earlier = List.copyOf(earlier);
            sizes = Map.copyOf(sizes);
        }

        /// Whether there is a picture that something could be done to.
        public boolean hasPicture() {
            return !attached.isEmpty() || active.isPresent();
        }

        public Optional<Earlier> earlier(String imageId) {
            return earlier.stream().filter(each -> each.imageId().equals(imageId)).findFirst();
        }

        /// The same where one of its pictures is "it", and how that was made was the last step.
        PictureState on(Earlier picture) {
            return new PictureState(
                    List.of(),
                    earlier,
                    Optional.of(picture.imageId()),
                    picture.made(),
                    Optional.empty(),
                    sizes);
        }
    }

    /// @param intent as [ImageFeature#intent] has it, or `upload`
    /// @param prompt the words it was made by
    /// @param parent the picture it was made of
    /// @param group what pictures that were made together have in common, such as their task
    /// @param made how it was made; empty for one that was sent
    /// @param before the picture that "it" was until this one came
    record Earlier(
            String imageId,
            String intent,
            String prompt,
            Optional<String> parent,
            String group,
            Optional<LastStep> made,
            Optional<String> before) {}

    /// @param wish what was wished for, with the names of requests
    /// @param picture what it was done to
    record LastStep(ImageFeature feature, ObjectNode wish, Optional<String> picture, long seed) {}

    /// A question that was put, and what was meant when it was.
    ///
    /// @param message what was said when the question had to be asked
    /// @param choices what was offered
    /// @param attached the pictures that came with that message
    record Asked(ImageFeature intent, String message, List<String> choices, List<String> attached) {
        public Asked {
            choices = List.copyOf(choices);
            attached = List.copyOf(attached);
        }
    }
}
