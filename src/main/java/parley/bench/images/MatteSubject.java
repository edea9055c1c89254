package parley.bench.images;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/// Something to be cut out, drawn with its alpha: of several parts and colours, lit from one side.
enum MatteSubject {
    BLOB {
        @Override
        void draw(Graphics2D canvas, Random random, double size) {
            canvas.setColor(colour(random));
            Path2D shape = organic(random, size * 0.45, 0.25);
            canvas.fill(shape);
            canvas.clip(shape);
            for (int spot = 0; spot < 6; spot++) {
                canvas.setColor(colour(random));
                double radius = size * (0.03 + 0.1 * random.nextDouble());
                double x = size * (random.nextDouble() - 0.5) * 0.8;
                double y = size * (random.nextDouble() - 0.5) * 0.8;
                canvas.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            }
        }
    },
    FIGURE {
        @Override
        void draw(Graphics2D canvas, Random random, double size) {
            Color skin = Color.getHSBColor(0.06f, 0.3f + 0.3f * random.nextFloat(), tone(random));
            Color shirt = colour(random);
            double head = size * 0.12;
            canvas.setColor(colour(random));
            canvas.fill(new Ellipse2D.Double(-head * 1.15, -size * 0.53, head * 2.3, head * 2.2));
            canvas.setColor(skin);
            canvas.fill(new Ellipse2D.Double(-head * 0.9, -size * 0.49, head * 1.8, head * 2.2));
            canvas.fill(
                    new RoundRectangle2D.Double(-head * 0.4, -size * 0.3, head * 0.8, head, 4, 4));
            canvas.setColor(shirt);
            canvas.fill(
                    new RoundRectangle2D.Double(
                            -size * 0.2,
                            -size * 0.23,
                            size * 0.4,
                            size * 0.42,
                            size * 0.16,
                            size * 0.16));
            canvas.setStroke(
                    new BasicStroke(
                            (float) (size * 0.1), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            double reach = size * (0.2 + 0.15 * random.nextDouble());
            canvas.draw(new Line2D.Double(-size * 0.17, -size * 0.15, -reach, size * 0.12));
            canvas.draw(new Line2D.Double(size * 0.17, -size * 0.15, reach, size * 0.12));
            canvas.setColor(colour(random));
            canvas.fill(
                    new RoundRectangle2D.Double(
                            -size * 0.17, size * 0.15, size * 0.15, size * 0.4, 8, 8));
            canvas.fill(
                    new RoundRectangle2D.Double(
                            size * 0.02, size * 0.15, size * 0.15, size * 0.4, 8, 8));
            canvas.fill(
                    new RoundRectangle2D.Double(
                            -size * 0.17, size * 0.13, size * 0.34, size * 0.12, 8, 8));
        }
    },
    BOTTLE {
        @Override
        void draw(Graphics2D canvas, Random random, double size) {
            canvas.setColor(colour(random));
            double body = size * (0.15 + 0.08 * random.nextDouble());
            canvas.fill(
                    new RoundRectangle2D.Double(
                            -body, -size * 0.2, 2 * body, size * 0.7, body, body));
            double neck = body * 0.4;
            canvas.fill(
                    new RoundRectangle2D.Double(-neck, -size * 0.48, 2 * neck, size * 0.4, 6, 6));
            canvas.setColor(colour(random));
            canvas.fill(
                    new RoundRectangle2D.Double(
                            -neck * 1.2, -size * 0.52, neck * 2.4, size * 0.1, 5, 5));
            canvas.setColor(colour(random));
            canvas.fill(new RoundRectangle2D.Double(-body, 0, 2 * body, size * 0.26, 2, 2));
            canvas.setColor(colour(random));
            for (int line = 0; line < 3; line++) {
                canvas.fill(
                        new RoundRectangle2D.Double(
                                -body * 0.7,
                                size * (0.05 + 0.06 * line),
                                body * 1.4,
                                size * 0.02,
                                1,
                                1));
            }
        }
    },
    LEAF {
        @Override
        void draw(Graphics2D canvas, Random random, double size) {
            canvas.rotate(random.nextDouble() * Math.PI);
            Path2D leaf = new Path2D.Double();
            int teeth = 60;
            double width = size * (0.16 + 0.1 * random.nextDouble());
            leaf.moveTo(-size * 0.5, 0);
            for (int side = 1; side >= -1; side -= 2) {
                for (int k = 1; k <= teeth; k++) {
                    double along = side > 0 ? (double) k / teeth : 1 - (double) k / teeth;
                    double tooth = k % 2 == 0 ? 1 : 0.93;
                    double half = width * Math.sin(Math.PI * Math.pow(along, 0.8)) * tooth;
                    leaf.lineTo(size * (along - 0.5), side * half);
                }
            }
            leaf.closePath();
            Color base = colour(random);
            canvas.setColor(base);
            canvas.fill(leaf);
            canvas.setColor(base);
            canvas.setStroke(new BasicStroke((float) (size * 0.015)));
            canvas.draw(new Line2D.Double(-size * 0.62, size * 0.03, -size * 0.48, 0));
            canvas.setColor(base.darker());
            canvas.draw(new Line2D.Double(-size * 0.5, 0, size * 0.45, 0));
        }
    },
    FUR {
        @Override
        void draw(Graphics2D canvas, Random random, double size) {
            Color base = colour(random);
            Path2D body = organic(random, size * 0.36, 0.18);
            canvas.setColor(base);
            canvas.fill(body);
            for (int hair = 0; hair < 900; hair++) {
                double angle = random.nextDouble() * 2 * Math.PI;
                double from = size * 0.3;
                double to = size * (0.36 + 0.08 * random.nextDouble());
                double bent = angle + 0.25 * random.nextGaussian();
                canvas.setColor(hair % 3 == 0 ? base.darker() : base);
                canvas.setStroke(new BasicStroke(0.7f + random.nextFloat()));
                canvas.draw(
                        new Line2D.Double(
                                from * Math.cos(angle),
                                from * Math.sin(angle),
                                to * Math.cos(bent),
                                to * Math.sin(bent)));
            }
            canvas.setColor(colour(random));
            double eye = size * 0.04;
            canvas.fill(new Ellipse2D.Double(-size * 0.14, -size * 0.08, 2 * eye, 2 * eye));
            canvas.fill(new Ellipse2D.Double(size * 0.06, -size * 0.08, 2 * eye, 2 * eye));
        }
    };

    /// Draws it around the origin, about as large as the size says.
    abstract void draw(Graphics2D canvas, Random random, double size);

    /// The subject alone on a canvas of this size, not multiplied with its alpha.
    BufferedImage on(int width, int height, Random random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double size = height * (0.5 + 0.4 * random.nextDouble());
        double x = width * (0.5 + 0.18 * (random.nextDouble() - 0.5) * 2);
        double y = height * (0.5 + 0.06 * random.nextGaussian());
        // People are often cut off by the lower edge.
        boolean isCutOff = this == FIGURE && random.nextBoolean();
        canvas.translate(x, isCutOff ? height - size * 0.2 : y);
        draw(canvas, random, size);
        canvas.dispose();
        light(image, random);
        return image;
    }

    /// Makes it round: lighter on one side, with a little structure of its own.
    private static void light(BufferedImage image, Random random) {
        Noise noise = new Noise(random.nextLong());
        double towards = random.nextDouble() * 2 * Math.PI;
        double strength = 0.15 + 0.35 * random.nextDouble();
        double grain = 0.25 * random.nextDouble();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int pixel = image.getRGB(x, y);
                double across = (double) x / image.getWidth() - 0.5;
                double down = (double) y / image.getHeight() - 0.5;
                double lit = across * Math.cos(towards) + down * Math.sin(towards);
                double own = noise.octaves(x / 14.0, y / 14.0, 4) - 0.5;
                image.setRGB(x, y, scaled(pixel, 1 + strength * lit * 2 + grain * own * 2));
            }
        }
    }

