package parley.analysis.chart.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import parley.analysis.chart.canvas.Canvas.Pen;

class PixelCanvasTest {
    private static final Box ALL = new Box(0, 0, 100, 100);

    @Test
    void rareColoursStayWhatTheyAreAmongThousands() throws IOException {
        BufferedImage image;
        try (PixelCanvas canvas = new PixelCanvas(100, 100, 72)) {
            canvas.fill(ALL, 0xFFFFFF);
            Random random = new Random(1);
            for (int i = 0; i < 400; i++) {
                double[] x = {random.nextInt(100), random.nextInt(100)};
                double[] y = {random.nextInt(60), random.nextInt(60)};
                canvas.polyline(x, y, 2, new Pen(0x22324A, 0.7));
            }
            canvas.fill(new Box(10, 80, 2, 2), 0xC32A2D);
            image = image(canvas);
        }
        assertThat(image.getRGB(10, 80)).isEqualTo(0xFFC32A2D);
        assertThat(image.getRGB(99, 99)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void aLineOfManyPlacesIsWhereAShortOneIs() throws IOException {
        double[] x = new double[500];
        double[] y = new double[500];
        for (int i = 0; i < x.length; i++) {
            x[i] = i / 5.0;
            y[i] = 50 + 30 * Math.sin(i / 20.0);
        }
        BufferedImage quick;
        BufferedImage exact;
        try (PixelCanvas canvas = new PixelCanvas(100, 100, 144)) {
            canvas.fill(ALL, 0xFFFFFF);
            canvas.polyline(x, y, x.length, new Pen(0, 1));
            quick = image(canvas);
        }
        try (PixelCanvas canvas = new PixelCanvas(100, 100, 144)) {
            canvas.fill(ALL, 0xFFFFFF);
            for (int i = 1; i < x.length; i++) {
                double[] shortX = {x[i - 1], x[i]};
                double[] shortY = {y[i - 1], y[i]};
                canvas.polyline(shortX, shortY, 2, new Pen(0, 1));
            }
            exact = image(canvas);
        }
        assertThat(ink(quick)).isBetween(0.8 * ink(exact), 1.2 * ink(exact));
        for (int i = 10; i < x.length - 10; i++) {
            int column = (int) (2 * x[i]);
            int row = (int) (2 * y[i]);
            assertThat(quick.getRGB(column, row) & 0xFF).isLessThan(200);
        }
    }

    @Test
    void nothingIsDrawnOutsideAClip() throws IOException {
        BufferedImage image;
        try (PixelCanvas canvas = new PixelCanvas(100, 100, 72)) {
            canvas.fill(ALL, 0xFFFFFF);
            canvas.clipped(
                    new Box(20, 20, 10, 10),
                    () -> {
                        canvas.fill(ALL, 0x112233);
                        double[] x = new double[1_000];
                        double[] y = new double[1_000];
                        for (int i = 0; i < x.length; i++) {
                            x[i] = i % 100;
                            y[i] = i * 37 % 300 - 100;
                        }
                        canvas.polyline(x, y, x.length, new Pen(0x112233, 2));
                    });
            image = image(canvas);
        }
        assertThat(image.getRGB(25, 25)).isEqualTo(0xFF112233);
        assertThat(image.getRGB(19, 25)).isEqualTo(0xFFFFFFFF);
        assertThat(image.getRGB(30, 25)).isEqualTo(0xFFFFFFFF);
        assertThat(image.getRGB(25, 50)).isEqualTo(0xFFFFFFFF);
    }

    private static double ink(BufferedImage image) {
        double ink = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                ink += 255 - (image.getRGB(x, y) & 0xFF);
            }
        }
        return ink;
    }

    private static BufferedImage image(PixelCanvas canvas) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(canvas.png("", "", 1)));
    }
}
