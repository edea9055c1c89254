package parley.image;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.pixel.Size;

/// How large the pictures become that are wished for, known before anything is done.
final class OutputSize {
    private static final List<Integer> FACTORS = List.of(16, 8, 4, 2);

    private final int most;

    /// @param most how many megapixels a picture may have
    OutputSize(int most) {
        this.most = most;
    }

    /// @param image the size of the picture that is worked on
    /// @return the size of each picture that is made
    /// @throws AppException (422) if that is too large, with what would do
    Size check(ImageWish wish, Optional<Size> image) {
        Size made = of(wish, image);
        if (fits(made)) {
            return made;
        }
        throw new AppException(
                ErrorCode.UNPROCESSABLE,
                "The picture would have %s megapixels (%s); at most %d are made. %s"
                        .formatted(shown(made.megapixels()), made, most, advice(wish, image)));
    }

    private boolean fits(Size size) {
        return size.megapixels() <= most;
    }

    static Size of(ImageWish wish, Optional<Size> image) {
        return switch (wish) {
            case ImageWish.Generate it -> it.shape().size(it.resolution());
            case ImageWish.Upscale it -> given(image).times(it.factor());
            case ImageWish.RemoveBackground _,
                    ImageWish.Relight _,
                    ImageWish.StyleTransfer _,
                    ImageWish.Reimagine _ ->
                    given(image);
            case ImageWish.Expand it ->
                    it.shape()
                            .filter(_ -> it.sides().isNone())
                            .map(shape -> grown(given(image), shape))
                            .orElseGet(() -> it.sides().grown(given(image)));
        };
    }

    private static Size given(Optional<Size> image) {
        return image.orElseThrow(
                () -> AppException.invalid("image", "image must be given: it is worked on."));
    }

    private static Size grown(Size size, Shape shape) {
        int width = (int) Math.round(size.height() * shape.ratio());
        int height = (int) Math.round(size.width() / shape.ratio());
        return new Size(Math.max(size.width(), width), Math.max(size.height(), height));
    }

    private String advice(ImageWish wish, Optional<Size> image) {
        return switch (wish) {
            case ImageWish.Generate it -> smallerResolution(it);
            case ImageWish.Upscale it -> smallerFactor(it, given(image));
            case ImageWish.Expand _ -> "Expand it less, or send it smaller.";
            case ImageWish.RemoveBackground _,
                    ImageWish.Relight _,
                    ImageWish.StyleTransfer _,
                    ImageWish.Reimagine _ ->
                    "Send it smaller.";
        };
    }

    private String smallerResolution(ImageWish.Generate wish) {
        return Stream.of(Resolution.TWO_K, Resolution.ONE_K)
                .filter(resolution -> fits(wish.shape().size(resolution)))
                .findFirst()
                .map(resolution -> "resolution \"%s\" would do.".formatted(resolution.wireName()))
                .orElse("The server's limit allows none of the resolutions.");
    }

    private String smallerFactor(ImageWish.Upscale wish, Size image) {
        return FACTORS.stream()
                .filter(factor -> factor < wish.factor() && fits(image.times(factor)))
                .findFirst()
                .map("scale_factor %d would do."::formatted)
                .orElse("It is too large for any factor; send it smaller.");
    }

    private static String shown(double megapixels) {
        return String.format(Locale.ROOT, "%.1f", megapixels);
    }
}
