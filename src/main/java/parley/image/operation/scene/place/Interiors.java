package parley.image.operation.scene.place;

import java.util.Optional;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.words.SceneWish.Part;

/// Rooms, tables and walls.
final class Interiors {
    private Interiors() {}

    static Floor paint(Setting setting, Stage stage) {
        return switch (setting) {
            case TABLE -> table(stage);
            case WINDOW -> window(stage);
            case WALL -> outsideWall(stage);
            case STUDIO -> studio(stage);
            default -> room(stage);
        };
    }

    private static int wall(Stage stage, int natural) {
        int background = stage.colour(Part.BACKGROUND, natural);
        return stage.colour(Part.WALL, background);
    }

    /// A wall with light that falls from one side.
    static void plaster(Stage stage, double bottom, int colour) {
        Noise noise = stage.noise(1000);
        double w = stage.width();
        double from = stage.light().sunX() > 0.5 ? w * 1.05 : -w * 0.05;
        double dim = stage.light().isDark() ? 0.34 : 0;
        stage.canvas()
                .shade(
                        0,
                        bottom,
                        (px, py, old) -> {
                            double away =
                                    Math.hypot(
                                            (px - from) / w, (py - bottom * 0.25) / bottom * 0.55);
                            double stain =
                                    noise.clouds(px / 240, py / 240, 4) * 0.05
                                            + noise.clouds(px / 16, py / 16, 2) * 0.018;
                            double bright = 0.15 - away * 0.36 + stain - dim;
                            return bright > 0
                                    ? Colours.screen(colour, stage.light().key(), bright)
                                    : Colours.darker(colour, -bright);
                        });
    }

    private static Floor table(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        double edge = h * 0.62;
        plaster(stage, edge + 2, wall(stage, 0x8d9a94));
        Wood.boards(stage, edge, h, stage.colour(Part.TABLE, 0xa87448));
        int dark = 0x14100c;
        stage.canvas().fill(dark, 0.22, Forms.box(0, edge - 3, w, 5));
        return Floor.land(
                new Band(h * 0.72, h * 0.85, w * 0.16, w * 0.84, 0),
                new Band(h * 0.1, h * 0.4, w * 0.2, w * 0.8, 0));
    }

    private static Floor room(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        double edge = h * 0.7;
        plaster(stage, edge + 2, wall(stage, 0xc9b9a0));
        Wood.boards(stage, edge, h, stage.colour(Part.GROUND, 0x9c6e48));
        stage.canvas().fill(stage.light().on(0xefe8da, 0), Forms.box(0, edge - 15, w, 15));
        stage.canvas().fill(0x000000, 0.18, Forms.box(0, edge - 2, w, 5));
        sunPatch(stage, edge);
        return Floor.land(
                new Band(h * 0.79, h * 0.9, w * 0.16, w * 0.84, 0),
                new Band(h * 0.1, h * 0.4, w * 0.2, w * 0.8, 0));
    }

    /// The light of a window on the wall.
    private static void sunPatch(Stage stage, double edge) {
        double w = stage.width();
        boolean left = stage.light().sunX() <= 0.5;
        double x = left ? w * 0.5 : w * 0.2;
        int light = stage.light().isDark() ? 0xa8bede : 0xfff0c8;
        double lean = left ? 60 : -60;
        for (int column = 0; column < 2; column++) {
            for (int row = 0; row < 2; row++) {
                double px = x + column * 120 + row * lean;
                double py = edge * 0.2 + row * 150;
                stage.canvas()
                        .fill(
                                light,
                                0.2,
                                Forms.poly(
                                        px,
                                        py,
                                        px + 108,
                                        py,
                                        px + 108 + lean * 0.9,
                                        py + 138,
                                        px + lean * 0.9,
                                        py + 138));
            }
        }
    }

