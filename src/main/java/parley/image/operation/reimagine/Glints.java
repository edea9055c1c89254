package parley.image.operation.reimagine;

import parley.image.pixel.Channels;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;

/// Lights out of focus, set into a picture. Which form they have, how many there are, how large and
/// where they gather follows from chance.
final class Glints {
    private static final double FEWEST = 12;
    private static final double MOST = 40;

    private final Chance chance;
    private final Form form;
    private final double gatherX;
    private final double gatherY;
    private final double gathered;
    private final double turn;

    /// The form that a lens gives to a point of light.
    private enum Form {
        ROUND,
        HEXAGON,
        RING,
        FACET,
        STREAK
    }

    Glints(Chance chance) {
        this.chance = chance;
        form = Form.values()[(int) (chance.at(18_001) * Form.values().length)];
        gatherX = chance.between(18_002, 0.15, 0.85);
        gatherY = chance.between(18_003, 0.1, 0.8);
        gathered = chance.between(18_004, 0, 0.75);
        turn = chance.between(18_005, -Math.PI, Math.PI);
    }

    Picture over(Picture picture, double amount, Mood mood) {
        Plane lights = lights(picture.width(), picture.height());
        double hue = Math.toRadians(mood.lightHue() + chance.between(18_006, -50, 50));
        float[] colour = {
            (float) (0.9 + 0.1 * Math.cos(hue)),
            (float) (0.86 - 0.06 * Math.cos(hue) + 0.08 * Math.sin(hue)),
            (float) (0.82 - 0.16 * Math.sin(hue))
        };
        return Weather.laid(Channels.of(picture), i -> amount * lights.values()[i], colour);
    }

    private Plane lights(int width, int height) {
        int side = Math.max(width, height);
        Plane plane = Plane.empty(width, height);
        double count = chance.between(18_007, FEWEST, MOST);
        // Few are large, many are small, so that they cover about as much.
        double largest = side * 0.4 / Math.sqrt(count);
        for (int n = 0; n < count; n++) {
            double radius = largest * chance.between(19_000 + n, 0.35, 1);
            double x0 = toward(chance.at(21_000 + n), gatherX) * width;
            double y0 = toward(chance.at(23_000 + n), gatherY) * height;
            light(plane, x0, y0, radius, chance.between(25_000 + n, 0.25, 0.6));
        }
        return plane;
    }

    private double toward(double place, double gather) {
        double pull = gathered * (1 - Math.abs(2 * place - 1));
        return place + pull * (gather - place);
    }

    private void light(Plane plane, double x0, double y0, double radius, double weight) {
        double reach = form == Form.STREAK ? 3.4 * radius : 1.2 * radius;
        int bottom = (int) Math.min(plane.height() - 1, y0 + reach);
        int right = (int) Math.min(plane.width() - 1, x0 + reach);
        double along = Math.cos(turn);
        double across = Math.sin(turn);
        for (int y = (int) Math.max(0, y0 - reach); y <= bottom; y++) {
            for (int x = (int) Math.max(0, x0 - reach); x <= right; x++) {
                double dx = (x + 0.5 - x0) / radius;
                double dy = (y + 0.5 - y0) / radius;
                double value = weight * shine(dx * along + dy * across, dy * along - dx * across);
                plane.set(x, y, (float) (plane.at(x, y) + value * (1 - plane.at(x, y))));
            }
        }
    }

    /// How bright a light is at a place in its own frame, where its radius is 1.
    private double shine(double u, double v) {
        double d =
                switch (form) {
                    case ROUND, RING -> Math.hypot(u, v);
                    case FACET -> Math.max(Math.abs(u), Math.abs(v)) * 1.15;
                    case STREAK -> Math.hypot(u / 3.2, v * 2.2);
                    case HEXAGON ->
                            Math.max(
                                    Math.abs(v),
                                    Math.max(
                                            Math.abs(0.866 * u + 0.5 * v),
                                            Math.abs(0.866 * u - 0.5 * v)));
                };
        double edge = Math.clamp((1 - d) * 7, 0, 1);
        double middle =
                form == Form.RING ? Math.clamp((d - 0.6) * 5, 0.12, 1) : 0.75 + 0.25 * d * d;
        return edge * middle;
    }
}
