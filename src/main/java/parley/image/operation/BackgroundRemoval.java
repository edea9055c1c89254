package parley.image.operation;

import java.util.List;
import java.util.Optional;
import parley.image.Backgrounds;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngine.Progress;
import parley.image.ImageFeature;
import parley.image.ImageWish.RemoveBackground;
import parley.image.operation.matte.Cutout;
import parley.image.operation.matte.Cutout.Tried;
import parley.image.pixel.Picture;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Cuts the subject of a picture out and puts something else behind it. What the subject is, is
/// looked for in several ways on a small copy; the way that most probably found it is taken, and
/// its edge is worked out at full size. A shadow under a subject is not part of it.
///
/// Without a model there is no knowing what things are: subjects that differ from a background that
/// is plain, textured or out of focus are found, and a low confidence says when it was a guess.
public final class BackgroundRemoval implements ImageOperation {
    private static final double UNSURE = 0.75;
    private static final double NOTHING = 0.002;

    @Override
    public ImageFeature feature() {
        return ImageFeature.REMOVE_BACKGROUND;
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        if (!(job.wish() instanceof RemoveBackground wish)) {
            throw new IllegalArgumentException("This is no wish to remove a background.");
        }
        Picture picture = job.image();
        Cutout cutout = Cutout.of(picture);
        progress.at(0.8);
        Picture made = Backgrounds.behind(job, wish.background(), cutout.subject());
        progress.at(1);
        return new Outcome(
                List.of(made),
                Optional.empty(),
                "matte-" + cutout.method(),
                cutout.confidence(),
                warnings(cutout),
                metrics(cutout));
    }

    private static List<String> warnings(Cutout cutout) {
        if (cutout.share() < NOTHING) {
            return List.of(
                    "No subject was found: the picture looks the same everywhere, so all of it was"
                            + " taken for background.");
        }
        if (cutout.confidence() < UNSURE) {
            return List.of(
                    "The subject could not be told from the background with certainty (%d %%); a"
                                    .formatted(Math.round(cutout.confidence() * 100))
                            + " model in models/onnx or a service would do better.");
        }
        return List.of();
    }

    private static ObjectNode metrics(Cutout cutout) {
        ObjectNode metrics = JsonMapper.shared().createObjectNode();
        metrics.put("method", cutout.method());
        metrics.put("foreground_fraction", rounded(cutout.share()));
        ObjectNode candidates = metrics.putObject("candidates");
        for (Tried tried : cutout.methods()) {
            candidates
                    .putObject(tried.method())
                    .put("likely_overlap_with_truth", rounded(tried.likely()))
                    .put("colours_in_common", rounded(tried.overlap()))
                    .put("outline_contrast", rounded(tried.contrast()))
                    .put("touches_edges", rounded(tried.touch()))
                    .put("agreement", rounded(tried.agreement()));
        }
        return metrics;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
