package parley.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.image.pixel.Picture;
import tools.jackson.databind.node.ObjectNode;

/// Something that makes and changes pictures. Safe for use by many threads.
public interface ImageEngine {
    /// How requests and tasks call it: `builtin`, `onnx`, `stability`, …
    String name();

    /// Whether it can do this at all. Cheap.
    boolean can(ImageFeature feature);

    /// The models of it that requests may name; the first is the one it takes by itself.
    default List<String> models(ImageFeature feature) {
        return List.of();
    }

    /// Does the work, on the calling thread and others of its own. An interrupt ends it.
    ///
    /// @throws ImageEngineException the engine could not, or would not
    /// @throws AppException (422) the wish and its pictures do not go together
    Outcome run(Job job, Progress progress) throws InterruptedException;

    /// @param inputs the pictures that came with the wish, by role
    /// @param model the model to use; empty for the engine's own choice
    /// @param seed what chance is made of; the same job with the same seed gives the same picture
    ///   where the engine can promise that
    record Job(ImageWish wish, Map<InputRole, Picture> inputs, Optional<String> model, long seed) {
        public Job {
            inputs = Map.copyOf(inputs);
        }

        /// The picture that is worked on.
        ///
        /// @throws IllegalStateException if there is none
        public Picture image() {
            Picture image = inputs.get(InputRole.IMAGE);
            if (image == null) {
                throw new IllegalStateException("There is no picture to work on.");
            }
            return image;
        }

        public Optional<Picture> input(InputRole role) {
            @Nullable Picture picture = inputs.get(role);
            return Optional.ofNullable(picture);
        }
    }

    /// Hears how far the work is.
    @FunctionalInterface
    interface Progress {
        Progress UNHEARD = _ -> {};

        /// @param fraction 0 to 1, never less than before
        void at(double fraction);
    }

    /// What was made.
    ///
    /// @param refinedPrompt what the engine made of the prompt
    /// @param model which of its models or methods did it
    /// @param confidence how good the engine thinks it is: 0 to 1
    /// @param warnings what the one who asked should know, in sentences
    /// @param metrics figures about the result, by name
    record Outcome(
            List<Picture> pictures,
            Optional<String> refinedPrompt,
            String model,
            double confidence,
            List<String> warnings,
            ObjectNode metrics) {
        public Outcome {
            pictures = List.copyOf(pictures);
            warnings = List.copyOf(warnings);
        }
    }
}