    private static Floor window(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        Setting view =
                stage.also().stream()
                        .filter(setting -> setting.kind() == Setting.Kind.OUTDOORS)
                        .findFirst()
                        .orElse(Setting.HILLS);
        double sill = h * 0.76;
        Stage outside =
                new Stage(
                        stage.canvas(),
                        stage.light(),
                        stage.wish(),
                        stage.season(),
                        stage.also(),
                        stage.skyThings(),
                        h * Places.horizon(view) * 0.86,
                        stage.seed());
        Places.paint(view, outside);
        int frame = stage.light().on(stage.colour(Part.WALL, 0xf1e9da), 0);
        int inside = Colours.darker(stage.light().on(stage.colour(Part.WALL, 0xb9a58c), 0), 0.35);
        double margin = Math.min(w * 0.09, 110);
        stage.canvas()
                .fill(
                        inside,
                        Forms.without(
                                Forms.box(0, 0, w, h),
                                Forms.box(
                                        margin,
                                        margin * 0.8,
                                        w - 2 * margin,
                                        sill - margin * 0.8)));
        stage.canvas()
                .line(
                        Colours.darker(frame, 0.2),
                        1,
                        26,
                        Forms.box(margin, margin * 0.8, w - 2 * margin, sill - margin * 0.8));
        stage.canvas()
                .line(
                        frame,
                        1,
                        18,
                        Forms.box(margin, margin * 0.8, w - 2 * margin, sill - margin * 0.8));
        stage.canvas().fill(frame, Forms.box(w / 2 - 7, margin * 0.8, 14, sill - margin * 0.8));
        stage.canvas()
                .fill(
                        Colours.darker(frame, 0.25),
                        Forms.box(w / 2 + 5, margin * 0.8, 3, sill - margin * 0.8));
        stage.canvas().fill(frame, Forms.box(margin, h * 0.3, w - 2 * margin, 10));
        curtain(stage, -10, margin * 1.25, 1);
        curtain(stage, w - margin * 1.25 + 10, w + 10, -1);
        stage.canvas()
                .fill(
                        Colours.screen(frame, stage.light().key(), 0.25),
                        Forms.box(margin * 0.4, sill, w - margin * 0.8, h * 0.055));
        stage.canvas()
                .fill(
                        Colours.darker(frame, 0.28),
                        Forms.box(margin * 0.4, sill + h * 0.055, w - margin * 0.8, h * 0.028));
        stage.canvas().fill(0x0a0d1c, 0.3, Forms.box(0, sill + h * 0.083, w, 8));
        return Floor.land(
                new Band(sill + h * 0.03, sill + h * 0.036, w * 0.24, w * 0.76, 0),
                new Band(h * 0.15, h * 0.5, w * 0.2, w * 0.8, 0.2));
    }

    private static void curtain(Stage stage, double from, double to, int side) {
        int cloth =
                stage.light()
                        .on(
                                stage.wish().palette().isEmpty()
                                        ? 0xb8615a
                                        : stage.wish().palette().getFirst(),
                                0);
        int folds = 5;
        for (int fold = 0; fold < folds; fold++) {
            double x = from + (to - from) * fold / folds;
            double wide = (to - from) / folds + 1;
            double drop = stage.height() * 0.8;
            int tone =
                    fold % 2 == 0
                            ? Colours.darker(cloth, 0.24)
                            : Colours.screen(cloth, stage.light().key(), 0.14);
            stage.canvas()
                    .fill(
                            tone,
                            Forms.smooth(
                                    x,
                                    -20,
                                    x + wide,
                                    -20,
                                    x + wide + side * 6,
                                    drop * 0.5,
                                    x + wide - side * 3,
                                    drop,
                                    x - side * 3,
                                    drop,
                                    x + side * 6,
                                    drop * 0.5));
        }
    }

    private static Floor outsideWall(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        double edge = h * 0.78;
        int colour = stage.light().on(wall(stage, 0xe3bd86), 0);
        plaster(stage, edge, colour);
        Wood.exposedBricks(stage, edge, colour);
        Wood.paving(stage, edge, h);
        leafShadow(stage, edge);
        return Floor.land(
                new Band(edge + h * 0.07, edge + h * 0.12, w * 0.2, w * 0.8, 0),
                new Band(h * 0.1, h * 0.5, w * 0.2, w * 0.8, 0));
    }

    /// The shadow of leaves on a sunny wall.
    private static void leafShadow(Stage stage, double edge) {
        if (stage.light().weather().hidesTheSun()) {
            return;
        }
        Noise noise = stage.noise(1040);
        boolean left = stage.light().sunX() < 0.5;
        double w = stage.width();
        stage.canvas()
                .shade(
                        0,
                        edge,
                        (px, py, old) -> {
                            double share = left ? px / w : 1 - px / w;
                            double reach = 0.62 - share * 1.1 - py / edge * 0.72;
                            double leaves = noise.clouds(px / 60, py / 48, 3);
                            return Colours.darker(
                                    old, Math.clamp((leaves + reach) * 2.6, 0, 1) * 0.24);
                        });
    }

    private static Floor studio(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        int natural =
                stage.wish().palette().isEmpty()
                        ? 0xd9cfc0
                        : Colours.lighter(stage.wish().palette().getFirst(), 0.25);
        int colour = stage.colour(Part.BACKGROUND, natural);
        double x = w * (0.35 + 0.3 * stage.light().sunX());
        stage.canvas()
                .shade((px, py, old) -> {
                    double away = Math.hypot((px - x) / w, (py - h * 0.42) / h);
                    double floor = Math.clamp((py / h - 0.68) / 0.12, 0, 1) * 0.07;
                    double bright = 0.22 - away * 0.5 + floor;
                    return bright > 0
                            ? Colours.lighter(colour, bright)
                            : Colours.darker(colour, -bright);
                });
        return new Floor(
                Optional.of(new Band(h * 0.76, h * 0.84, w * 0.18, w * 0.82, 0)),
                Optional.empty(),
                new Band(h * 0.15, h * 0.5, w * 0.2, w * 0.8, 0));
    }
}
