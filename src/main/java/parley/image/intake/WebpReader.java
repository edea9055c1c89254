package parley.image.intake;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import parley.image.pixel.Picture;

/// Reads WebP files (RFC 9649) with a reader in Java, which takes much memory where they are lossy:
/// see [#most]. It is given the pixels alone, without profile, EXIF and XMP. Of what moves the
/// first picture counts.
final class WebpReader implements FormReader {
    private static final int RIFF_HEAD = 12;
    private static final int VP8 = chunk("VP8 ");
    private static final int VP8L = chunk("VP8L");
    private static final int VP8X = chunk("VP8X");
    private static final int ALPH = chunk("ALPH");
    private static final int ANIM = chunk("ANIM");
    private static final int ANMF = chunk("ANMF");
    private static final int ICCP = chunk("ICCP");
    private static final int EXIF = chunk("EXIF");
    private static final int ANIMATION_AND_ALPHA = 0x12;

    /// The reader allocates some 110 bytes for each pixel of a lossy picture, 14 for one of a
    /// lossless one (measured).
    private static final long MOST_LOSSY_PIXELS = 8_500_000;

    private static final int LARGEST_PROFILE = 4 << 20;

    private static int chunk(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }

    @Override
    public long most(byte[] file) throws DamagedFileException {
        Parts parts = new Parts(file);
        while (parts.next()) {
            if (parts.type == VP8L) {
                return Long.MAX_VALUE;
            }
            if (parts.type == VP8 || parts.type == ANMF) {
                return MOST_LOSSY_PIXELS;
            }
        }
        return MOST_LOSSY_PIXELS;
    }

    @Override
    public Header header(byte[] file) throws DamagedFileException {
        Parts parts = new Parts(file);
        while (parts.next()) {
            parts.note();
        }
        return parts.header();
    }

    /// Goes from chunk to chunk.
    private static final class Parts {
        private final ByteBuffer data;
        private final byte[] file;
        private int end = RIFF_HEAD;
        private int begin;
        private int type;
        private int length;
        private long width;
        private long height;
        private boolean hasPixels;
        private Orientation orientation = Orientation.UPRIGHT;
        private byte[] profile = new byte[0];

        Parts(byte[] file) {
            this.file = file;
            this.data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        }

        boolean next() throws DamagedFileException {
            // A last byte that fills up may be missing.
            if (end >= file.length) {
                return false;
            }
            if (file.length - end < 8) {
                return stray();
            }
            type = data.getInt(end);
            length = data.getInt(end + 4);
            begin = end + 8;
            if (length < 0 || length > file.length - begin) {
                return stray();
            }
            end = begin + length + (length & 1);
            return true;
        }

        /// Bytes after the pixels do no harm.
        private boolean stray() throws DamagedFileException {
            if (!hasPixels) {
                throw new DamagedFileException("is cut off: it ends before its last pixel");
            }
            end = file.length;
            return false;
        }

        void note() throws DamagedFileException {
            if (type == VP8X) {
                width = 1L + (data.getInt(begin + 4) & 0xffffff);
                height = 1L + (data.getInt(begin + 6) >>> 8);
            } else if (type == VP8 || type == VP8L) {
                pixels();
            } else if (type == ANMF) {
                hasPixels = true;
            } else if (type == EXIF) {
                byte[] exif = Arrays.copyOfRange(file, begin, begin + length);
                boolean marked = length > 6 && exif[0] == 'E' && exif[4] == 0;
                orientation = Exif.orientation(marked ? Arrays.copyOfRange(exif, 6, length) : exif);
            } else if (type == ICCP && length <= LARGEST_PROFILE) {
                profile = Arrays.copyOfRange(file, begin, begin + length);
            }
        }

        private void pixels() throws DamagedFileException {
            hasPixels = true;
            long ownWidth;
            long ownHeight;
            if (type == VP8L) {
                int sizes = data.getInt(begin + 1);
                ownWidth = 1L + (sizes & 0x3fff);
                ownHeight = 1L + (sizes >>> 14 & 0x3fff);
            } else {
                ownWidth = data.getShort(begin + 6) & 0x3fff;
                ownHeight = data.getShort(begin + 8) & 0x3fff;
            }
            if (width > 0 && (width != ownWidth || height != ownHeight)) {
                throw new DamagedFileException("is damaged: it says two sizes");
            }
            width = ownWidth;
            height = ownHeight;
        }

        Header header() throws DamagedFileException {
            if (!hasPixels) {
                throw new DamagedFileException("is a WebP without pixels");
            }
            return Header.of(width, height, orientation, profile);
        }
    }

    @Override
    public Picture pixels(byte[] file) throws DamagedFileException, InterruptedException {
        byte[] pixelsOnly = pixelsOnly(file);
        return Readers.run(
                new WebPImageReaderSpi(), pixelsOnly, reader -> Rasters.picture(reader.read(0)));
    }

    private static byte[] pixelsOnly(byte[] file) throws DamagedFileException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(file.length);
        Parts parts = new Parts(file);
        boolean done = false;
        while (!done && parts.next()) {
            parts.note();
            int type = parts.type;
            boolean isPicture = type == VP8 || type == VP8L || type == ANMF;
            if (isPicture || type == VP8X || type == ALPH || type == ANIM) {
                byte[] chunk =
                        Arrays.copyOfRange(file, parts.begin - 8, parts.begin + parts.length);
                if (type == VP8X) {
                    chunk[8] &= ANIMATION_AND_ALPHA;
                }
                chunks.writeBytes(chunk);
                if ((parts.length & 1) == 1) {
                    chunks.write(0);
                }
            }
            done = isPicture;
        }
        return ByteBuffer.allocate(RIFF_HEAD + chunks.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(file, 0, 4)
                .putInt(4 + chunks.size())
                .put(file, 8, 4)
                .put(chunks.toByteArray())
                .array();
    }
}
