package parley.image.operation.matte.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import parley.image.operation.matte.training.Thing.Form;

/// A subject: a single thing, a thing with limbs, several that touch, or a person of sorts.
final class Body {
    private final SplittableRandom random;
    private final double size;
    private final double x;
    private final double y;
    private final Tint[] tints;
    private final List<Thing> parts = new ArrayList<>();

    private Body(SplittableRandom random, double size, double x, double y) {
        this.random = random;
        this.size = size;
        this.x = x;
        this.y = y;
        tints = new Tint[2 + random.nextInt(3)];
        tints[0] = random.nextDouble() < 0.5 ? Tint.any(random) : Tint.dull(random);
        for (int k = 1; k < tints.length; k++) {
            boolean isNear = random.nextDouble() < 0.4;
            tints[k] = isNear ? tints[0].near(random, 0.3) : Tint.any(random);
        }
    }

    /// The subject alone. It covers 2 to 65 % of the picture.
    static Canvas any(SplittableRandom random, int width, int height) {
        while (true) {
            Canvas canvas = Canvas.clear(width, height);
            double size = height * random.nextDouble(0.18, 0.68);
            double x = width * Math.clamp(0.5 + 0.13 * normal(random), 0.1, 0.9);
            double y = height * Math.clamp(0.52 + 0.11 * normal(random), 0.15, 0.95);
            double where = random.nextDouble();
            if (where < 0.2) {
                y = height - size * random.nextDouble(0.1, 0.8);
            } else if (where < 0.26) {
                x = random.nextBoolean() ? size * 0.4 : width - size * 0.4;
            }
            new Body(random, size, x, y).draw(canvas);
            double share = share(canvas);
            if (share > 0.02 && share < 0.65) {
                return canvas;
            }
        }
    }

    private static double share(Canvas canvas) {
        double sum = 0;
        for (float value : canvas.alpha().values()) {
            sum += value;
        }
        return sum / canvas.alpha().values().length;
    }

