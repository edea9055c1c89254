package parley.document.extract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The names in a ZIP file, from its directory (PKWARE's APPNOTE, 4.3.12 and 4.3.16): nothing is
/// unpacked.
final class ZipNames {
    private static final int END_RECORD = 0x06054b50;
    private static final int END_RECORD_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int MOST_ENTRIES = 100_000;

    private ZipNames() {}

    static boolean contains(byte[] content, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int end = endRecord(bytes);
        if (end < 0) {
            return false;
        }
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        long at = Integer.toUnsignedLong(bytes.getInt(end + 16));
        for (int entry = 0; entry < MOST_ENTRIES; entry++) {
            if (at + ENTRY_SIZE > content.length || bytes.getInt((int) at) != ENTRY) {
                return false;
            }
            int length = Short.toUnsignedInt(bytes.getShort((int) at + 28));
            int start = (int) at + ENTRY_SIZE;
            if (length == wanted.length
                    && start + length <= content.length
                    && ByteBuffer.wrap(content, start, length).equals(ByteBuffer.wrap(wanted))) {
                return true;
            }
            at +=
                    ENTRY_SIZE
                            + length
                            + Short.toUnsignedInt(bytes.getShort((int) at + 30))
                            + Short.toUnsignedInt(bytes.getShort((int) at + 32));
        }
        return false;
    }

    private static int endRecord(ByteBuffer bytes) {
        int last = bytes.capacity() - END_RECORD_SIZE;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END_RECORD) {
                return at;
            }
        }
        return -1;
    }
}
