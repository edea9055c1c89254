package parley.image.operation.scene.place;

import parley.image.operation.scene.Season;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Ground;
import parley.image.operation.scene.paint.Ground.Ridge;
import parley.image.operation.scene.words.SceneWish.Part;

/// Mountains, hills and dry lands.
final class Heights {
    private static final int ROCK = 0x566070;

    private Heights() {}

    static Floor paint(Setting setting, Stage stage) {
        stage.sky();
        return switch (setting) {
            case MOUNTAINS -> mountains(stage);
            case DESERT -> desert(stage);
            case CANYON -> canyon(stage);
            case SNOW -> snow(stage);
            default -> hills(stage);
        };
    }

    /// A range behind something else, three ridges deep.
    static void range(Stage stage, double foot, double tall) {
        double h = stage.height();
        double snow = stage.season() == Season.WINTER ? 0.12 : 0.5;
        int rock = stage.colour(Part.MOUNTAIN, ROCK);
        ridge(stage, new Ridge(foot, h * tall, 560, 0.9, snow, 0.82, rock), 1);
        ridge(stage, new Ridge(foot, h * tall * 0.78, 430, 0.95, snow + 0.14, 0.55, rock), 2);
        ridge(
                stage,
                new Ridge(
                        foot,
                        h * tall * 0.36,
                        330,
                        0.4,
                        2,
                        0.4,
                        stage.season() == Season.WINTER ? 0x9fb0bb : 0x3f5a50),
                3);
    }

    private static void ridge(Stage stage, Ridge ridge, int salt) {
        Ground.ridge(stage.canvas(), stage.light(), ridge, stage.seed() * 13 + salt);
    }

    private static Floor mountains(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        boolean winter = stage.season() == Season.WINTER;
        int rock = stage.colour(Part.MOUNTAIN, ROCK);
        double snow = winter ? 0.1 : 0.52;
        ridge(stage, new Ridge(h * 0.7, h * 0.44, 620, 0.95, snow, 0.88, rock), 1);
        ridge(stage, new Ridge(h * 0.76, h * 0.4, 480, 1, snow + 0.06, 0.64, rock), 2);
        ridge(
                stage,
                new Ridge(
                        h * 0.82,
                        h * 0.3,
                        420,
                        0.9,
                        snow + 0.22,
                        0.4,
                        Colours.mix(rock, 0x3a5048, 0.4)),
                3);
        int wood = winter ? 0xb9c6cf : 0x4a6652;
        Ground.plain(
                stage.canvas(), stage.light(), h * 0.8, h * 0.93, wood, wood, 0.4, stage.seed());
        ridge(
                stage,
                new Ridge(h * 0.92, h * 0.2, 380, 0.3, 2, 0.2, winter ? 0xb9c6cf : 0x35533f),
                4);
        Waters.shoreTrees(stage, h * 0.93, h * 0.1, 0.16, 60, 7);
        Ground.plain(
                stage.canvas(),
                stage.light(),
                h * 0.885,
                h,
                stage.season().grass(),
                Colours.darker(stage.season().grass(), 0.1),
                0.8,
                stage.seed());
        Waters.shoreTrees(stage, h * 1.01, h * 0.2, 0.02, 13, 8);
        return Floor.land(new Band(h * 0.9, h * 0.95, w * 0.12, w * 0.88, 0.15), stage.skyBand());
    }

    private static Floor hills(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        range(stage, stage.horizon() + 4, stage.also().contains(Setting.MOUNTAINS) ? 0.3 : 0.12);
        int grass = stage.colour(Part.MOUNTAIN, stage.season().grass());
        Ground.plain(
                stage.canvas(), stage.light(), stage.horizon(), h, grass, grass, 0.5, stage.seed());
        ridge(stage, new Ridge(h * 0.76, h * 0.19, 520, 0, 2, 0.6, grass), 5);
        Waters.shoreTrees(stage, h * 0.665, h * 0.035, 0.55, 26, 3);
        ridge(
                stage,
                new Ridge(h * 0.92, h * 0.24, 640, 0, 2, 0.36, Colours.darker(grass, 0.06)),
                6);
        Greens.scatterTrees(stage, h * 0.74, h * 0.82, 9, 0.3);
        ridge(
                stage,
                new Ridge(h * 1.03, h * 0.24, 900, 0, 2, 0.08, Colours.darker(grass, 0.12)),
                7);
        Greens.meadowFlowers(stage, h * 0.9, 90, false);
        return Floor.land(new Band(h * 0.87, h * 0.95, w * 0.14, w * 0.86, 0.1), stage.skyBand());
    }

    private static Floor snow(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        range(stage, stage.horizon() + 8, 0.26);
        Ground.plain(
                stage.canvas(),
                stage.light(),
                stage.horizon() + 6,
                h,
                0xe8eff6,
                0xdde7f1,
                0.2,
                stage.seed());
        ridge(stage, new Ridge(h * 0.84, h * 0.2, 620, 0, 2, 0.5, 0xdfe8f1), 5);
        Waters.shoreTrees(stage, h * 0.69, h * 0.09, 0.45, 40, 3);
        ridge(stage, new Ridge(h * 0.94, h * 0.19, 760, 0, 2, 0.25, 0xe8eff6), 6);
        Waters.shoreTrees(stage, h * 0.8, h * 0.17, 0.2, 8, 5);
        Ground.plain(
                stage.canvas(), stage.light(), h * 0.8, h, 0xeef3f8, 0xdde7f1, 0.25, stage.seed());
        return Floor.land(new Band(h * 0.83, h * 0.93, w * 0.14, w * 0.86, 0.15), stage.skyBand());
    }

    private static Floor desert(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        int sand = stage.colour(Part.GROUND, 0xe0a860);
        ridge(stage, new Ridge(h * 0.66, h * 0.12, 420, 0.7, 2, 0.8, 0xb07a5a), 1);
        Dunes.paint(stage, sand, h * 0.6, h * 0.7, 0.55, 1);
        Dunes.paint(stage, sand, h * 0.67, h * 0.82, 0.3, 2);
        Dunes.paint(stage, sand, h * 0.76, h * 1.02, 0.06, 3);
        return Floor.land(new Band(h * 0.8, h * 0.92, w * 0.14, w * 0.86, 0.2), stage.skyBand());
    }

    private static Floor canyon(Stage stage) {
        double h = stage.height();
        double w = stage.width();
        int red = stage.colour(Part.MOUNTAIN, 0xb5623c);
        Mesas.paint(stage, red, h * 0.5, h * 0.74, 0.75, 1);
        Mesas.paint(stage, red, h * 0.46, h * 0.82, 0.42, 2);
        Ground.plain(
                stage.canvas(), stage.light(), h * 0.74, h, 0xc98552, 0xb9714a, 0.9, stage.seed());
        Mesas.paint(stage, Colours.darker(red, 0.1), h * 0.36, h * 0.9, 0.14, 3);
        Ground.plain(
                stage.canvas(),
                stage.light(),
                h * 0.86,
                h,
                0xbd7a4c,
                0xb9714a,
                0.9,
                stage.seed() + 1);
        return Floor.land(new Band(h * 0.87, h * 0.94, w * 0.2, w * 0.8, 0.1), stage.skyBand());
    }
}
