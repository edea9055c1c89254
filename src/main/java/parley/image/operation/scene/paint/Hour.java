package parley.image.operation.scene.paint;

/// The light of a time of day: the colours of the sky from the zenith down, of the light itself, of
/// what it leaves in shade, and of the air.
public enum Hour {
    DAWN(
            "at dawn", 0.12, 0.25, 0xffd2a8, 0xdcc9d4, 0xf2c4ba, 0x55699f, 0xa592c0, 0xf2aea4,
            0xffdcb2),
    DAY(
            "in daylight",
            0.78,
            0,
            0xfff2d2,
            0xffffff,
            0xc4dcea,
            0x2f74b8,
            0x5b9fd4,
            0x9dcbe6,
            0xdcedf2),
    GOLDEN(
            "in golden light",
            0.2,
            0,
            0xffd58a,
            0xf6dcb6,
            0xf3d3a0,
            0x4a7ba6,
            0x94aeb4,
            0xefcf98,
            0xffdf9e),
    SUNSET(
            "at sunset",
            0.07,
            0.15,
            0xffb066,
            0xbd9498,
            0xe5906c,
            0x2a3468,
            0x774a82,
            0xdd6459,
            0xffb25e),
    DUSK(
            "at dusk", -0.1, 0.55, 0xe0a3a6, 0x868bb2, 0x8a7ca6, 0x141b42, 0x2f3f78, 0x71659a,
            0xeaa68c),
    NIGHT(
            "at night",
            -0.5,
            1,
            0xbccdf2,
            0x56699a,
            0x2a426c,
            0x050a1e,
            0x0c1836,
            0x182c54,
            0x2d4a72);

    private final String phrase;
    private final double sunHeight;
    private final double stars;
    private final int key;
    private final int ambient;
    private final int air;
    private final int zenith;
    private final int high;
    private final int low;
    private final int horizon;

    Hour(
            String phrase,
            double sunHeight,
            double stars,
            int key,
            int ambient,
            int air,
            int zenith,
            int high,
            int low,
            int horizon) {
        this.phrase = phrase;
        this.sunHeight = sunHeight;
        this.stars = stars;
        this.key = key;
        this.ambient = ambient;
        this.air = air;
        this.zenith = zenith;
        this.high = high;
        this.low = low;
        this.horizon = horizon;
    }

    public String phrase() {
        return phrase;
    }

    /// Of the sun above the horizon: 1 is the top of the picture, below 0 it has set.
    public double sunHeight() {
        return sunHeight;
    }

    /// How well the stars are seen, 0 to 1.
    public double stars() {
        return stars;
    }

    public boolean isDark() {
        return stars > 0.5;
    }

    int key() {
        return key;
    }

    int ambient() {
        return ambient;
    }

    int air() {
        return air;
    }

    int[] sky() {
        return new int[] {zenith, high, low, horizon};
    }
}
