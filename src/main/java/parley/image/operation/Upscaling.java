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
import parley.image.operation.upscale.FilterBank;
import parley.image.operation.upscale.Upscaler;
import parley.image.operation.upscale.Upscaler.Upscaled;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes pictures 2, 4, 8 or 16 times larger by filters that were learned from pictures made up for
/// it, and proves the result: made smaller again, it is the picture that was given.
final class Upscaling implements ImageOperation {
    private static final String MODEL = "learned-filters-2x";
    private static final String COPYING_MODEL = "scale2x";
    private static final double MOST_MEGAPIXELS = 25;

    private final Upscaler upscaler;

    Upscaling() {
        this(new Upscaler(FilterBank.learned()));
    }

    Upscaling(Upscaler upscaler) {
        this.upscaler = upscaler;
    }

    @Override
    public ImageFeature feature() {
        return ImageFeature.UPSCALE;
    }

    @Override
    public ImageEngine.Outcome run(ImageEngine.Job job, ImageEngine.Progress progress) {
        if (!(job.wish() instanceof ImageWish.Upscale wish)) {
            throw new IllegalArgumentException("That is no wish for a larger picture.");
        }
        Picture picture = job.image();
        requireRoom(picture.size(), wish.factor());
        Upscaled made = upscaler.upscale(picture, wish, job.seed(), progress);
        List<String> warnings = new ArrayList<>(made.warnings());
        ObjectNode metrics = JsonMapper.shared().createObjectNode();
        metrics.put("consistency_rms_levels", thousandths(made.certificate().rms()));
        metrics.put("consistency_max_levels", thousandths(made.certificate().most()));
        metrics.put("consistent", made.certificate().isConsistent());
        metrics.put("kind", made.kind().name().toLowerCase(Locale.ROOT));
        metrics.put("scale_factor", wish.factor());
        return new ImageEngine.Outcome(
                List.of(made.picture()),
                Optional.empty(),
                made.copied() ? COPYING_MODEL : MODEL,
                made.confidence(),
                warnings,
                metrics);
    }

    private static void requireRoom(Size size, int factor) {
        double megapixels = size.megapixels() * factor * factor;
        if (megapixels > MOST_MEGAPIXELS) {
            throw new AppException(
                    ErrorCode.UNPROCESSABLE,
                    ("%s made %d times larger would have %.1f megapixels; at most 25 are made."
                                    + " Ask for a smaller scale_factor or give a smaller picture.")
                            .formatted(size, factor, megapixels));
        }
    }

    private static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
