package parley.analysis.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// A process of its own that draws, one way or the other.
final class FontlessMachine {
    /// As any program would.
    static final String PLAIN = "plain";

    static final String CHART = "chart";

    private FontlessMachine() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals(PLAIN)) {
            plain();
        } else {
            byte[] file = Charts.main(Samples.outlier(), Samples.TEXT, ChartStyle.DEFAULT);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            System.out.println(image.getWidth() + " x " + image.getHeight());
        }
    }

    private static void plain() {
        System.setProperty("java.awt.headless", "true");
        Graphics2D graphics = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            graphics.drawString("text", 1, 1);
            System.out.println("could write");
        } catch (RuntimeException | Error e) {
            System.out.println("cannot write: " + e);
        } finally {
            graphics.dispose();
        }
    }
}
