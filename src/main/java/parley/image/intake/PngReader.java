package parley.image.intake;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

/// Reads PNG files (ISO/IEC 15948): every colour type, depth and transparency, interlaced or not.
/// Of what is compressed only the pixels are opened, row by row, and the colour profile up to a
/// limit; texts are stepped over.
final class PngReader implements FormReader {
    private static final int SIGNATURE = 8;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504c5445;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;
    private static final int TRNS = 0x74524e53;
    private static final int ICCP = 0x69434350;
    private static final int SRGB = 0x73524742;
    private static final int EXIF = 0x65584966;

    /// The passes of an interlaced picture: first column and row, and the steps between them.
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8},
        {4, 0, 8, 8},
        {0, 4, 4, 8},
        {2, 0, 4, 4},
        {0, 2, 2, 4},
        {1, 0, 2, 2},
        {0, 1, 1, 2}
    };

    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    /// Goes from chunk to chunk.
    private static final class Chunks {
        private final byte[] file;
        private final ByteBuffer data;
        private int at = SIGNATURE;
        private int type;
        private int begin;
        private int length;

        Chunks(byte[] file) {
            this.file = file;
            this.data = ByteBuffer.wrap(file);
        }

        /// Whether there is another one.
        boolean next() throws DamagedFileException {
            if (type == IEND || at == file.length) {
                return false;
            }
            if (file.length - at < 12) {
                throw truncated();
            }
            length = data.getInt(at);
            type = data.getInt(at + 4);
            begin = at + 8;
            if (length < 0 || length > file.length - begin - 4) {
                throw truncated();
            }
            at = begin + length + 4;
            return true;
        }

        byte[] content() {
            byte[] content = new byte[length];
            System.arraycopy(file, begin, content, 0, length);
            return content;
        }

        void requireIntact() throws DamagedFileException {
            CRC32 check = new CRC32();
            check.update(file, begin - 4, length + 4);
            if ((int) check.getValue() != data.getInt(begin + length)) {
                throw new DamagedFileException("is damaged: a checksum is wrong");
            }
        }
    }

    @Override
    public Header header(byte[] file) throws DamagedFileException {
        Chunks chunks = new Chunks(file);
        PngFormat format = format(chunks);
        byte @Nullable [] profile = null;
        Orientation orientation = Orientation.UPRIGHT;
        boolean isSrgb = false;
        while (chunks.next() && chunks.type != IDAT) {
            switch (chunks.type) {
                case ICCP -> profile = Inflated.profile(chunks.content());
                case SRGB -> isSrgb = true;
                case EXIF -> orientation = Exif.orientation(chunks.content());
                default -> {}
            }
        }
        return new Header(
                format.size(),
                orientation,
                profile == null || isSrgb || format.isGrey() ? new byte[0] : profile);
    }

    private static PngFormat format(Chunks chunks) throws DamagedFileException {
        if (!chunks.next() || chunks.type != IHDR || chunks.length != 13) {
            throw new DamagedFileException("is a PNG without a header");
        }
        chunks.requireIntact();
        ByteBuffer header = ByteBuffer.wrap(chunks.content());
        return PngFormat.of(
                Header.of(header.getInt(0) & 0xffffffffL, header.getInt(4) & 0xffffffffL).size(),
                header.get(8),
                header.get(9),
                header.get(10) | header.get(11),
                header.get(12));
    }

    @Override
    public Picture pixels(byte[] file) throws DamagedFileException, InterruptedException {
        Chunks chunks = new Chunks(file);
        PngFormat format = format(chunks);
        byte[] palette = new byte[0];
        byte[] transparency = new byte[0];
        while (chunks.next()) {
            if (chunks.type == PLTE) {
                chunks.requireIntact();
                palette = chunks.content();
            } else if (chunks.type == TRNS) {
                chunks.requireIntact();
                transparency = chunks.content();
            } else if (chunks.type == IDAT) {
                return pixels(chunks, format, new PngColours(format, palette, transparency));
            }
        }
        throw new DamagedFileException("is a PNG without pixels");
    }

    private static Picture pixels(Chunks chunks, PngFormat format, PngColours colours)
            throws DamagedFileException, InterruptedException {
        Size size = format.size();
        int[] argb = new int[Math.toIntExact(size.pixels())];
        try (Inflater inflater = new Inflater()) {
            feed(inflater, chunks);
            for (int[] pass : format.interlaced() ? ADAM7 : WHOLE) {
                int across = (size.width() - pass[0] + pass[2] - 1) / pass[2];
                int down = (size.height() - pass[1] + pass[3] - 1) / pass[3];
                if (across < 1 || down < 1) {
                    continue;
                }
                byte[] row = new byte[format.rowBytes(across) + 1];
                byte[] above = new byte[row.length];
                for (int y = 0; y < down; y++) {
                    FormReader.requireWanted();
                    fill(row, inflater, chunks);
                    PngFilters.undo(row, above, format.pixelBytes());
                    int start = (pass[1] + y * pass[3]) * size.width() + pass[0];
                    colours.row(row, across, argb, start, pass[2]);
                    byte[] done = row;
                    row = above;
                    above = done;
                }
            }
        } catch (DataFormatException e) {
            throw new DamagedFileException("is damaged: its pixels cannot be unpacked", e);
        }
        return new Picture(size.width(), size.height(), argb);
    }

    /// Unpacks the next bytes of the pixels.
    private static void fill(byte[] row, Inflater inflater, Chunks chunks)
            throws DamagedFileException, DataFormatException {
        int filled = 0;
        while (filled < row.length) {
            int count = inflater.inflate(row, filled, row.length - filled);
            filled += count;
            if (count == 0 && (inflater.finished() || inflater.needsDictionary())) {
                throw truncated();
            }
            if (count == 0) {
                if (!chunks.next() || chunks.type != IDAT) {
                    throw truncated();
                }
                feed(inflater, chunks);
            }
        }
    }

    private static void feed(Inflater inflater, Chunks chunks) throws DamagedFileException {
        chunks.requireIntact();
        inflater.setInput(chunks.file, chunks.begin, chunks.length);
    }

    private static DamagedFileException truncated() {
        return new DamagedFileException("is cut off: it ends before its last pixel");
    }
}
