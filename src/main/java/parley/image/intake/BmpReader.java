package parley.image.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

/// Reads BMP files (Windows' device-independent bitmaps, all headers from OS/2's to version 5): a
/// palette, 16, 24 and 32 bits, bit fields, run lengths, from below or from above.
final class BmpReader implements FormReader {
    private static final int HEAD = 14;
    private static final int CORE = 12;
    private static final int INFO = 40;
    private static final int LARGEST_HEADER = 124;
    private static final int RGB = 0;
    private static final int RLE8 = 1;
    private static final int RLE4 = 2;
    private static final int FIELDS = 3;
    private static final int ALPHA_FIELDS = 6;

    /// @param fromTop whether its first row is the highest
    /// @param masks red, green, blue, alpha
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Layout(
            Size size,
            boolean fromTop,
            int depth,
            int compression,
            int pixels,
            int palette,
            int paletteEntry,
            int[] masks) {
        int colours() {
            return Math.clamp((pixels - palette) / paletteEntry, 0, 1 << Math.min(depth, 8));
        }
    }

    @Override
    public Header header(byte[] file) throws DamagedFileException {
        Layout layout = layout(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
        return Header.of(layout.size().width(), layout.size().height());
    }

    private static Layout layout(ByteBuffer data) throws DamagedFileException {
        int header = data.getInt(HEAD);
        boolean isCore = header == CORE;
        if (!isCore && (header < INFO || header > LARGEST_HEADER)) {
            throw new DamagedFileException("is a BMP of a kind that is not read");
        }
        long width = isCore ? data.getShort(HEAD + 4) & 0xffff : data.getInt(HEAD + 4);
        long height = isCore ? data.getShort(HEAD + 6) & 0xffff : data.getInt(HEAD + 8);
        int depth = data.getShort(HEAD + (isCore ? 10 : 14));
        int compression = isCore ? RGB : data.getInt(HEAD + 16);
        requireKnown(depth, compression);
        boolean hasFields = compression == FIELDS || compression == ALPHA_FIELDS;
        int after = HEAD + header + (hasFields && header == INFO ? fieldBytes(compression) : 0);
        return new Layout(
                Header.of(width, Math.abs(height)).size(),
                height < 0,
                depth,
                compression,
                data.getInt(10),
                after,
                isCore ? 3 : 4,
                masks(data, header, depth, hasFields, compression == ALPHA_FIELDS));
    }

    private static int fieldBytes(int compression) {
        return compression == ALPHA_FIELDS ? 16 : 12;
    }

    private static void requireKnown(int depth, int compression) throws DamagedFileException {
        boolean known =
                switch (compression) {
                    case RGB ->
                            depth == 1
                                    || depth == 4
                                    || depth == 8
                                    || depth == 16
                                    || depth == 24
                                    || depth == 32;
                    case RLE8 -> depth == 8;
                    case RLE4 -> depth == 4;
                    case FIELDS, ALPHA_FIELDS -> depth == 16 || depth == 32;
                    default -> false;
                };
        if (!known) {
            throw new DamagedFileException("is a BMP of a kind that is not read; save it as a PNG");
        }
    }

    private static int[] masks(
            ByteBuffer data, int header, int depth, boolean hasFields, boolean alphaFollows) {
        if (!hasFields) {
            // Without fields the fourth byte of 32 bits means nothing.
            return depth == 16
                    ? new int[] {0x7c00, 0x3e0, 0x1f, 0}
                    : new int[] {0xff0000, 0xff00, 0xff, 0};
        }
        int at = HEAD + INFO;
        boolean hasAlpha = alphaFollows || header >= INFO + 16;
        return new int[] {
            data.getInt(at),
            data.getInt(at + 4),
            data.getInt(at + 8),
            hasAlpha ? data.getInt(at + 12) : 0
        };
    }

    @Override
    public Picture pixels(byte[] file) throws DamagedFileException, InterruptedException {
        ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        Layout layout = layout(data);
        if (layout.pixels() < HEAD + CORE || layout.pixels() >= file.length) {
            throw new DamagedFileException("is cut off: it ends before its first pixel");
        }
        Picture upsideDown =
                switch (layout.compression()) {
                    case RLE4, RLE8 ->
                            new BmpRuns(data, layout.pixels(), layout.depth(), layout.size())
                                    .picture(palette(data, layout));
                    default -> plain(data, layout);
                };
        return layout.fromTop()
                ? upsideDown
                : new Orientation(false, false, true).upright(upsideDown);
    }

    private static int[] palette(ByteBuffer data, Layout layout) {
        int[] palette = new int[256];
        for (int i = 0; i < palette.length; i++) {
            int at = layout.palette() + i * layout.paletteEntry();
            palette[i] =
                    0xff000000
                            | (i >= layout.colours()
                                    ? 0
                                    : (data.get(at + 2) & 0xff) << 16
                                            | (data.get(at + 1) & 0xff) << 8
                                            | (data.get(at) & 0xff));
        }
        return palette;
    }

    private static Picture plain(ByteBuffer data, Layout layout)
            throws DamagedFileException, InterruptedException {
        Size size = layout.size();
        long rowBytes = ((long) size.width() * layout.depth() + 31) / 32 * 4;
        if (layout.pixels() + rowBytes * size.height() > data.limit() + 3L) {
            throw new DamagedFileException("is cut off: it ends before its last pixel");
        }
        Picture picture = Picture.blank(size);
        int[] palette = layout.depth() <= 8 ? palette(data, layout) : new int[0];
        BmpField[] fields = BmpField.of(layout.masks());
        for (int y = 0; y < size.height(); y++) {
            FormReader.requireWanted();
            int row = Math.toIntExact(layout.pixels() + y * rowBytes);
            for (int x = 0; x < size.width(); x++) {
                picture.argb()[y * size.width() + x] =
                        switch (layout.depth()) {
                            case 1, 4, 8 -> palette[index(data, row, x, layout.depth())];
                            case 16 -> BmpField.colour(fields, data.getShort(row + 2 * x) & 0xffff);
                            case 24 ->
                                    0xff000000
                                            | (data.get(row + 3 * x + 2) & 0xff) << 16
                                            | (data.get(row + 3 * x + 1) & 0xff) << 8
                                            | (data.get(row + 3 * x) & 0xff);
                            default -> BmpField.colour(fields, data.getInt(row + 4 * x));
                        };
            }
        }
        return picture;
    }

    private static int index(ByteBuffer data, int row, int x, int depth) {
        int bit = x * depth;
        return data.get(row + (bit >> 3)) >> (8 - depth - (bit & 7)) & (1 << depth) - 1;
    }
}
