package parley.image.operation.scene.paint;

/// Mountains, hills and the ground between them.
public final class Ground {
    private Ground() {}

    /// A ridge across the picture.
    ///
    /// @param foot where its lower edge is
    /// @param tall how high it may rise above that
    /// @param wide of a mountain
    /// @param sharp 0 is a hill, 1 a peak
    /// @param snow above which share of the height there is snow; 2 for none
    /// @param depth 0 is close by, 1 on the horizon
    public record Ridge(
            double foot,
            double tall,
            double wide,
            double sharp,
            double snow,
            double depth,
            int rock) {}

    public static void ridge(Canvas canvas, Light light, Ridge ridge, long seed) {
        Noise noise = new Noise(seed);
        int columns = canvas.columns();
        double[] crest = crest(canvas, ridge, noise);
        double sun = light.sunX() * canvas.width();
        int rock = light.on(ridge.rock(), ridge.depth());
        int mist = light.on(ridge.rock(), Math.min(1, ridge.depth() + 0.32));
        int snow = light.on(0xf4f7fb, ridge.depth() * 0.85);
        double soft = 1 / canvas.scale();
        double contrast = (1 - ridge.depth() * 0.75) * (0.35 + 0.65 * ridge.sharp());
        canvas.shade(
                ridge.foot() - ridge.tall() * 1.3,
                ridge.foot(),
                (px, py, old) -> {
                    int column = Math.clamp((int) (px * canvas.scale()), 0, columns - 1);
                    double below = py - crest[column];
                    if (below < -soft) {
                        return old;
                    }
                    double down = Math.clamp(below / ridge.tall(), 0, 1);
                    double zigzag =
                            noise.clouds(px / (ridge.wide() * 0.16), py / (ridge.wide() * 0.3), 4);
                    int ahead =
                            (int)
                                    ((px + (12 + below * 0.3) + zigzag * ridge.wide() * 0.12)
                                            * canvas.scale());
                    int behind =
                            (int)
                                    ((px - (12 + below * 0.3) + zigzag * ridge.wide() * 0.12)
                                            * canvas.scale());
                    double slope =
                            crest[Math.clamp(ahead, 0, columns - 1)]
                                    - crest[Math.clamp(behind, 0, columns - 1)];
                    double facing =
                            Math.clamp(
                                    slope / (24 + below * 0.6) * sideways(px - sun) * -0.9
                                            + zigzag * 0.6,
                                    -1,
                                    1);
                    double level = (ridge.foot() - py) / ridge.tall() + zigzag * 0.22;
                    double white =
                            Celestial.smooth(ridge.snow(), ridge.snow() + 0.1, level - down * 0.25);
                    int colour = Colours.mix(rock, snow, white);
                    colour =
                            facing > 0
                                    ? Colours.screen(colour, light.key(), facing * 0.34 * contrast)
                                    : Colours.mix(
                                            colour,
                                            Colours.darker(
                                                    Colours.mix(colour, light.air(), 0.25), 0.5),
                                            -facing * 0.75 * contrast);
                    colour = Colours.mix(colour, mist, Math.pow(down, 1.4) * 0.85);
                    return below < soft
                            ? Colours.mix(old, colour, (below + soft) / (2 * soft))
                            : colour;
                });
    }

    /// How much of the light falls along the ridge: -1 to 1, and nothing right below the sun, so
    /// that the light side turns over without a seam.
    private static double sideways(double away) {
        return away / Math.hypot(away, 170);
    }

    private static double[] crest(Canvas canvas, Ridge ridge, Noise noise) {
        double[] crest = new double[canvas.columns()];
        for (int column = 0; column < crest.length; column++) {
            double x = (column + 0.5) / canvas.scale() / ridge.wide();
            double round = 0.5 + 0.5 * noise.clouds(x, 0.37, 2);
            double peaks = noise.ridges(x * 0.8 + 5, 0.61, 5) * 0.85 + round * 0.3;
            double fine = noise.clouds(x * 7, 3.3, 3) * 0.05 * ridge.sharp();
            double rise = round * (1 - ridge.sharp()) + peaks * ridge.sharp() + fine;
            crest[column] = ridge.foot() - ridge.tall() * Math.clamp(rise, 0.02, 1.25);
        }
        return crest;
    }

    /// Flat ground that runs to the horizon.
    ///
    /// @param far its colour on the horizon
    /// @param coarse how strongly it is grained: 0 to 1
    public static void plain(
            Canvas canvas,
            Light light,
            double top,
            double bottom,
            int near,
            int far,
            double coarse,
            long seed) {
        Noise noise = new Noise(seed + 5);
        int nearby = light.on(near, 0);
        int distant = light.on(far, 0.62);
        double sun = light.sunX() * canvas.width();
        canvas.shade(
                top,
                bottom,
                (px, py, old) -> {
                    double close = Math.clamp((py - top) / (bottom - top), 0, 1);
                    int colour = Colours.mix(distant, nearby, Math.pow(close, 0.65));
                    double stretch = 0.12 + close;
                    double large =
                            noise.clouds(px / (300 * stretch), (py - top) / (44 * stretch), 4);
                    double fine = noise.clouds(px / (18 * stretch), py / (6 * stretch), 3);
                    double rise = large * 0.3 + fine * 0.26 * coarse;
                    double away = Math.abs(px - sun) / canvas.width();
                    rise += (0.35 - away) * 0.2 * (1 - close);
                    colour =
                            rise > 0
                                    ? Colours.screen(colour, light.key(), rise * 0.5)
                                    : Colours.darker(colour, -rise * 0.75);
                    return Colours.darker(colour, 0.16 * close * close);
                });
    }
}
