package parley.image.intake;

import java.util.Arrays;

/// Writes numbers of any width up to 32 bits, the lowest bit first.
final class BitWriter {
    private byte[] bytes;
    private int count;
    private long held;
    private int bits;

    BitWriter(int expected) {
        bytes = new byte[Math.max(64, expected)];
    }

    void write(int value, int width) {
        held |= (value & 0xffffffffL) << bits;
        bits += width;
        while (bits >= 8) {
            put();
            bits -= 8;
        }
    }

    private void put() {
        if (count == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length + (bytes.length >> 1));
        }
        bytes[count] = (byte) held;
        count++;
        held >>>= 8;
    }

    /// What was written; the last byte is filled up with zeros.
    byte[] toBytes() {
        if (bits > 0) {
            put();
            bits = 0;
        }
        return Arrays.copyOf(bytes, count);
    }
}
