package parley.image.operation.scene.place;

import java.util.Optional;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Ground;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.words.SceneWish.Part;

/// Under the sea: light from above, rocks and weeds below.
final class Deep {
    private static final int[] CORALS = {0xe0607a, 0xf09a52, 0xb068c8, 0xe8c95a, 0x52b0a8};

    private Deep() {}

    static Floor paint(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        int water = stage.colour(Part.WATER, 0x1c7fa8);
        Noise noise = stage.noise(900);
        double source = w * stage.light().sunX();
        boolean dark = stage.light().isDark();
        stage.canvas()
                .shade((px, py, old) -> {
                    double down = py / h;
                    int colour =
                            Colours.ramp(
                                    down,
                                    Colours.lighter(water, dark ? 0.15 : 0.55),
                                    water,
                                    Colours.darker(water, 0.45),
                                    Colours.darker(water, 0.72));
                    double angle = Math.atan2(px - source, py + h * 0.5);
                    double beam =
                            Math.clamp(noise.clouds(angle * 11, down * 0.4, 3) + 0.06, 0, 0.6)
                                    * Math.exp(-down * 2.3)
                                    * Math.exp(-Math.abs(angle) * 1.2);
                    double surface =
                            Math.clamp(noise.ridges(px / 90, py / 22, 3) - 0.4, 0, 1)
                                    * Math.exp(-down * 14);
                    return Colours.screen(
                            Colours.screen(colour, 0xe6fbff, beam * (dark ? 0.4 : 1.1)),
                            0xffffff,
                            surface);
                });
        for (int layer = 0; layer < 3; layer++) {
            Ground.ridge(
                    stage.canvas(),
                    stage.light(),
                    new Ground.Ridge(
                            h * (0.93 + layer * 0.04),
                            h * (0.24 - layer * 0.05),
                            240,
                            0.5,
                            2,
                            0.1,
                            Colours.darker(water, 0.4 + layer * 0.13)),
                    stage.seed() + layer);
        }
        seabed(stage, h * 0.86, water);
        for (int i = 0; i < 34; i++) {
            plant(stage, i, noise, w, h);
        }
        for (int i = 0; i < 46; i++) {
            double x = w * noise.cell(i, 41);
            double y = h * noise.cell(i, 42) * 0.9;
            double size = 1.5 + 6 * noise.cell(i, 43);
            stage.canvas().line(0xe9fbff, 0.5, 1.1, Forms.disc(x, y, size));
            stage.canvas()
                    .fill(0xffffff, 0.6, Forms.disc(x - size * 0.3, y - size * 0.3, size * 0.22));
        }
        Band swim = new Band(h * 0.2, h * 0.72, w * 0.12, w * 0.88, 0);
        return new Floor(
                Optional.of(new Band(h * 0.88, h * 0.95, w * 0.12, w * 0.88, 0)),
                Optional.of(swim),
                swim);
    }

    private static void seabed(Stage stage, double top, int water) {
        Noise noise = stage.noise(920);
        int sand = Colours.mix(0xd9c79a, water, 0.42);
        stage.canvas()
                .shade(
                        top - 30,
                        stage.height(),
                        (px, py, old) -> {
                            double crest = top + 22 * noise.clouds(px / 260, 0.3, 2);
                            double soft = Math.clamp((py - crest) / 8, 0, 1);
                            double ripple =
                                    noise.clouds(px / 60, py / 9, 3) * 0.3
                                            + noise.ridges(px / 70, py / 40, 2) * 0.3;
                            return Colours.mix(
                                    old,
                                    Colours.mix(
                                            Colours.darker(sand, 0.3),
                                            Colours.lighter(sand, 0.16),
                                            0.3 + ripple),
                                    soft);
                        });
    }

    private static void plant(Stage stage, int i, Noise noise, double w, double h) {
        double x = w * noise.cell(i, 1);
        double edge = Math.abs(x / w - 0.5) * 2;
        double y = h * (0.89 + 0.11 * noise.cell(i, 2));
        double tall = h * (0.07 + 0.22 * edge * noise.cell(i, 3));
        int colour = CORALS[(noise.bits(i, 4) >>> 7) % CORALS.length];
        if (noise.cell(i, 5) < 0.45) {
            int weed = Colours.mix(0x2f8a5a, 0x1c4f6a, noise.cell(i, 6));
            for (int blade = -1; blade <= 1; blade++) {
                double lean = blade * 15 + 20 * (noise.cell(i, 7) - 0.5);
                stage.canvas()
                        .fill(
                                Colours.darker(weed, 0.12 * (blade + 1)),
                                Forms.stroke(
                                        6.5,
                                        x + blade * 6,
                                        y,
                                        x + lean,
                                        y - tall * 0.4,
                                        x + lean * 0.4 + blade * 9,
                                        y - tall * 0.75,
                                        x + lean * 1.4,
                                        y - tall));
            }
            return;
        }
        for (int arm = 0; arm < 7; arm++) {
            double angle = Math.toRadians(-90 + (arm - 3) * 19 + 8 * noise.cell(i, arm + 10));
            double reach = tall * (0.34 + 0.2 * noise.cell(i, arm + 20));
            double toX = x + Math.cos(angle) * reach;
            double toY = y + Math.sin(angle) * reach;
            stage.canvas()
                    .fill(
                            Colours.darker(colour, 0.2),
                            Forms.stroke(10, x, y, (x + toX) / 2, (y + toY) / 2 + 5, toX, toY));
            stage.canvas()
                    .fill(
                            colour,
                            Forms.stroke(
                                    6, x, y, (x + toX) / 2 - 2, (y + toY) / 2 + 4, toX - 1, toY));
            stage.canvas().fill(Colours.lighter(colour, 0.3), Forms.disc(toX, toY, 5));
        }
    }
}
