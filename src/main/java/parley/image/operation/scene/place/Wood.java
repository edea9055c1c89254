package parley.image.operation.scene.place;

import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Noise;

/// Boards, bricks and paving stones.
final class Wood {
    private Wood() {}

    /// Boards that lie across, narrower towards the far edge.
    static void boards(Stage stage, double top, double bottom, int colour) {
        Noise noise = stage.noise(1100);
        double w = stage.width();
        double sun = stage.light().sunX() > 0.5 ? w * 0.95 : w * 0.05;
        int wood = stage.light().on(colour, 0);
        double tall = bottom - top;
        stage.canvas()
                .shade(
                        top,
                        bottom,
                        (px, py, old) -> {
                            double near = (py - top) / tall;
                            double place = Math.pow(near, 0.72) * 4.4;
                            int board = (int) place;
                            double within = place - board;
                            double grain =
                                    noise.clouds(
                                            px / 210 + board * 37,
                                            within * 7 + noise.clouds(px / 300, board * 3, 2) * 2.4,
                                            4);
                            double pore = noise.at(px / 34 + board * 11, py / 1.9) * 0.035;
                            double tone = 0.09 * (noise.cell(board, 5) - 0.5) + grain * 0.16 + pore;
                            double light = 0.2 - Math.abs(px - sun) / w * 0.36;
                            double joint = within < 0.02 || within > 0.985 ? 0.35 : 0;
                            double bright = tone + light - joint - 0.12 * near;
                            return bright > 0
                                    ? Colours.screen(wood, stage.light().key(), bright)
                                    : Colours.darker(wood, -bright);
                        });
    }

    /// Bricks that show where the plaster is gone.
    static void exposedBricks(Stage stage, double bottom, int plaster) {
        Noise noise = stage.noise(1120);
        stage.canvas()
                .shade(
                        0,
                        bottom,
                        (px, py, old) -> {
                            double gone =
                                    noise.clouds(px / 210 + 5, py / 170, 4)
                                            + (py / bottom - 0.75) * 0.42;
                            if (gone < 0.24) {
                                return Colours.darker(old, Math.clamp((gone - 0.19) * 5, 0, 0.22));
                            }
                            int row = (int) Math.floor(py / 26);
                            double shift = row % 2 == 0 ? 0 : 33;
                            int column = (int) Math.floor((px + shift) / 66);
                            double inX = (px + shift) / 66 - column;
                            double inY = py / 26 - row;
                            boolean joint = inX < 0.05 || inY < 0.11;
                            int brick = Colours.mix(0xa85a42, 0x8a4436, noise.cell(column, row));
                            int colour = joint ? Colours.mix(plaster, 0xb9ab98, 0.6) : brick;
                            double lit = noise.clouds(px / 12, py / 12, 2) * 0.15;
                            double shade = Colours.luma(old) / Math.max(30, Colours.luma(plaster));
                            return Colours.times(
                                    lit > 0
                                            ? Colours.lighter(colour, lit)
                                            : Colours.darker(colour, -lit),
                                    Colours.of(
                                            255 * Math.min(1, shade),
                                            255 * Math.min(1, shade),
                                            255 * Math.min(1, shade)));
                        });
    }

    static void paving(Stage stage, double top, double bottom) {
        Noise noise = stage.noise(1140);
        int stone = stage.light().on(0xb5a893, 0);
        double w = stage.width();
        stage.canvas()
                .shade(
                        top,
                        bottom,
                        (px, py, old) -> {
                            double near = (py - top) / (bottom - top) + 0.12;
                            double row = Math.log(near) * 4.2;
                            int index = (int) Math.floor(row);
                            double across = (px - w / 2) / near / 120 + (index % 2 == 0 ? 0.5 : 0);
                            int column = (int) Math.floor(across);
                            boolean joint = row - index < 0.06 || across - column < 0.03;
                            double tone =
                                    (noise.cell(column, index) - 0.5) * 0.16
                                            + noise.clouds(px / 20, py / 8, 3) * 0.14
                                            - (joint ? 0.3 : 0);
                            double edge = Math.exp(-(py - top) / 14) * 0.4;
                            tone -= edge;
                            return tone > 0
                                    ? Colours.screen(stone, stage.light().key(), tone)
                                    : Colours.darker(stone, -tone);
                        });
    }
}
