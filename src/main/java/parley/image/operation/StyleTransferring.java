package parley.image.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.InputRole;
import parley.image.operation.style.Flavour;
import parley.image.operation.style.Painting;
import parley.image.operation.style.ReferenceStyle;
import parley.image.operation.style.StyleScore;
import parley.image.pixel.Picture;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Gives a picture the style of a reference ([ReferenceStyle]), a way of painting ([Painting]), or
/// both: first the colours, then the paint.
final class StyleTransferring implements ImageOperation {
    private static final double WHOLE = 100;
    private static final double UNCHANGED_CONFIDENCE = 1;
    private static final double PAINTED_CONFIDENCE = 0.85;

    @Override
    public ImageFeature feature() {
        return ImageFeature.STYLE_TRANSFER;
    }

    @Override
    public ImageEngine.Outcome run(ImageEngine.Job job, ImageEngine.Progress progress) {
        ImageWish.StyleTransfer wish = (ImageWish.StyleTransfer) job.wish();
        Optional<Picture> reference = job.input(InputRole.REFERENCE);
        if (reference.isEmpty() && wish.engineStyle().isEmpty()) {
            throw new AppException(
                    ErrorCode.UNPROCESSABLE,
                    "A style needs reference_image, or engine_style with a way of painting: %s."
                            .formatted(String.join(", ", ImageWish.Choices.PAINTED_STYLES)));
        }
        ObjectNode metrics = JsonNodeFactory.instance.objectNode();
        List<String> warnings = new ArrayList<>();
        wish.prompt().ifPresent(prompt -> warn(prompt, warnings, metrics));
        if (wish.styleStrength() == 0) {
            return outcome(job.image(), "unchanged", UNCHANGED_CONFIDENCE, warnings, metrics);
        }
        double strength = wish.styleStrength() / WHOLE;
        double structure = wish.structureStrength() / WHOLE;
        Picture made = job.image();
        double confidence = PAINTED_CONFIDENCE;
        progress.at(0.05);
        if (reference.isPresent()) {
            Flavour flavour = Flavour.named(wish.flavor());
            made =
                    new ReferenceStyle(made, reference.get())
                            .transferred(strength, structure, flavour);
        }
        progress.at(0.5);
        if (wish.engineStyle().isPresent()) {
            made =
                    Painting.painted(
                            made, wish.engineStyle().get(), strength, structure, job.seed());
        }
        if (reference.isPresent()) {
            // Of what is returned: paint changes the colours as well.
            confidence = scored(job.image(), made, reference.get(), metrics);
        }
        progress.at(1);
        return outcome(made, method(wish, reference), confidence, warnings, metrics);
    }

    private static String method(ImageWish.StyleTransfer wish, Optional<Picture> reference) {
        String painted = wish.engineStyle().map(style -> "painted-" + style).orElse("");
        String transport = reference.isPresent() ? "colour-transport" : "";
        return painted.isEmpty() || transport.isEmpty()
                ? transport + painted
                : transport + "+" + painted;
    }

    private static double scored(
            Picture before, Picture after, Picture reference, ObjectNode metrics) {
        StyleScore first = StyleScore.of(before, before, reference);
        StyleScore score = StyleScore.of(before, after, reference);
        metrics.put("colour_distance_before", rounded(first.distance()));
        metrics.put("colour_distance", rounded(score.distance()));
        metrics.put("structure_correlation", rounded(score.structure()));
        double nearer = first.distance() < 1 ? 1 : 1 - score.distance() / first.distance();
        return rounded(Math.clamp(0.3 + 0.4 * nearer + 0.3 * score.structure(), 0.1, 0.95));
    }

    private static void warn(String prompt, List<String> warnings, ObjectNode metrics) {
        List<String> terms = UnrenderedTerms.of(prompt);
        if (!terms.isEmpty()) {
            terms.forEach(metrics.withArray("unrendered_terms")::add);
            warnings.add(
                    "The built-in engine takes the style from reference_image and engine_style, not"
                            + " from words; not used: %s.".formatted(String.join(", ", terms)));
        }
    }

    private static ImageEngine.Outcome outcome(
            Picture made,
            String model,
            double confidence,
            List<String> warnings,
            ObjectNode metrics) {
        return new ImageEngine.Outcome(
                List.of(made), Optional.empty(), model, confidence, warnings, metrics);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
