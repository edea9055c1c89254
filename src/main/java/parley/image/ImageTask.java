package parley.image;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Work on pictures that somebody asked for. It survives its server.
///
/// @param id nobody can guess it
/// @param endUser the label under which it was asked for
/// @param progress 0 to 1
/// @param wish what is done, with everything that says how
/// @param refinedPrompt what the engine made of the words
/// @param engine which engine does it, or did; empty while that is open
/// @param images what was made, in order
/// @param inputs what it was made of, by role
/// @param confidence how good the engine thinks the result is, 0 to 1; empty before the end
/// @param metrics figures about the result, by name
/// @param recipe what it takes to make the same again
public record ImageTask(
        String id,
        long accountId,
        Optional<String> endUser,
        TaskStatus status,
        double progress,
        ImageWish wish,
        Optional<String> refinedPrompt,
        Optional<String> model,
        Optional<String> engine,
        long seed,
        List<KeptImage> images,
        Map<InputRole, String> inputs,
        List<String> warnings,
        Optional<Double> confidence,
        ObjectNode metrics,
        ObjectNode recipe,
        Optional<Failure> failure,
        Instant createdAt,
        Optional<Instant> finishedAt) {
    public ImageTask {
        images = List.copyOf(images);
        inputs = Map.copyOf(inputs);
        warnings = List.copyOf(warnings);
    }

    public ImageFeature feature() {
        return wish.feature();
    }

    /// The same task with these pictures.
    public ImageTask withImages(List<KeptImage> made) {
        return with(progress, made);
    }

    /// The same task, so far.
    public ImageTask withProgress(double fraction) {
        return with(fraction, images);
    }

    private ImageTask with(double fraction, List<KeptImage> made) {
        return new ImageTask(
                id,
                accountId,
                endUser,
                status,
                fraction,
                wish,
                refinedPrompt,
                model,
                engine,
                seed,
                made,
                inputs,
                warnings,
                confidence,
                metrics,
                recipe,
                failure,
                createdAt,
                finishedAt);
    }

    /// Why a task failed.
    ///
    /// @param code `content_filtered`, `engine_failed`, `misconfigured`, `timeout`, `interrupted`,
    ///   …
    /// @param retryable whether asking again may help
    public record Failure(String code, String sentence, boolean retryable) {}
}