    private static double normal(SplittableRandom random) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            sum += random.nextDouble();
        }
        return (sum - 2) * 1.73;
    }

    private void draw(Canvas canvas) {
        double kind = random.nextDouble();
        if (kind < 0.3) {
            single();
        } else if (kind < 0.6) {
            limbs();
        } else if (kind < 0.75) {
            person();
        } else {
            cluster();
        }
        canvas.draw(parts);
        if (random.nextDouble() < 0.15) {
            double radius = size * random.nextDouble(0.1, 0.25);
            canvas.cutOut(Thing.any(random, x, y, radius, fabric(0)));
        }
    }

    private Fabric fabric(int part) {
        return Fabric.plain(random, tints[part % tints.length]);
    }

    private void add(Form form, double dx, double dy, double length, double width, double turn) {
        parts.add(
                Thing.of(random, form, x + dx, y + dy, length, width, turn, fabric(parts.size())));
    }

    private void single() {
        Form[] forms = Form.values();
        Form form = forms[random.nextInt(forms.length)];
        double turn = form == Form.VASE ? 0.5 : random.nextDouble();
        add(form, 0, 0, size, size * random.nextDouble(0.3, 1), turn);
        marks();
    }

    /// Things painted on it, well inside.
    private void marks() {
        int count = random.nextInt(6);
        for (int k = 0; k < count; k++) {
            double radius = size * random.nextDouble(0.03, 0.15);
            double dx = size * random.nextDouble(-0.22, 0.22);
            double dy = size * random.nextDouble(-0.22, 0.22);
            parts.add(Thing.any(random, x + dx, y + dy, radius, fabric(1 + k)));
        }
    }

    /// A trunk, and what sticks out of it, often the same on both sides.
    private void limbs() {
        double slim = random.nextDouble(0.35, 0.8);
        boolean isUpright = random.nextBoolean();
        double trunk = size * 0.6;
        Form form = random.nextBoolean() ? Form.ELLIPSE : Form.BLOB;
        int pairs = 1 + random.nextInt(4);
        for (int k = 0; k < pairs; k++) {
            double at = random.nextDouble(-0.8, 0.8);
            double out = random.nextDouble(0.3, 0.9) * size;
            double thick = Math.max(2.5, size * random.nextDouble(0.03, 0.14));
            double turn = random.nextDouble(0.2, 0.8);
            limb(isUpright, at * trunk, 1, slim * trunk, out, thick, turn);
            if (random.nextDouble() < 0.75) {
                limb(isUpright, at * trunk, -1, slim * trunk, out, thick, 1 - turn);
            }
        }
        add(form, 0, 0, trunk, trunk * slim, isUpright ? 0.5 : 0);
        double head = size * random.nextDouble(0.15, 0.32);
        double off = trunk + head * 0.6;
        add(Form.BLOB, isUpright ? 0 : off, isUpright ? -off : -head * 0.4, head, head * 0.9, 0);
        marks();
    }

    private void limb(
            boolean isUpright,
            double at,
            int side,
            double start,
            double out,
            double thick,
            double turn) {
        double angle = turn * StrictMath.PI;
        double along = out * 0.5 * StrictMath.cos(angle);
        double across = side * (start * 0.6 + out * 0.5 * StrictMath.sin(angle));
        double dx = isUpright ? across : at + along;
        double dy = isUpright ? at + along : across;
        double towards = StrictMath.atan2(side * StrictMath.sin(angle), StrictMath.cos(angle));
        double tilt = isUpright ? StrictMath.PI / 2 - towards : towards;
        add(Form.CAPSULE, dx, dy, out * 0.62, thick, tilt / StrictMath.PI);
    }

    private void person() {
        double head = size * random.nextDouble(0.2, 0.28);
        double shoulder = head * random.nextDouble(1.2, 1.9);
        double long0 = size * random.nextDouble(0.5, 0.8);
        Tint skin = Tint.of(0.05 + 0.04 * random.nextDouble(), 0.45, random.nextDouble(0.3, 0.95));
        boolean hasLegs = random.nextBoolean();
        if (hasLegs) {
            double leg = head * random.nextDouble(0.3, 0.5);
            add(Form.CAPSULE, -shoulder * 0.5, long0 * 1.4, long0 * 0.9, leg, 0.5);
            add(Form.CAPSULE, shoulder * 0.5, long0 * 1.4, long0 * 0.9, leg, 0.5);
        }
        double arm = head * random.nextDouble(0.25, 0.4);
        double bend = random.nextDouble(0, 0.16);
        add(Form.CAPSULE, -shoulder * 1.05, long0 * 0.3, long0 * 0.7, arm, 0.5 + bend);
        add(Form.CAPSULE, shoulder * 1.05, long0 * 0.3, long0 * 0.7, arm, 0.5 - bend);
        add(
                Form.BOX,
                0,
                long0 * (hasLegs ? 0.35 : 0.8),
                long0 * (hasLegs ? 0.8 : 1.3),
                shoulder,
                0.5);
        add(Form.BLOB, 0, -long0 * 0.5 - head * 0.7, head * 1.15, head * 1.1, 0.5);
        parts.add(
                Thing.of(
                        random,
                        Form.ELLIPSE,
                        x,
                        y - long0 * 0.5 - head * 0.5,
                        head * 1.05,
                        head * 0.8,
                        0.5,
                        Fabric.of(
                                random,
                                Fabric.Weave.CLOUDS,
                                skin,
                                skin.near(random, 0.1),
                                20,
                                0.4)));
    }

    /// Several things that touch.
    private void cluster() {
        int count = 2 + random.nextInt(4);
        double atX = 0;
        double atY = 0;
        for (int k = 0; k < count; k++) {
            double radius = size * random.nextDouble(0.25, 0.7);
            Form[] forms = Form.values();
            Form form = forms[random.nextInt(forms.length)];
            double slim = random.nextDouble(0.35, 1);
            add(form, atX, atY, radius, radius * slim, random.nextDouble());
            double angle = random.nextDouble(0, 2 * StrictMath.PI);
            atX = Math.clamp(atX + 0.6 * radius * StrictMath.cos(angle), -size * 0.5, size * 0.5);
            atY = Math.clamp(atY + 0.6 * radius * StrictMath.sin(angle), -size * 0.5, size * 0.5);
        }
        marks();
    }
}
