package parley.image.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads how a picture lies from its EXIF data (TIFF 6.0, section 2), and nothing else.
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 512;

    private Exif() {}

    /// @param tiff what follows `Exif\0\0`; what cannot be read is taken to be upright
    static Orientation orientation(byte[] tiff) {
        if (tiff.length < 8 || tiff[0] != tiff[1] || (tiff[0] != 'I' && tiff[0] != 'M')) {
            return Orientation.UPRIGHT;
        }
        ByteBuffer data =
                ByteBuffer.wrap(tiff)
                        .order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = data.getInt(4);
        if (first < 0 || first > tiff.length - 2) {
            return Orientation.UPRIGHT;
        }
        int count = Math.min(data.getShort(first) & 0xffff, MOST_ENTRIES);
        for (int i = 0; i < count; i++) {
            int entry = first + 2 + i * ENTRY;
            if (entry > tiff.length - ENTRY) {
                break;
            }
            if ((data.getShort(entry) & 0xffff) == ORIENTATION
                    && data.getShort(entry + 2) == SHORT) {
                return Orientation.of(data.getShort(entry + 8) & 0xffff);
            }
        }
        return Orientation.UPRIGHT;
    }
}