    private static int scaled(int argb, double scale) {
        int red = Math.clamp(Math.round((argb >> 16 & 0xff) * scale), 0, 255);
        int green = Math.clamp(Math.round((argb >> 8 & 0xff) * scale), 0, 255);
        int blue = Math.clamp(Math.round((argb & 0xff) * scale), 0, 255);
        return (argb & 0xff000000) | red << 16 | green << 8 | blue;
    }

    static Color colour(Random random) {
        return Color.getHSBColor(
                random.nextFloat(),
                0.15f + 0.8f * random.nextFloat(),
                0.15f + 0.8f * random.nextFloat());
    }

    private static float tone(Random random) {
        return 0.35f + 0.6f * random.nextFloat();
    }

    private static Path2D organic(Random random, double radius, double roughness) {
        double[] phase = random.doubles(5, 0, 2 * Math.PI).toArray();
        double[] height = random.doubles(5, 0, roughness).toArray();
        double stretch = 0.7 + 0.6 * random.nextDouble();
        Path2D path = new Path2D.Double();
        for (int k = 0; k < 240; k++) {
            double angle = 2 * Math.PI * k / 240;
            double length = radius;
            for (int wave = 0; wave < 5; wave++) {
                length +=
                        radius
                                * height[wave]
                                * Math.sin((wave + 2) * angle + phase[wave])
                                / (1 + wave * 0.5);
            }
            double x = length * Math.cos(angle) * stretch;
            double y = length * Math.sin(angle);
            if (k == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }
}
