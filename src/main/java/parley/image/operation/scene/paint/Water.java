package parley.image.operation.scene.paint;

/// Water that mirrors what is above it.
public final class Water {
    private Water() {}

    /// How water lies.
    ///
    /// @param rough 0 is a mirror, 1 a storm
    /// @param own its own colour
    /// @param clear how much it mirrors, 0 to 1
    public record Kind(double rough, int own, double clear) {}

    /// Fills from a height down with the mirrored picture, broken by waves that grow towards the
    /// eye.
    public static void mirror(
            Canvas canvas, Light light, double top, double bottom, Kind kind, long seed) {
        Noise noise = new Noise(seed + 41);
        int columns = canvas.columns();
        int[] pixels = canvas.pixels();
        int first = Math.clamp((int) Math.ceil(top * canvas.scale()), 1, canvas.rows());
        int[] above = java.util.Arrays.copyOf(pixels, first * columns);
        double sunX = light.sunX() * canvas.width();
        double deep = bottom - top;
        int own = light.on(kind.own(), 0);
        boolean glitters = !light.weather().hidesTheSun();
        canvas.shade(
                top,
                bottom,
                (px, py, old) -> {
                    double near = (py - top) / deep;
                    double length = 7 + 120 * near;
                    double tall = 1.2 + 15 * near;
                    double wave = noise.clouds(px / length, (py - top) / tall + 3, 3);
                    double slow = noise.at(px / (length * 3.1) + 8, (py - top) / (tall * 3.4));
                    double slope = (wave * 0.75 + slow * 0.4) * kind.rough();
                    double sway = slope * (9 + 70 * near);
                    double up = slope * (26 + 150 * near);
                    double mirrored = top - (py - top) * 0.92 - 2 - Math.abs(up);
                    int row = Math.clamp((int) (mirrored * canvas.scale()), 0, first - 1);
                    int column = Math.clamp((int) ((px + sway) * canvas.scale()), 0, columns - 1);
                    int image = above[row * columns + column] & 0xffffff;
                    double fresnel = kind.clear() * (1 - 0.55 * near) - Math.max(0, slope) * 0.35;
                    int colour = Colours.mix(own, image, fresnel);
                    colour =
                            Colours.mix(
                                    colour,
                                    Colours.darker(colour, 0.5),
                                    Math.clamp(-slope * 0.9 + near * 0.16, 0, 0.6));
                    double crest = Celestial.smooth(0.32, 0.62, slope);
                    colour = Colours.screen(colour, light.air(), crest * 0.4);
                    if (!glitters) {
                        return colour;
                    }
                    double path = (px - sunX) / (34 + 190 * near);
                    double spark =
                            Math.exp(-path * path) * Celestial.smooth(0.12, 0.5, wave + 0.12);
                    return Colours.screen(
                            colour,
                            light.key(),
                            spark * (light.sunHeight() < 0.35 || light.isDark() ? 0.85 : 0.4));
                });
    }

    /// Foam along a shore: a few wavering lines.
    public static void foam(Canvas canvas, Light light, double y, double tall, long seed) {
        Noise noise = new Noise(seed + 43);
        int white = light.on(0xffffff, 0);
        canvas.shade(
                y - tall,
                y + tall * 1.2,
                (px, py, old) -> {
                    double made = 0;
                    for (int line = 0; line < 3; line++) {
                        double place =
                                y
                                        + (line - 1) * tall * 0.55
                                        + noise.clouds(px / 170 + line * 5, line, 4) * tall * 0.5;
                        double away =
                                (py - place)
                                        / (tall * 0.16 * (0.6 + noise.at(px / 40, line + 0.5)));
                        made = Math.max(made, Math.exp(-away * away) * (0.75 - 0.17 * line));
                    }
                    double holes = noise.clouds(px / 16, py / 9, 2);
                    return Colours.mix(old, white, made * Celestial.smooth(-0.5, 0.1, holes));
                });
    }
}
