package parley.export;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/// What the end of a ZIP file says of its table of contents, which is read whole when the file is
/// opened. PKWARE's APPNOTE, 4.3.14 to 4.3.16.
///
/// @param entries how many files it lists
/// @param bytes how long it is
record ZipTail(long entries, long bytes) {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LENGTH = 56;

    /// Empty if it does not end as a ZIP file does.
    static Optional<ZipTail> read(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, in.length() - END_LENGTH - LONGEST_COMMENT);
            ByteBuffer tail = bytes(in, start, (int) (in.length() - start));
            for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    return Optional.of(tail(in, tail, at, start + at));
                }
            }
            return Optional.empty();
        }
    }

    private static ZipTail tail(RandomAccessFile in, ByteBuffer tail, int at, long position)
            throws IOException {
        ZipTail small =
                new ZipTail(
                        Short.toUnsignedLong(tail.getShort(at + 10)),
                        Integer.toUnsignedLong(tail.getInt(at + 12)));
        if (position < LOCATOR_LENGTH) {
            return small;
        }
        ByteBuffer locator = bytes(in, position - LOCATOR_LENGTH, LOCATOR_LENGTH);
        long large = locator.getLong(8);
        if (locator.getInt(0) != LOCATOR || large < 0 || large > in.length() - END_64_LENGTH) {
            return small;
        }
        ByteBuffer end = bytes(in, large, END_64_LENGTH);
        return end.getInt(0) == END_64 ? new ZipTail(end.getLong(32), end.getLong(40)) : small;
    }

    private static ByteBuffer bytes(RandomAccessFile in, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.seek(from);
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
