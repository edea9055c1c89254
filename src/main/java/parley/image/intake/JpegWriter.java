package parley.image.intake;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NodeList;
import parley.image.pixel.Picture;
import parley.image.pixel.Rows;

/// Writes JPEG files, with the colours as fine as the light; white is behind what is transparent.
final class JpegWriter {
    private static final float QUALITY = 0.92f;
    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

    private JpegWriter() {}

    static byte[] write(Picture picture) {
        BufferedImage image = onWhite(picture);
        ImageWriter writer = writer();
        ByteArrayOutputStream file = new ByteArrayOutputStream(picture.argb().length / 2);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), how);
            fineColours(metadata);
            writer.write(null, new IIOImage(image, null, metadata), how);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /// Java's own.
    private static ImageWriter writer() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if ("java.desktop".equals(writer.getClass().getModule().getName())) {
                return writer;
            }
        }
        throw new IllegalStateException("This Java cannot write JPEG files.");
    }

    /// Java halves the colours' resolution unless the header is told otherwise.
    private static void fineColours(IIOMetadata metadata) throws IIOInvalidTreeException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        NodeList components = root.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            IIOMetadataNode component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(FORMAT, root);
    }

    private static BufferedImage onWhite(Picture picture) {
        int width = picture.width();
        BufferedImage image =
                new BufferedImage(width, picture.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Rows.each(
                picture.height(),
                y -> {
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        int pixel = picture.argb()[i];
                        int alpha = pixel >>> 24;
                        data[3 * i] = over(pixel & 0xff, alpha);
                        data[3 * i + 1] = over(pixel >> 8 & 0xff, alpha);
                        data[3 * i + 2] = over(pixel >> 16 & 0xff, alpha);
                    }
                });
        return image;
    }

    private static byte over(int level, int alpha) {
        return (byte) ((level * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}
