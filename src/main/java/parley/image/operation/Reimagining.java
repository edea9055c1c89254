package parley.image.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.operation.reimagine.Distances;
import parley.image.operation.reimagine.Framing;
import parley.image.operation.reimagine.Steering;
import parley.image.operation.reimagine.Variation;
import parley.image.pixel.Picture;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Shows a picture as it could have been: with other colours, at another time, in another weather,
/// as a painting, from another place. How far it goes is measured: [Distances] are less for subtle
/// variations than for vivid ones, and less for vivid than for wild ones.
public final class Reimagining implements ImageOperation {
    private static final String MODEL = "measured-variation";
    private static final double BEST = 0.85;

    @Override
    public ImageFeature feature() {
        return ImageFeature.REIMAGINE;
    }

    @Override
    public List<String> models() {
        return List.of(MODEL);
    }

    @Override
    public ImageEngine.Outcome run(ImageEngine.Job job, ImageEngine.Progress progress)
            throws InterruptedException {
        if (!(job.wish() instanceof ImageWish.Reimagine wish)) {
            throw new IllegalArgumentException("This is no wish for a variation: " + job.wish());
        }
        Picture picture =
                wish.shape().map(shape -> Framing.into(shape, job.image())).orElseGet(job::image);
        Steering steering = Steering.of(wish.prompt().orElse(""));
        ObjectNode metrics = JsonMapper.shared().createObjectNode();
        ArrayNode colours = metrics.putArray("colour_distances");
        ArrayNode structures = metrics.putArray("structure_distances");
        List<Picture> made = new ArrayList<>();
        for (int index = 0; index < wish.count(); index++) {
            progress.at(0.02 + 0.95 * index / wish.count());
            Variation variation =
                    new Variation(picture, wish.imagination(), job.seed(), index, steering);
            made.add(variation.of(picture));
            Distances far = Distances.between(picture, made.getLast());
            colours.add(rounded(far.colour()));
            structures.add(rounded(far.structure()));
        }
        progress.at(1);
        metrics.set("colour_distance", colours.get(0));
        metrics.set("structure_distance", structures.get(0));
        ArrayNode unrendered = metrics.putArray("unrendered_terms");
        steering.unrendered().forEach(unrendered::add);
        return new ImageEngine.Outcome(
                made,
                Optional.empty(),
                MODEL,
                BEST * Math.max(0.3, 1 - 0.2 * steering.unrendered().size()),
                warnings(steering),
                metrics);
    }

    private static List<String> warnings(Steering steering) {
        if (steering.unrendered().isEmpty()) {
            return List.of();
        }
        return List.of(
                "Not drawn: %s. This engine changes colours, light, weather, style and framing, not what"
                                .formatted(String.join(", ", steering.unrendered()))
                        + " is in the picture.");
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
