package parley.image.onnx;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.image.ImageFeature;

/// How pictures are given to a model, and what it gives back.
///
/// @param task what it is for
/// @param range what white is: 1, 255, or the brightest value of the picture
/// @param layout where the channels are
/// @param mean taken away from each channel, then [#deviation] divides it; after the range
/// @param output what its values are
/// @param side the side of the square it takes where the graph does not say; 0 for any size
/// @param tile the side of the pieces large pictures are cut into
/// @param isCertain whether somebody said so; otherwise range and order are tried out
record Recipe(
        ImageFeature task,
        Range range,
        Layout layout,
        Order order,
        List<Double> mean,
        List<Double> deviation,
        Output output,
        int side,
        int tile,
        boolean isCertain) {
    private static final List<Double> NO_MEAN = List.of(0.0, 0.0, 0.0);
    private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);
    private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);
    private static final List<Double> PHOTOGRAPHS = List.of(0.485, 0.456, 0.406);
    private static final List<Double> PHOTOGRAPHS_DEVIATION = List.of(0.229, 0.224, 0.225);
    private static final List<String> UPSCALERS =
            List.of(
                    "esrgan",
                    "realesr",
                    "swinir",
                    "upscal",
                    "srcnn",
                    "espcn",
                    "fsrcnn",
                    "super-res",
                    "superres",
                    "x2",
                    "x4",
                    "2x",
                    "4x",
                    "span",
                    "compact",
                    "dat_",
                    "hat_");
    static final int USUAL_TILE = 192;

    /// What white is.
    enum Range {
        ONE,
        BYTE,
        BRIGHTEST
    }

    enum Layout {
        NCHW,
        NHWC
    }

    enum Order {
        RGB,
        BGR
    }

    /// What a matte's values are before they are stretched to 0 and 1.
    enum Output {
        VALUES,
        LOGITS
    }

    /// What the families of public models expect, by the names of their files; empty if the name
    /// says nothing.
    static Optional<Recipe> ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.contains("u2net") || name.contains("silueta")) {
            return Optional.of(matte(Range.BRIGHTEST, PHOTOGRAPHS, PHOTOGRAPHS_DEVIATION, 320));
        }
        if (name.contains("isnet") && name.contains("anime")) {
            return Optional.of(matte(Range.ONE, PHOTOGRAPHS, ONES, 1024));
        }
        if (name.contains("birefnet")) {
            return Optional.of(
                    matte(Range.ONE, PHOTOGRAPHS, PHOTOGRAPHS_DEVIATION, 1024)
                            .giving(Output.LOGITS));
        }
        if (name.contains("rmbg-2") || name.contains("rmbg_2") || name.contains("rmbg2")) {
            return Optional.of(matte(Range.ONE, PHOTOGRAPHS, PHOTOGRAPHS_DEVIATION, 1024));
        }
        if (name.contains("isnet")
                || name.contains("rmbg")
                || name.startsWith("ben")
                || name.contains("dis_")) {
            return Optional.of(matte(Range.ONE, HALF, ONES, 1024));
        }
        if (name.contains("lama") || name.contains("inpaint") || name.contains("migan")) {
            return Optional.of(plain(ImageFeature.IMAGE_EXPAND, 512));
        }
        return UPSCALERS.stream().anyMatch(name::contains)
                ? Optional.of(plain(ImageFeature.UPSCALE, 0))
                : Optional.empty();
    }

    static Recipe plain(ImageFeature task, int side) {
        return new Recipe(
                task,
                Range.ONE,
                Layout.NCHW,
                Order.RGB,
                NO_MEAN,
                ONES,
                Output.VALUES,
                side,
                USUAL_TILE,
                task != ImageFeature.UPSCALE);
    }

    private static Recipe matte(Range range, List<Double> mean, List<Double> deviation, int side) {
        return new Recipe(
                ImageFeature.REMOVE_BACKGROUND,
                range,
                Layout.NCHW,
                Order.RGB,
                mean,
                deviation,
                Output.VALUES,
                side,
                USUAL_TILE,
                true);
    }

    Recipe giving(Output newOutput) {
        return new Recipe(
                task, range, layout, order, mean, deviation, newOutput, side, tile, isCertain);
    }

    /// The same with what was tried out.
    Recipe with(Range newRange, Order newOrder) {
        return new Recipe(
                task, newRange, layout, newOrder, mean, deviation, output, side, tile, true);
    }

    /// What a value is multiplied with before the mean is taken away.
    ///
    /// @param brightest the largest value of the picture, 0 to 1
    double scale(double brightest) {
        return switch (range) {
            case ONE -> 1;
            case BYTE -> 255;
            case BRIGHTEST -> 1 / Math.max(1e-6, brightest);
        };
    }
}
