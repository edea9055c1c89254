package parley.bench.images;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Random;

/// What a subject stands in front of.
enum MatteGround {
    WHITE {
        @Override
        BufferedImage paint(int width, int height, Random random) {
            int level = 244 + random.nextInt(12);
            return filled(width, height, new Color(level, level, level));
        }
    },
    PLAIN {
        @Override
        BufferedImage paint(int width, int height, Random random) {
            return filled(width, height, MatteSubject.colour(random));
        }
    },
    GRADIENT {
        @Override
        BufferedImage paint(int width, int height, Random random) {
            Color from = MatteSubject.colour(random);
            Color to = MatteSubject.colour(random);
            double angle = random.nextDouble() * 2 * Math.PI;
            return each(
                    width,
                    height,
                    (x, y) -> {
                        double across = (x - 0.5) * Math.cos(angle) + (y - 0.5) * Math.sin(angle);
                        return mixed(from, to, Math.clamp(across + 0.5, 0, 1));
                    });
        }
    },
    /// A lit wall with darker corners and a shadow under the subject.
    STUDIO {
        @Override
        BufferedImage paint(int width, int height, Random random) {
            Color wall =
                    Color.getHSBColor(
                            random.nextFloat(),
                            0.35f * random.nextFloat(),
                            0.5f + 0.45f * random.nextFloat());
            double falloff = 0.3 + 0.5 * random.nextDouble();
            double lightX = 0.3 + 0.4 * random.nextDouble();
            double shadowX = 0.5 + 0.15 * (random.nextDouble() - 0.5);
            double shadowY = 0.8 + 0.1 * random.nextDouble();
            double depth = 0.2 + 0.3 * random.nextDouble();
            return each(
                    width,
                    height,
                    (x, y) -> {
                        double far = (x - lightX) * (x - lightX) + (y - 0.4) * (y - 0.4);
                        double byX = (x - shadowX) / 0.25;
                        double byY = (y - shadowY) / 0.08;
                        double shadow = depth * Math.exp(-(byX * byX + byY * byY) / 2);
                        return scaled(wall, (1 - falloff * far) * (1 - shadow));
                    });
        }
    },
    /// Far out of focus.
    BOKEH {
        @Override
        BufferedImage paint(int width, int height, Random random) {
            BufferedImage scene = BUSY.paint(width, height, random);
            Graphics2D canvas = canvas(scene);
            BufferedImage blurred = blurred(scene, 9 + random.nextInt(8));
            canvas.dispose();
            Graphics2D lights = canvas(blurred);
            for (int light = 0; light < 14; light++) {
                Color colour = MatteSubject.colour(random).brighter();
                lights.setColor(
                        new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 90));
                double radius = 8 + 18 * random.nextDouble();
                lights.fill(
                        new Ellipse2D.Double(
                                random.nextDouble() * width,
                                random.nextDouble() * height,
                                2 * radius,
                                2 * radius));
            }
            lights.dispose();
            return blurred(blurred, 3);
        }
    },
    /// Brick, cloth, grass, gravel or wood.
    TEXTURE {
        @Override
        BufferedImage paint(int width, int height, Random random) {
            Color base = MatteSubject.colour(random);
            Noise noise = new Noise(random.nextLong());
            double depth = 0.3 + 0.5 * random.nextDouble();
            int kind = random.nextInt(5);
            double scale = 0.7 + 0.8 * random.nextDouble();
            return each(
                    width,
                    height,
                    (x, y) -> {
                        double across = x * width * scale;
                        double down = y * height * scale;
                        double height01 = relief(kind, noise, across, down);
                        return scaled(base, 1 + depth * (height01 - 0.5) * 2);
                    });
        }
    },
    /// Things of all sizes and colours, one before the other, or a street, or a wood.
    BUSY {
        @Override
        BufferedImage paint(int width, int height, Random random) {
            BufferedImage image = filled(width, height, MatteSubject.colour(random));
            Graphics2D canvas = canvas(image);
            switch (random.nextInt(3)) {
                case 0 -> leaves(canvas, width, height, random);
                case 1 -> street(canvas, width, height, random);
                default -> wood(canvas, width, height, random);
            }
            canvas.dispose();
            Noise noise = new Noise(random.nextLong());
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double grain = 1 + 0.35 * (noise.octaves(x / 9.0, y / 9.0, 4) - 0.5);
                    image.setRGB(x, y, scaled(new Color(image.getRGB(x, y)), grain));
                }
            }
            return image;
        }
    };

    abstract BufferedImage paint(int width, int height, Random random);

    /// A colour for each place, 0 to 1 both ways.
    private interface Paint {
        int at(double x, double y);
    }

    private static double relief(int kind, Noise noise, double x, double y) {
        return switch (kind) {
            case 0 -> brick(noise, x, y);
            case 1 ->
                    0.5
                            + 0.25 * Math.sin(x * 0.9) * Math.sin(y * 0.9)
                            + 0.4 * (noise.octaves(x / 5, y / 5, 3) - 0.5);
            case 2 -> noise.octaves(x / 2.5, y / 14, 3);
            case 3 -> 1.4 * Math.abs(noise.octaves(x / 7, y / 7, 3) - 0.5) + 0.25 * noise.at(x, y);
            default ->
                    0.5
                            + 0.5
                                    * Math.sin(y / 6 + 7 * noise.octaves(x / 90, y / 22, 3))
                                    * noise.at(x / 3, y);
        };
    }

    private static double brick(Noise noise, double x, double y) {
        double row = Math.floor(y / 16);
        double shifted = x + (row % 2 == 0 ? 0 : 20);
        boolean isMortar = y - row * 16 < 2 || shifted - Math.floor(shifted / 40) * 40 < 2;
        double own = noise.grain((long) Math.floor(shifted / 40), (long) row);
        return isMortar ? 0.9 : 0.25 + 0.35 * own + 0.3 * (noise.octaves(x / 4, y / 4, 3) - 0.5);
    }

    private static void leaves(Graphics2D canvas, int width, int height, Random random) {
        for (int leaf = 0; leaf < 420; leaf++) {
            double radius = 5 + 60 * Math.pow(random.nextDouble(), 2.5) * (1 - leaf / 600.0);
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            canvas.setColor(MatteSubject.colour(random));
            if (leaf % 2 == 0) {
                canvas.fill(
                        new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius * 0.8));
            } else {
                canvas.fill(new Rectangle2D.Double(x - radius, y - radius, 1.6 * radius, radius));
            }
        }
    }

    private static void street(Graphics2D canvas, int width, int height, Random random) {
        canvas.setColor(Color.getHSBColor(0.58f, 0.2f + 0.3f * random.nextFloat(), 0.9f));
        canvas.fill(new Rectangle2D.Double(0, 0, width, height));
        double ground = height * (0.65 + 0.15 * random.nextDouble());
        for (double x = -20; x < width; x += 40 + 60 * random.nextDouble()) {
            double top = height * (0.05 + 0.4 * random.nextDouble());
            Color wall =
                    Color.getHSBColor(
                            random.nextFloat(),
                            0.3f * random.nextFloat(),
                            0.3f + 0.6f * random.nextFloat());
            canvas.setColor(wall);
            canvas.fill(new Rectangle2D.Double(x, top, 110, ground - top));
            canvas.setColor(random.nextBoolean() ? wall.darker() : wall.brighter());
            for (double window = top + 8; window < ground - 12; window += 18) {
                for (double along = x + 6; along < x + 100; along += 15) {
                    canvas.fill(new Rectangle2D.Double(along, window, 8, 11));
                }
            }
        }
        canvas.setColor(Color.getHSBColor(0.1f, 0.1f, 0.25f + 0.4f * random.nextFloat()));
        canvas.fill(new Rectangle2D.Double(0, ground, width, height - ground));
    }

    private static void wood(Graphics2D canvas, int width, int height, Random random) {
        canvas.setColor(Color.getHSBColor(0.25f, 0.4f, 0.5f + 0.3f * random.nextFloat()));
        canvas.fill(new Rectangle2D.Double(0, 0, width, height));
        for (int trunk = 0; trunk < 18; trunk++) {
            canvas.setColor(
                    Color.getHSBColor(
                            0.08f,
                            0.3f + 0.3f * random.nextFloat(),
                            0.15f + 0.4f * random.nextFloat()));
            canvas.setStroke(new BasicStroke(3 + 14 * random.nextFloat()));
            double x = random.nextDouble() * width;
            canvas.draw(new Line2D.Double(x, 0, x + 20 * random.nextGaussian(), height));
        }
        for (int blade = 0; blade < 900; blade++) {
            canvas.setColor(
                    Color.getHSBColor(
                            0.2f + 0.15f * random.nextFloat(),
                            0.4f + 0.5f * random.nextFloat(),
                            0.2f + 0.6f * random.nextFloat()));
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            Path2D leaf = new Path2D.Double();
            leaf.moveTo(x, y);
            leaf.quadTo(
                    x + 8 * random.nextGaussian(), y - 8, x + 10 * random.nextGaussian(), y - 14);
            leaf.quadTo(x + 8, y + 4 * random.nextGaussian(), x, y);
            canvas.fill(leaf);
        }
    }

    private static Graphics2D canvas(BufferedImage image) {
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return canvas;
    }

    private static BufferedImage filled(int width, int height, Color colour) {
        return each(width, height, (x, y) -> colour.getRGB());
    }

    private static BufferedImage each(int width, int height, Paint paint) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, paint.at((double) x / width, (double) y / height));
            }
        }
        return image;
    }

    private static int mixed(Color from, Color to, double share) {
        return new Color(
                        mixed(from.getRed(), to.getRed(), share),
                        mixed(from.getGreen(), to.getGreen(), share),
                        mixed(from.getBlue(), to.getBlue(), share))
                .getRGB();
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private static int scaled(Color colour, double scale) {
        return Math.clamp(Math.round(colour.getRed() * scale), 0, 255) << 16
                | Math.clamp(Math.round(colour.getGreen() * scale), 0, 255) << 8
                | Math.clamp(Math.round(colour.getBlue() * scale), 0, 255);
    }

    /// A lens's blur: the mean of a disc.
    static BufferedImage blurred(BufferedImage image, int radius) {
        int side = 2 * radius + 1;
        float[] disc = new float[side * side];
        int count = 0;
        for (int i = 0; i < disc.length; i++) {
            int x = i % side - radius;
            int y = i / side - radius;
            disc[i] = x * x + y * y <= radius * radius ? 1 : 0;
            count += (int) disc[i];
        }
        for (int i = 0; i < disc.length; i++) {
            disc[i] /= count;
        }
        BufferedImage wide = padded(image, radius);
        BufferedImage made =
                new ConvolveOp(new Kernel(side, side, disc), ConvolveOp.EDGE_NO_OP, null)
                        .filter(wide, null);
        BufferedImage cropped =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        cropped.createGraphics().drawImage(made, -radius, -radius, null);
        return cropped;
    }

    private static BufferedImage padded(BufferedImage image, int by) {
        BufferedImage wide =
                new BufferedImage(
                        image.getWidth() + 2 * by,
                        image.getHeight() + 2 * by,
                        BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < wide.getHeight(); y++) {
            for (int x = 0; x < wide.getWidth(); x++) {
                int fromX = Math.clamp(x - by, 0, image.getWidth() - 1);
                int fromY = Math.clamp(y - by, 0, image.getHeight() - 1);
                wide.setRGB(x, y, image.getRGB(fromX, fromY));
            }
        }
        return wide;
    }
}
