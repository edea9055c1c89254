package parley.image.operation.scene.place;

import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Noise;

/// A row of dunes: a lit side, a sharp crest, a side in shade, and ripples.
final class Dunes {
    private Dunes() {}

    static void paint(Stage stage, int sand, double top, double bottom, double depth, int salt) {
        Noise noise = stage.noise(salt * 17);
        double span = (240 + 560 * (1 - depth)) * 0.9;
        double tall = (bottom - top) * 0.72;
        int lit = stage.light().on(sand, depth);
        int shade = Colours.mix(Colours.darker(lit, 0.42), stage.light().sky()[1], 0.14);
        boolean fromRight = stage.light().sunX() > 0.5;
        double soft = 1 / stage.canvas().scale();
        stage.canvas()
                .shade(
                        top - 20,
                        stage.height(),
                        (px, py, old) -> {
                            double x = px / span + salt * 3.3;
                            double crest = top + tall * (0.5 + 0.62 * noise.clouds(x, 0.5, 2));
                            double below = py - crest;
                            if (below < -soft) {
                                return old;
                            }
                            double bend = noise.clouds(x * 0.9 + below / (span * 1.6), 0.5, 2);
                            double ahead =
                                    noise.clouds(
                                            (px + (fromRight ? 26 : -26)) / span
                                                    + salt * 3.3
                                                    + below / (span * 1.6),
                                            0.5,
                                            2);
                            double facing = (ahead - bend) * span / 26 * 0.9;
                            double side = Math.clamp(0.55 + facing * 2.1, 0, 1);
                            side = side * side * (3 - 2 * side);
                            double ripple =
                                    noise.at(
                                                    px / 26 + below / 40,
                                                    (py + noise.at(px / 90, py / 60) * 14) / 5.5)
                                            * 0.05
                                            * (1 - depth);
                            int colour =
                                    Colours.mix(
                                            shade,
                                            Colours.screen(lit, stage.light().key(), 0.12),
                                            side + ripple);
                            double foot = Math.clamp(below / (tall * 2.4), 0, 1);
                            colour =
                                    Colours.mix(
                                            colour,
                                            stage.light().on(sand, Math.min(1, depth + 0.2)),
                                            foot * 0.35);
                            return below < soft
                                    ? Colours.mix(old, colour, (below + soft) / (2 * soft))
                                    : colour;
                        });
    }
}
