package parley.image;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.error.AppException;
import parley.image.pixel.Size;

/// How wide a picture is for its height, in lowest terms.
public record Shape(int across, int down) {
    private static final Pattern RATIO =
            Pattern.compile("\\s*(\\d{1,5})\\s*[:/x×]\\s*(\\d{1,5})\\s*");
    private static final int NARROWEST = 4;

    /// The sides of made pictures are multiples of this.
    private static final int GRID = 16;

    private static final double PIXELS_OF_1K = 1 << 20;

    public Shape {
        int divisor = BigInteger.valueOf(across).gcd(BigInteger.valueOf(down)).intValue();
        if (across < 1 || down < 1) {
            throw new IllegalArgumentException("No picture is %d:%d.".formatted(across, down));
        }
        across /= divisor;
        down /= divisor;
    }

    /// A shape by its name, such as `widescreen_16_9`, or as `W:H`.
    ///
    /// @param field where it stands in the request
    /// @throws AppException (400) if it is neither, or narrower than 1:4
    public static Shape parse(String field, String text) {
        Optional<Shape> named = AspectRatio.named(text.strip()).map(AspectRatio::shape);
        if (named.isPresent()) {
            return named.get();
        }
        Matcher ratio = RATIO.matcher(text);
        if (ratio.matches()) {
            int across = Integer.parseInt(ratio.group(1));
            int down = Integer.parseInt(ratio.group(2));
            if (across > 0
                    && down > 0
                    && across <= NARROWEST * down
                    && down <= NARROWEST * across) {
                return new Shape(across, down);
            }
        }
        throw AppException.invalid(
                field,
                ("%s must be a name such as \"square_1_1\" or \"widescreen_16_9\", or a ratio such as"
                                + " \"3:2\" between 1:4 and 4:1, not \"%s\".")
                        .formatted(field, text));
    }

    /// The size of a picture that is made in this shape.
    public Size size(Resolution resolution) {
        Size oneK =
                AspectRatio.of(this)
                        .map(AspectRatio::size)
                        .orElseGet(() -> new Size(side(ratio()), side(1 / ratio())));
        return oneK.times(resolution.factor());
    }

    public double ratio() {
        return (double) across / down;
    }

    private static int side(double ratio) {
        return (int) Math.round(Math.sqrt(PIXELS_OF_1K * ratio) / GRID) * GRID;
    }

    /// The name, where the shape has one, else `W:H`.
    public String wireName() {
        return AspectRatio.of(this).map(AspectRatio::wireName).orElse(across + ":" + down);
    }
}
