package parley.image.operation.scene.paint;

/// What the air is like.
public enum Weather {
    CLEAR("a clear sky", 0.0, 0, 0xffffff, 0x000000, 0x000000, 0x000000),
    FAIR("a few clouds", 0.42, 0, 0xffffff, 0x000000, 0x000000, 0x000000),
    CLOUDY("heavy clouds", 0.72, 0.3, 0xd8dee4, 0x6f8290, 0x93a2ac, 0xc3ccd0),
    RAIN("rain", 0.8, 0.62, 0xb4bfc8, 0x596872, 0x7f8d95, 0xb0bbbe),
    STORM("a storm", 0.95, 0.82, 0x8d98a4, 0x1f2730, 0x46525c, 0x97a29f),
    SNOWFALL("falling snow", 0.6, 0.55, 0xd0dae6, 0x93a4b6, 0xb4c2d0, 0xe0e7ee),
    FOG("fog", 0.25, 0.6, 0xdfe4e6, 0xaebbc2, 0xc9d2d5, 0xe4e8e6);

    private final String phrase;
    private final double cover;
    private final double strength;
    private final int ambient;
    private final int high;
    private final int middle;
    private final int low;

    Weather(
            String phrase,
            double cover,
            double strength,
            int ambient,
            int high,
            int middle,
            int low) {
        this.phrase = phrase;
        this.cover = cover;
        this.strength = strength;
        this.ambient = ambient;
        this.high = high;
        this.middle = middle;
        this.low = low;
    }

    public String phrase() {
        return phrase;
    }

    /// How much of the sky is clouds, 0 to 1.
    public double cover() {
        return cover;
    }

    /// Whether the sun is hidden.
    public boolean hidesTheSun() {
        return strength > 0.2;
    }

    /// What it makes of the colours of the sky.
    int[] over(int[] sky) {
        int[] made = sky.clone();
        int[] veil = {high, middle, Colours.mix(middle, low, 0.6), low};
        for (int i = 0; i < made.length; i++) {
            double dark = 0.25 + 0.75 * Math.min(1, Colours.luma(sky[3]) / 190);
            int dimmed =
                    Colours.mix(Colours.times(veil[i], Colours.lighter(sky[3], 0.5)), 0, 1 - dark);
            made[i] = Colours.mix(sky[i], dimmed, strength);
        }
        return made;
    }

    int overAmbient(int light) {
        return Colours.mix(light, Colours.times(light, ambient), strength);
    }

    double haze() {
        return this == FOG ? 1 : strength * 0.45;
    }
}
