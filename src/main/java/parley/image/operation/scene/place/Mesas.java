package parley.image.operation.scene.place;

import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Noise;

/// Table mountains in layers of rock.
final class Mesas {
    private Mesas() {}

    static void paint(Stage stage, int rock, double top, double foot, double depth, int salt) {
        Noise noise = stage.noise(salt * 23);
        double span = 190 + 330 * (1 - depth);
        double tall = foot - top;
        double sun = stage.light().sunX() * stage.width();
        double soft = 1.2 / stage.canvas().scale();
        double middle = stage.width() / 2;
        int base = stage.light().on(rock, depth);
        int mist = stage.light().on(rock, Math.min(1, depth + 0.3));
        stage.canvas()
                .shade(
                        top - 10,
                        foot,
                        (px, py, old) -> {
                            double mass =
                                    noise.clouds(px / span + salt * 7, 0.4, 2)
                                            + (depth < 0.2
                                                    ? Math.abs(px - middle) / stage.width() * 2.2
                                                            - 0.85
                                                    : 0.05);
                            double talus = Math.clamp((py - top) / tall, 0, 1);
                            double wall = mass + 0.05 * noise.clouds(px / 20, py / 120, 2);
                            double needed =
                                    talus < 0.55
                                            ? 0.16
                                                    + 0.04 * Math.floor(noise.at(px / 200, 3) * 2)
                                                    - talus * 0.06
                                            : 0.127 - (talus - 0.55) * 0.9;
                            double inside = (wall - needed) * span * 0.5;
                            if (inside < -soft) {
                                return old;
                            }
                            double layer = noise.clouds(px / 900, py / 15, 3);
                            double crack = noise.clouds(px / 22, py / 190, 3);
                            double slope =
                                    noise.clouds((px + 14) / span + salt * 7, 0.4, 2)
                                            - noise.clouds((px - 14) / span + salt * 7, 0.4, 2);
                            double facing =
                                    Math.clamp(
                                            -slope * (sun - px) / Math.hypot(sun - px, 170) * -9
                                                    + crack * 0.8,
                                            -1,
                                            1);
                            int colour =
                                    Colours.mix(
                                            base,
                                            Colours.lighter(base, 0.3),
                                            Math.clamp(layer * 1.1, 0, 0.6));
                            colour =
                                    Colours.mix(
                                            colour,
                                            Colours.darker(base, 0.3),
                                            Math.clamp(-layer * 1.1, 0, 0.6));
                            colour =
                                    facing > 0
                                            ? Colours.screen(
                                                    colour, stage.light().key(), facing * 0.25)
                                            : Colours.darker(colour, -facing * 0.42);
                            colour = Colours.mix(colour, mist, talus * talus * 0.7);
                            return inside < soft
                                    ? Colours.mix(old, colour, (inside + soft) / (2 * soft))
                                    : colour;
                        });
    }
}
