package parley.image;

import java.util.Map;
import java.util.Optional;
import parley.image.pixel.Size;

/// How much memory tasks need, told in megapixels.
final class TaskSize {
    /// A picture in work is several sets of four planes of numbers of four bytes each.
    private static final double BYTES_A_PIXEL = 120;

    /// What is left belongs to everything else the server does.
    private static final double SHARE_OF_MEMORY = 0.5;

    private TaskSize() {}

    /// How many megapixels may be in work at once.
    static int megapixelsOfMemory() {
        double bytes = Runtime.getRuntime().maxMemory() * SHARE_OF_MEMORY;
        return (int) Math.max(1, bytes / BYTES_A_PIXEL / 1e6);
    }

    /// What goes into a task and what comes out of it.
    static int megapixels(ImageWish wish, Map<InputRole, Size> inputs) {
        Optional<Size> image = Optional.ofNullable(inputs.get(InputRole.IMAGE));
        double in = inputs.values().stream().mapToDouble(Size::megapixels).sum();
        boolean isKnown = image.isPresent() || !wish.feature().needsPicture();
        double out = isKnown ? OutputSize.of(wish, image).megapixels() * count(wish) : 0;
        return (int) Math.max(1, Math.ceil(in + out));
    }

    /// How many pictures a wish is for.
    static int count(ImageWish wish) {
        return switch (wish) {
            case ImageWish.Generate it -> it.count();
            case ImageWish.Reimagine it -> it.count();
            case ImageWish.Upscale _,
                    ImageWish.RemoveBackground _,
                    ImageWish.Relight _,
                    ImageWish.StyleTransfer _,
                    ImageWish.Expand _ ->
                    1;
        };
    }
}
