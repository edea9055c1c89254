package parley.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import parley.image.pixel.Size;

/// The shapes that have a name, each with its size at [Resolution#ONE_K]: exactly of that shape,
/// with sides that are multiples of 16.
public enum AspectRatio {
    SQUARE_1_1(1, 1, 1024, 1024),
    CLASSIC_4_3(4, 3, 1152, 864),
    TRADITIONAL_3_4(3, 4, 864, 1152),
    WIDESCREEN_16_9(16, 9, 1280, 720),
    SOCIAL_STORY_9_16(9, 16, 720, 1280),
    SMARTPHONE_HORIZONTAL_20_9(20, 9, 1600, 720),
    SMARTPHONE_VERTICAL_9_20(9, 20, 720, 1600),
    STANDARD_3_2(3, 2, 1248, 832),
    PORTRAIT_2_3(2, 3, 832, 1248),
    HORIZONTAL_2_1(2, 1, 1440, 720),
    VERTICAL_1_2(1, 2, 720, 1440),
    SOCIAL_5_4(5, 4, 1120, 896),
    SOCIAL_POST_4_5(4, 5, 896, 1120),
    CINEMATIC_21_9(21, 9, 1568, 672);

    private final int across;
    private final int down;
    private final int width;
    private final int height;

    AspectRatio(int across, int down, int width, int height) {
        this.across = across;
        this.down = down;
        this.width = width;
        this.height = height;
    }

    /// As requests have it: `square_1_1`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Shape shape() {
        return new Shape(across, down);
    }

    Size size() {
        return new Size(width, height);
    }

    static Optional<AspectRatio> named(String name) {
        return Arrays.stream(values())
                .filter(ratio -> ratio.wireName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static Optional<AspectRatio> of(Shape shape) {
        return Arrays.stream(values()).filter(ratio -> ratio.shape().equals(shape)).findFirst();
    }
}
