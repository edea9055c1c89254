package parley.image.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.operation.scene.compose.Drawing;
import parley.image.pixel.Picture;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Pictures from words without a model: a grammar of scenes reads the prompt, and procedural
/// painting draws what it understood. What it did not understand it says.
public final class Generation implements ImageOperation {
    private static final String MODEL = "scene-grammar";

    @Override
    public ImageFeature feature() {
        return ImageFeature.IMAGE_GENERATION;
    }

    @Override
    public List<String> models() {
        return List.of(MODEL);
    }

    @Override
    public ImageEngine.Outcome run(ImageEngine.Job job, ImageEngine.Progress progress)
            throws InterruptedException {
        if (!(job.wish() instanceof ImageWish.Generate wish)) {
            throw new IllegalArgumentException("This is no wish for a new picture.");
        }
        Drawing drawing =
                Drawing.read(wish.prompt(), wish.negativePrompt().orElse(""), wish.style());
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < wish.count(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted between two pictures");
            }
            pictures.add(drawing.paint(wish.shape().size(wish.resolution()), job.seed(), i));
            progress.at((i + 1.0) / wish.count());
        }
        return new ImageEngine.Outcome(
                pictures,
                Optional.of(drawing.description(job.seed())),
                MODEL,
                drawing.confidence(),
                drawing.warnings(),
                metrics(drawing));
    }

    private static ObjectNode metrics(Drawing drawing) {
        ObjectNode metrics = JsonMapper.shared().createObjectNode();
        metrics.put("form", drawing.form());
        drawing.drawn().forEach(metrics.putArray("rendered_terms")::add);
        drawing.unknown().forEach(metrics.putArray("unrendered_terms")::add);
        drawing.texts().forEach(metrics.putArray("texts")::add);
        return metrics;
    }
}
