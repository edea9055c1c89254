package parley.image.intake;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import parley.image.pixel.Picture;
import parley.image.pixel.Rows;

/// Turns what Java's readers give into pictures, level by level: Java's own conversion takes grey
/// for linear light, and makes it lighter.
final class Rasters {
    private Rasters() {}

    static Picture picture(BufferedImage image) {
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        boolean isPlain =
                raster.getSampleModel() instanceof PixelInterleavedSampleModel
                        && raster.getDataBuffer() instanceof DataBufferByte
                        && image.getColorModel().getTransferType() == 0
                        && !image.isAlphaPremultiplied()
                        && (bands == 1 ? isGrey(image) : bands >= 3);
        return isPlain ? plain(raster) : converted(image);
    }

    private static boolean isGrey(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_BYTE_GRAY;
    }

    private static Picture plain(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        PixelInterleavedSampleModel model = (PixelInterleavedSampleModel) raster.getSampleModel();
        byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
        int[] offsets = model.getBandOffsets();
        int bands = offsets.length;
        int step = model.getPixelStride();
        int begin = raster.getDataBuffer().getOffset();
        int[] argb = new int[width * height];
        Rows.each(
                height,
                y -> {
                    int at = begin + y * model.getScanlineStride();
                    for (int i = y * width; i < (y + 1) * width; i++) {
                        int red = data[at + offsets[0]] & 0xff;
                        int green = bands == 1 ? red : data[at + offsets[1]] & 0xff;
                        int blue = bands == 1 ? red : data[at + offsets[2]] & 0xff;
                        int alpha = bands == 4 ? data[at + offsets[3]] & 0xff : 0xff;
                        argb[i] = alpha << 24 | red << 16 | green << 8 | blue;
                        at += step;
                    }
                });
        return new Picture(width, height, argb);
    }

    private static Picture converted(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = new int[width * height];
        Rows.each(height, y -> image.getRGB(0, y, width, 1, argb, y * width, width));
        return new Picture(width, height, argb);
    }
}
