package parley.image.operation.matte.training;

import java.util.SplittableRandom;
import parley.image.operation.matte.training.Fabric.Weave;
import parley.image.operation.matte.training.Thing.Form;

/// Backgrounds with many things: dead leaves as in Lee, Mumford and Huang, "Occlusion models for
/// natural images", 2001, and such as look more like a town, a landscape, a thicket.
final class Clutter {
    private final Canvas canvas;
    private final SplittableRandom random;
    private final double width;
    private final double height;

    Clutter(Canvas canvas, SplittableRandom random) {
        this.canvas = canvas;
        this.random = random;
        width = canvas.width();
        height = canvas.height();
    }

    private void ground(Fabric fabric) {
        canvas.fill(fabric::at);
    }

    private Fabric fabric() {
        Tint tint = random.nextDouble() < 0.4 ? Tint.any(random) : Tint.dull(random);
        return random.nextDouble() < 0.5
                ? Fabric.plain(random, tint)
                : Fabric.patterned(random, tint);
    }

    private void put(Form form, double x, double y, double length, double slim, double turn) {
        canvas.draw(Thing.of(random, form, x, y, length, length * slim, turn, fabric()));
    }

    void leaves() {
        ground(fabric());
        int count = 60 + random.nextInt(220);
        double largest = height * random.nextDouble(0.12, 0.4);
        boolean isUpright = random.nextBoolean();
        for (int k = 0; k < count; k++) {
            double chance = random.nextDouble();
            double radius = Math.max(4, largest * chance * chance * chance);
            Form[] forms = {Form.BOX, Form.ELLIPSE, Form.LENS, Form.BLOB, Form.BOX};
            put(
                    forms[random.nextInt(forms.length)],
                    random.nextDouble() * width,
                    random.nextDouble() * height,
                    radius,
                    random.nextDouble(0.3, 1),
                    isUpright ? 0.5 * random.nextInt(2) : random.nextDouble());
        }
    }

    void town() {
        sky();
        double horizon = height * random.nextDouble(0.45, 0.85);
        double step = width * random.nextDouble(0.05, 0.2);
        for (double x = 0; x < width + step; x += step * random.nextDouble(0.4, 1.2)) {
            double top = horizon * random.nextDouble(0.05, 0.85);
            double half = (horizon - top) / 2;
            Tint wall = Tint.dull(random);
            Fabric windows =
                    Fabric.of(
                            random,
                            random.nextBoolean() ? Weave.CHECKS : Weave.BRICKS,
                            wall,
                            random.nextBoolean() ? wall.near(random, 0.4) : Tint.dull(random),
                            random.nextDouble(5, 22),
                            random.nextDouble(0.3, 1));
            canvas.draw(
                    Thing.of(
                            random,
                            Form.BOX,
                            x,
                            top + half,
                            half,
                            step * random.nextDouble(0.3, 0.8),
                            0.5,
                            windows));
        }
        canvas.draw(
                Thing.of(
                        random, Form.BOX, width / 2, horizon + height, width, height, 0, fabric()));
        strew(8 + random.nextInt(25), horizon, 0.12);
    }

    void land() {
        sky();
        int hills = 2 + random.nextInt(4);
        double top = height * random.nextDouble(0.2, 0.6);
        for (int k = 0; k < hills; k++) {
            double radius = width * random.nextDouble(0.6, 1.6);
            Tint earth =
                    Tint.of(
                            random.nextDouble(0.05, 0.45),
                            random.nextDouble(0.1, 0.7),
                            random.nextDouble(0.15, 0.85));
            Fabric hill = Fabric.patterned(random, earth);
            canvas.draw(
                    Thing.of(
                            random,
                            Form.BLOB,
                            random.nextDouble() * width,
                            top + radius * 0.5,
                            radius,
                            radius * 0.5,
                            0,
                            hill));
            top += (height - top) * random.nextDouble(0.2, 0.5);
        }
        strew(random.nextInt(40), height * 0.35, 0.16);
    }

    void foliage() {
        Tint leaf =
                random.nextDouble() < 0.6
                        ? Tint.of(
                                random.nextDouble(0.12, 0.42),
                                random.nextDouble(0.3, 0.9),
                                random.nextDouble(0.2, 0.7))
                        : Tint.dull(random);
        ground(Fabric.patterned(random, leaf));
        int count = 150 + random.nextInt(500);
        double size = height * random.nextDouble(0.02, 0.08);
        for (int k = 0; k < count; k++) {
            Fabric own = Fabric.of(random, Weave.CLOUDS, leaf.near(random, 0.35), leaf, 8, 0.5);
            canvas.draw(
                    Thing.of(
                            random,
                            Form.LENS,
                            random.nextDouble() * width,
                            random.nextDouble() * height,
                            size * random.nextDouble(0.5, 1.8),
                            size * random.nextDouble(0.1, 0.5),
                            random.nextDouble(),
                            own));
        }
        for (int k = random.nextInt(8); k > 0; k--) {
            put(Form.BOX, random.nextDouble() * width, height / 2, height, 0.02, 0.5);
        }
    }

    private void sky() {
        Tint high =
                Tint.of(
                        random.nextDouble(0.5, 0.68),
                        random.nextDouble(0, 0.7),
                        random.nextDouble(0.5, 1));
        Tint low = random.nextBoolean() ? high.near(random, 0.3) : Tint.dull(random);
        Clouds clouds = new Clouds(random.nextLong());
        double cloudy = random.nextDouble(0, 0.6);
        canvas.fill((x, y, into) -> {
            double share = y / height;
            double white = cloudy * Math.max(0, 2 * clouds.at(x / 90, y / 40, 5) - 0.9);
            into[0] = (float) (high.red() + share * (low.red() - high.red()) + white);
            into[1] = (float) (high.green() + share * (low.green() - high.green()) + white);
            into[2] = (float) (high.blue() + share * (low.blue() - high.blue()) + white);
        });
    }

    /// Things that stand about below a line.
    private void strew(int count, double from, double most) {
        for (int k = 0; k < count; k++) {
            double radius = height * random.nextDouble(0.015, most);
            canvas.draw(
                    Thing.any(
                            random,
                            random.nextDouble() * width,
                            from + random.nextDouble() * (height - from),
                            radius,
                            fabric()));
        }
    }
}
