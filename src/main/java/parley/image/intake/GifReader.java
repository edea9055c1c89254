package parley.image.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import parley.image.pixel.Picture;

/// Reads the first picture of GIF files (GIF89a), on the canvas that the file says it has.
final class GifReader implements FormReader {
    private static final int HEAD = 13;
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2c;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int HAS_PALETTE = 0x80;
    private static final int INTERLACED = 0x40;
    private static final int NONE = -1;

    /// Where a file's first picture is.
    ///
    /// @param at its description
    /// @param clear the index that is transparent, or -1
    private record Frame(int at, int clear) {}

    /// First row and step of the passes of an interlaced picture.
    private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

    @Override
    public Header header(byte[] file) throws DamagedFileException {
        ByteBuffer data = data(file);
        int frame = first(data).at();
        int width = number(data, 6);
        int height = number(data, 8);
        // A canvas of no size is that of its picture.
        return Header.of(
                width > 0 ? width : number(data, frame + 5),
                height > 0 ? height : number(data, frame + 7));
    }

    private static ByteBuffer data(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int number(ByteBuffer data, int at) {
        return data.getShort(at) & 0xffff;
    }

    private static int paletteBytes(int flags) {
        return (flags & HAS_PALETTE) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static Frame first(ByteBuffer data) throws DamagedFileException {
        int at = HEAD + paletteBytes(data.get(10));
        int clear = NONE;
        while (true) {
            int kind = data.get(at) & 0xff;
            if (kind == PICTURE) {
                return new Frame(at, clear);
            }
            if (kind != EXTENSION) {
                throw new DamagedFileException("is a GIF without a picture");
            }
            if ((data.get(at + 1) & 0xff) == GRAPHIC_CONTROL && data.get(at + 2) == 4) {
                clear = (data.get(at + 3) & 1) == 1 ? data.get(at + 6) & 0xff : NONE;
            }
            at = afterBlocks(data, at + 2);
        }
    }

    private static int afterBlocks(ByteBuffer data, int begin) {
        int at = begin;
        while (data.get(at) != 0) {
            at += 1 + (data.get(at) & 0xff);
        }
        return at + 1;
    }

    @Override
    public Picture pixels(byte[] file) throws DamagedFileException, InterruptedException {
        ByteBuffer data = data(file);
        Frame frame = first(data);
        int at = frame.at();
        int left = number(data, at + 1);
        int top = number(data, at + 3);
        int width = number(data, at + 5);
        int height = number(data, at + 7);
        int flags = data.get(at + 9);
        int colours = at + 10;
        int[] palette =
                (flags & HAS_PALETTE) == 0
                        ? palette(data, HEAD, paletteBytes(data.get(10)), frame.clear())
                        : palette(data, colours, paletteBytes(flags), frame.clear());
        int begin = colours + paletteBytes(flags);
        Picture canvas = Picture.blank(header(file).size());
        GifCodes codes = new GifCodes(data.get(begin), blocks(file, begin + 1));
        byte[] row = new byte[width];
        for (int pass = 0; pass < ((flags & INTERLACED) == 0 ? 1 : PASSES.length); pass++) {
            int step = (flags & INTERLACED) == 0 ? 1 : PASSES[pass][1];
            for (int y = step == 1 ? 0 : PASSES[pass][0]; y < height; y += step) {
                FormReader.requireWanted();
                codes.fill(row);
                put(row, canvas, left, top + y, palette);
            }
        }
        return canvas;
    }

    private static void put(byte[] row, Picture canvas, int left, int y, int[] palette) {
        if (y >= canvas.height()) {
            return;
        }
        int count = Math.min(row.length, canvas.width() - left);
        for (int x = 0; x < count; x++) {
            canvas.argb()[y * canvas.width() + left + x] = palette[row[x] & 0xff];
        }
    }

    /// 256 colours: those that are not in the file are black.
    private static int[] palette(ByteBuffer data, int at, int bytes, int clear) {
        int[] palette = new int[256];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = 0xff000000;
            if (3 * i < bytes) {
                palette[i] |=
                        (data.get(at + 3 * i) & 0xff) << 16
                                | (data.get(at + 3 * i + 1) & 0xff) << 8
                                | (data.get(at + 3 * i + 2) & 0xff);
            }
        }
        if (clear != NONE) {
            palette[clear] = 0;
        }
        return palette;
    }

    /// The content of blocks, up to the empty one or the end of the file.
    private static byte[] blocks(byte[] file, int begin) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = begin;
        while (at < file.length && file[at] != 0) {
            int length = Math.min(file[at] & 0xff, file.length - at - 1);
            content.write(file, at + 1, length);
            at += 1 + length;
        }
        return content.toByteArray();
    }
}
