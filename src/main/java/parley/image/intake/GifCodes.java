package parley.image.intake;

/// Unpacks the indices of a GIF picture: LZW with codes that grow to 12 bits (GIF89a, appendix F).
final class GifCodes {
    private static final int MOST_BITS = 12;
    private static final int MOST_CODES = 1 << MOST_BITS;
    private static final int NONE = -1;

    private final byte[] packed;
    private final int rootBits;
    private final int clear;
    private final short[] before = new short[MOST_CODES];
    private final byte[] last = new byte[MOST_CODES];
    private final byte[] text = new byte[MOST_CODES + 1];

    /// What of [#text] was not given out yet; it lies there backwards.
    private int waiting;

    private int at;
    private int bits;
    private int held;
    private int width;
    private int next;
    private int previous = NONE;
    private byte first;

    GifCodes(int rootBits, byte[] packed) throws DamagedFileException {
        if (rootBits < 1 || rootBits > 11) {
            throw new DamagedFileException(
                    "is damaged: its codes have %d bits".formatted(rootBits));
        }
        this.packed = packed;
        this.rootBits = rootBits;
        this.clear = 1 << rootBits;
        for (int i = 0; i < clear; i++) {
            last[i] = (byte) i;
        }
        reset();
    }

    private void reset() {
        width = rootBits + 1;
        next = clear + 2;
        previous = NONE;
    }

    void fill(byte[] row) throws DamagedFileException {
        for (int x = 0; x < row.length; x++) {
            while (waiting == 0) {
                unpack();
            }
            waiting--;
            row[x] = text[waiting];
        }
    }

    private void unpack() throws DamagedFileException {
        int code = code();
        if (code == clear) {
            reset();
            return;
        }
        if (code == clear + 1) {
            throw truncated();
        }
        if (code > next || (previous == NONE && code > clear)) {
            throw new DamagedFileException("is damaged: a code stands for nothing");
        }
        int rest = code;
        if (code == next) {
            text[waiting++] = first;
            rest = previous;
        }
        while (rest > clear) {
            text[waiting++] = last[rest];
            rest = before[rest];
        }
        first = last[rest];
        text[waiting++] = first;
        if (previous != NONE && next < MOST_CODES) {
            before[next] = (short) previous;
            last[next] = first;
            next++;
            if (next == 1 << width && width < MOST_BITS) {
                width++;
            }
        }
        previous = code;
    }

    private int code() throws DamagedFileException {
        while (bits < width) {
            if (at == packed.length) {
                throw truncated();
            }
            held |= (packed[at] & 0xff) << bits;
            at++;
            bits += 8;
        }
        int code = held & (1 << width) - 1;
        held >>>= width;
        bits -= width;
        return code;
    }

    private static DamagedFileException truncated() {
        return new DamagedFileException("is cut off: it ends before its last pixel");
    }
}
