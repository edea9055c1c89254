package parley.image.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.Shape;
import parley.image.operation.expand.Frame;
import parley.image.operation.expand.Outpainting;
import parley.image.operation.expand.SeamCertificate;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Goes on with a picture beyond its edges, with parts of itself: [Outpainting]. Its own pixels
/// stay as they are, bit for bit.
final class Expansion implements ImageOperation {
    private static final String METHOD = "patchmatch-outpainting";
    private static final double MOST_MEGAPIXELS = 25;

    /// A picture that becomes more than this much larger repeats itself.
    private static final double MUCH = 2.6;

    private static final double BEST_CONFIDENCE = 0.9;

    @Override
    public ImageFeature feature() {
        return ImageFeature.IMAGE_EXPAND;
    }

    @Override
    public List<String> models() {
        return List.of(METHOD);
    }

    @Override
    public ImageEngine.Outcome run(ImageEngine.Job job, ImageEngine.Progress progress) {
        ImageWish.Expand wish = (ImageWish.Expand) job.wish();
        Picture picture = job.image();
        Frame frame = frame(wish, picture.size());
        List<String> warnings = new ArrayList<>();
        ObjectNode metrics = JsonNodeFactory.instance.objectNode();
        progress.at(0);
        Outpainting.Result result = Outpainting.around(picture, frame, job.seed());
        progress.at(1);
        describe(result, metrics);
        warn(wish, frame, result.certificate(), warnings, metrics);
        return new ImageEngine.Outcome(
                List.of(result.canvas()),
                Optional.empty(),
                METHOD,
                confidence(frame, result.certificate()),
                warnings,
                metrics);
    }

    private static Frame frame(ImageWish.Expand wish, Size size) {
        Frame frame =
                wish.sides().isNone()
                        ? wish.shape()
                                .map(shape -> shaped(shape, size))
                                .orElse(new Frame(size, 0, 0, 0, 0))
                        : new Frame(
                                size,
                                wish.sides().left(),
                                wish.sides().right(),
                                wish.sides().top(),
                                wish.sides().bottom());
        double megapixels = frame.pixels() / 1e6;
        if (megapixels > MOST_MEGAPIXELS) {
            throw new AppException(
                    ErrorCode.UNPROCESSABLE,
                    String.format(
                            Locale.ROOT,
                            "The picture would have %d × %d pixels, %.1f megapixels; at most %.0f are"
                                    + " made. Expand by less.",
                            frame.width(),
                            frame.height(),
                            megapixels,
                            MOST_MEGAPIXELS));
        }
        return frame;
    }

    /// As much around a picture as gives it a shape; it stays in the middle.
    static Frame shaped(Shape shape, Size size) {
        long width = Math.max(size.width(), Math.round(size.height() * shape.ratio()));
        long height = Math.max(size.height(), Math.round(size.width() / shape.ratio()));
        // Only one of the two grows: the other is what the shape is measured by.
        int across = Math.toIntExact(width - size.width());
        int down = across > 0 ? 0 : Math.toIntExact(height - size.height());
        return new Frame(size, across / 2, across - across / 2, down / 2, down - down / 2);
    }

    private static void describe(Outpainting.Result result, ObjectNode metrics) {
        SeamCertificate certificate = result.certificate();
        metrics.put("seam_ratio", rounded(certificate.seamRatio()));
        metrics.put("texture_kl", rounded(certificate.textureDivergence()));
        metrics.put("mirror_index", rounded(certificate.mirrorIndex()));
        metrics.put("certificate", certificate.passes() ? "passed" : "missed");
        metrics.put("attempts", result.attempts());
    }

    private static void warn(
            ImageWish.Expand wish,
            Frame frame,
            SeamCertificate certificate,
            List<String> warnings,
            ObjectNode metrics) {
        wish.prompt()
                .ifPresent(prompt -> {
                    List<String> terms = UnrenderedTerms.of(prompt);
                    if (!terms.isEmpty()) {
                        terms.forEach(metrics.withArray("unrendered_terms")::add);
                        warnings.add(
                                "The built-in engine goes on with what the picture shows and adds nothing"
                                        + " new; not drawn: %s."
                                                .formatted(String.join(", ", terms)));
                    }
                });
        if (frame.growth() > MUCH) {
            warnings.add(
                    "The picture becomes %.1f times as large; what is added repeats parts of it."
                            .formatted(frame.growth()));
        }
        if (frame.pixels() == frame.source().pixels()) {
            warnings.add("The picture has this shape already; nothing was added.");
        } else if (!certificate.passes()) {
            warnings.add("What was added may be told from the picture at the seam.");
        }
    }

    private static double confidence(Frame frame, SeamCertificate certificate) {
        double faults = certificate.faults();
        double size = Math.clamp((frame.growth() - 1) / 8, 0, 0.5);
        return rounded(Math.clamp(BEST_CONFIDENCE - size - Math.min(0.4, faults), 0.05, 1));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
