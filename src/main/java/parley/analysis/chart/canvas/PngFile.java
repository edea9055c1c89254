package parley.analysis.chart.canvas;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SequencedSet;
import java.util.zip.Deflater;
import parley.png.PngChunks;

/// Writes PNG files: with the resolution (`pHYs`), which ImageIO leaves out, with a title and a
/// description, with a palette, since charts have few colours, and with nothing that differs from
/// one time to the next.
///
/// @param pixels `0xRRGGBB`, row by row
/// @param drawn the colours that were drawn with, the background first
@SuppressWarnings("ArrayRecordComponent") // They are compared nowhere.
record PngFile(int width, int height, int[] pixels, SequencedSet<Integer> drawn) {
    private static final double METRES_PER_INCH = 0.0254;
    private static final byte WITH_PALETTE = 3;
    private static final byte FILTER_NONE = 0;
    private static final byte FILTER_UP = 2;

    byte[] write(int dotsPerInch, String title, String description, int effort) {
        PixelColours colours = PixelColours.of(pixels, drawn);
        return PngChunks.begin(width, height, WITH_PALETTE, 1 << 19)
                .add("pHYs", resolution(dotsPerInch))
                .add("iTXt", text("Title", title))
                .add("iTXt", text("Description", description))
                .add("PLTE", colours.palette())
                .add("IDAT", compressed(colours, effort))
                .end();
    }

    private static byte[] resolution(int dotsPerInch) {
        int perMetre = (int) Math.round(dotsPerInch / METRES_PER_INCH);
        return ByteBuffer.allocate(9).putInt(perMetre).putInt(perMetre).put((byte) 1).array();
    }

    /// Keyword, not compressed, no language, UTF-8.
    private static byte[] text(String keyword, String text) {
        return (keyword + "\0\0\0\0\0" + Typeface.description(text))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] compressed(PixelColours colours, int effort) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 19);
        byte[] row = new byte[width + 1];
        byte[] same = new byte[width + 1];
        same[0] = FILTER_UP;
        byte[] buffer = new byte[1 << 16];
        try (Deflater deflater = new Deflater(effort)) {
            for (int y = 0; y < height; y++) {
                if (y > 0 && isLikeTheOneAbove(y)) {
                    deflater.setInput(same);
                } else {
                    row[0] = FILTER_NONE;
                    colours.indices(pixels, y * width, width, row, 1);
                    deflater.setInput(row);
                }
                drain(deflater, buffer, out);
            }
            deflater.finish();
            drain(deflater, buffer, out);
        }
        return out.toByteArray();
    }

    private boolean isLikeTheOneAbove(int y) {
        return Arrays.equals(
                pixels, y * width, (y + 1) * width, pixels, (y - 1) * width, y * width);
    }

    private static void drain(Deflater deflater, byte[] buffer, ByteArrayOutputStream out) {
        int count = deflater.deflate(buffer);
        while (count > 0) {
            out.write(buffer, 0, count);
            count = deflater.deflate(buffer);
        }
    }
}
