package parley.analysis.chart.canvas;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Writes JPEG files with their resolution, which ImageIO gives as "unknown".
final class JpegFile {
    /// Where the JFIF header, with which each such file begins, says the unit of the resolution.
    private static final int UNIT_OFFSET = 13;

    private static final byte DOTS_PER_INCH = 1;

    private JpegFile() {}

    static byte[] write(BufferedImage image, int dotsPerInch, float quality) {
        Headless.withoutFiles();
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 20);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        byte[] bytes = file.toByteArray();
        ByteBuffer.wrap(bytes)
                .put(UNIT_OFFSET, DOTS_PER_INCH)
                .putShort(UNIT_OFFSET + 1, (short) dotsPerInch)
                .putShort(UNIT_OFFSET + 3, (short) dotsPerInch);
        return bytes;
    }
}
