package parley.image.intake;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import parley.image.pixel.Picture;
import parley.image.pixel.Rows;
import parley.png.PngChunks;

/// Writes PNG files: rows filtered for what packs best, and packed in stretches on all cores, each
/// of which knows the end of the one before (as Mark Adler's pigz does it). The same picture gives
/// the same bytes on any machine.
final class PngWriter {
    private static final int GREY = 0;
    private static final int COLOURS = 2;
    private static final int COLOURS_AND_ALPHA = 6;

    /// Higher ones take several times as long for a few per cent less.
    private static final int EFFORT = 5;

    private static final int STRETCH = 1 << 19;

    /// How far back a match may be (RFC 1951).
    private static final int WINDOW = 1 << 15;

    private PngWriter() {}

    static byte[] write(Picture picture) {
        int colourType = colourType(picture);
        byte[] packed = packed(filtered(picture, colourType));
        return PngChunks.begin(picture.width(), picture.height(), colourType, packed.length + 64)
                .add("sRGB", new byte[] {0})
                .add("IDAT", packed)
                .end();
    }

    private static int colourType(Picture picture) {
        boolean grey = true;
        for (int pixel : picture.argb()) {
            if (pixel >>> 24 != 0xff) {
                return COLOURS_AND_ALPHA;
            }
            grey = grey && (pixel & 0xff) == (pixel >> 8 & 0xff) && isLike(pixel);
        }
        return grey ? GREY : COLOURS;
    }

    private static boolean isLike(int pixel) {
        return (pixel & 0xff) == (pixel >> 16 & 0xff);
    }

    private static int samples(int colourType) {
        return switch (colourType) {
            case GREY -> 1;
            case COLOURS -> 3;
            default -> 4;
        };
    }

    private static byte[] filtered(Picture picture, int colourType) {
        int step = samples(colourType);
        int rowBytes = picture.width() * step;
        byte[] filtered = new byte[Math.multiplyExact(rowBytes + 1, picture.height())];
        Rows.each(
                picture.height(),
                y -> {
                    byte[] row = new byte[rowBytes];
                    byte[] above = new byte[rowBytes];
                    samples(picture, y, step, row);
                    if (y > 0) {
                        samples(picture, y - 1, step, above);
                    }
                    PngFilters.apply(
                            row, above, step, filtered, y * (rowBytes + 1), new byte[rowBytes]);
                });
        return filtered;
    }

    private static void samples(Picture picture, int y, int step, byte[] row) {
        int at = 0;
        for (int i = y * picture.width(); i < (y + 1) * picture.width(); i++) {
            int pixel = picture.argb()[i];
            if (step > 1) {
                row[at] = (byte) (pixel >> 16);
                row[at + 1] = (byte) (pixel >> 8);
                row[at + 2] = (byte) pixel;
            } else {
                row[at] = (byte) pixel;
            }
            if (step == 4) {
                row[at + 3] = (byte) (pixel >>> 24);
            }
            at += step;
        }
    }

    private static byte[] packed(byte[] data) {
        int count = (data.length + STRETCH - 1) / STRETCH;
        List<byte[]> stretches =
                IntStream.range(0, count)
                        .parallel()
                        .mapToObj(i -> stretch(data, i * STRETCH, i == count - 1))
                        .toList();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        // A window of 32 KB, and no dictionary (RFC 1950).
        packed.write(0x78);
        packed.write(0x9c);
        stretches.forEach(packed::writeBytes);
        Adler32 check = new Adler32();
        check.update(data);
        for (int shift = 24; shift >= 0; shift -= 8) {
            packed.write((int) (check.getValue() >> shift));
        }
        return packed.toByteArray();
    }

    private static byte[] stretch(byte[] data, int begin, boolean isLast) {
        int length = Math.min(STRETCH, data.length - begin);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(length / 2 + 64);
        byte[] buffer = new byte[1 << 14];
        try (Deflater deflater = new Deflater(EFFORT, true)) {
            if (begin > 0) {
                deflater.setDictionary(data, begin - WINDOW, WINDOW);
            }
            deflater.setInput(data, begin, length);
            int flush = Deflater.SYNC_FLUSH;
            if (isLast) {
                deflater.finish();
                flush = Deflater.NO_FLUSH;
            }
            int made = deflater.deflate(buffer, 0, buffer.length, flush);
            while (made > 0) {
                packed.write(buffer, 0, made);
                made = deflater.deflate(buffer, 0, buffer.length, flush);
            }
        }
        return packed.toByteArray();
    }
}
