package parley.image.operation.matte.training;

import java.util.SplittableRandom;
import parley.image.operation.matte.training.Fabric.Weave;
import parley.image.operation.matte.training.Thing.Form;
import parley.image.pixel.Plane;

/// What is behind a subject.
enum Backdrop {
    PLAIN {
        @Override
        void paint(Canvas canvas, SplittableRandom random) {
            boolean isWhite = random.nextDouble() < 0.4;
            Tint tint = isWhite ? Tint.of(0, 0, random.nextDouble(0.93, 1)) : Tint.any(random);
            Fabric flat = Fabric.of(random, Weave.FLAT, tint, tint, 10, 0);
            double falloff = random.nextDouble() < 0.5 ? 0 : random.nextDouble(0, 0.6);
            canvas.fill(flat::at);
            canvas.shade(light(canvas, random, falloff));
        }
    },
    GRADIENT {
        @Override
        void paint(Canvas canvas, SplittableRandom random) {
            Tint from = Tint.any(random);
            Tint to = random.nextBoolean() ? Tint.any(random) : from.near(random, 0.4);
            double angle = random.nextDouble(0, 2 * StrictMath.PI);
            boolean isRound = random.nextDouble() < 0.4;
            double across = StrictMath.cos(angle) / canvas.width();
            double down = StrictMath.sin(angle) / canvas.height();
            canvas.fill((x, y, into) -> {
                double dx = x - canvas.width() / 2.0;
                double dy = y - canvas.height() / 2.0;
                double share =
                        isRound
                                ? 1.3 * Math.hypot(dx, dy) / canvas.width()
                                : 0.5 + across * dx + down * dy;
                mix(from, to, Math.clamp(share, 0.0, 1.0), into);
            });
        }
    },
    /// One fabric everywhere.
    TEXTURE {
        @Override
        void paint(Canvas canvas, SplittableRandom random) {
            Fabric fabric = Fabric.patterned(random, tint(random));
            canvas.fill(fabric::at);
            canvas.shade(light(canvas, random, random.nextDouble(0, 0.5)));
        }
    },
    /// Far out of focus, with lights or without.
    BOKEH {
        @Override
        void paint(Canvas canvas, SplittableRandom random) {
            BUSY.paint(canvas, random);
            int radius = 5 + random.nextInt(16);
            Canvas soft = canvas.defocused(radius);
            if (random.nextDouble() < 0.4) {
                soft.shade(Plane.filled(canvas.width(), canvas.height(), 0.45f));
            }
            int lights = random.nextInt(40);
            double size = Math.min(36, radius * random.nextDouble(0.8, 2.2));
            for (int k = 0; k < lights; k++) {
                Tint tint = Tint.of(random.nextDouble(), random.nextDouble(), 1);
                Fabric fabric = Fabric.of(random, Weave.FLAT, tint, tint, 9, 0);
                Thing light =
                        Thing.of(
                                random,
                                Form.ELLIPSE,
                                random.nextDouble() * canvas.width(),
                                random.nextDouble() * canvas.height(),
                                size * random.nextDouble(0.7, 1.3),
                                size,
                                0.5,
                                fabric);
                soft.glow(light, random.nextDouble(0.1, 0.7));
            }
            canvas.take(soft.blurred(random.nextDouble(1.1, 3.5)));
        }
    },
    /// Things of all sizes.
    BUSY {
        @Override
        void paint(Canvas canvas, SplittableRandom random) {
            double kind = random.nextDouble();
            if (kind < 0.4) {
                new Clutter(canvas, random).leaves();
            } else if (kind < 0.6) {
                new Clutter(canvas, random).town();
            } else if (kind < 0.85) {
                new Clutter(canvas, random).land();
            } else {
                new Clutter(canvas, random).foliage();
            }
            canvas.shade(light(canvas, random, random.nextDouble(0, 0.5)));
            if (random.nextBoolean()) {
                canvas.shade(grain(canvas, random));
            }
        }
    };

    abstract void paint(Canvas canvas, SplittableRandom random);

    private static Tint tint(SplittableRandom random) {
        return random.nextBoolean() ? Tint.any(random) : Tint.dull(random);
    }

    private static void mix(Tint from, Tint to, double share, float[] into) {
        into[0] = (float) (from.red() + share * (to.red() - from.red()));
        into[1] = (float) (from.green() + share * (to.green() - from.green()));
        into[2] = (float) (from.blue() + share * (to.blue() - from.blue()));
    }

    /// Unrest of all surfaces.
    private static Plane grain(Canvas canvas, SplittableRandom random) {
        Clouds clouds = new Clouds(random.nextLong());
        double size = random.nextDouble(4, 16);
        double depth = random.nextDouble(0.1, 0.5);
        Plane made = Plane.empty(canvas.width(), canvas.height());
        for (int i = 0; i < made.values().length; i++) {
            int row = i / canvas.width();
            double cloud = clouds.at(i % canvas.width() / size, row / size, 4);
            made.values()[i] = (float) (1 + depth * (cloud - 0.5));
        }
        return made;
    }

    /// Light that falls off from a spot.
    private static Plane light(Canvas canvas, SplittableRandom random, double falloff) {
        double x = canvas.width() * random.nextDouble(0.1, 0.9);
        double y = canvas.height() * random.nextDouble(0, 0.8);
        double scale = falloff / (0.25 * canvas.width() * canvas.width());
        Plane made = Plane.empty(canvas.width(), canvas.height());
        for (int i = 0; i < made.values().length; i++) {
            int row = i / canvas.width();
            double dx = i % canvas.width() - x;
            double dy = row - y;
            made.values()[i] = (float) Math.max(0.1, 1.05 - scale * (dx * dx + dy * dy) / 2);
        }
        return made;
    }
}
