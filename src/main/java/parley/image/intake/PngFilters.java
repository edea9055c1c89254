package parley.image.intake;

/// The filters of PNG rows (ISO/IEC 15948, section 9). A row begins with the number of its filter.
final class PngFilters {
    private static final int NONE = 0;
    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int AVERAGE = 3;
    private static final int PAETH = 4;

    private PngFilters() {}

    /// Turns a row as it was written into samples, in place.
    ///
    /// @param above the row above, already turned; zeros for the first
    static void undo(byte[] row, byte[] above, int step) throws DamagedFileException {
        switch (row[0]) {
            case NONE -> {}
            case SUB -> {
                for (int i = 1 + step; i < row.length; i++) {
                    row[i] += row[i - step];
                }
            }
            case UP -> {
                for (int i = 1; i < row.length; i++) {
                    row[i] += above[i];
                }
            }
            case AVERAGE -> {
                for (int i = 1; i < row.length; i++) {
                    int left = i > step ? row[i - step] & 0xff : 0;
                    row[i] += (byte) ((left + (above[i] & 0xff)) >> 1);
                }
            }
            case PAETH -> {
                for (int i = 1; i < Math.min(row.length, 1 + step); i++) {
                    row[i] += above[i];
                }
                for (int i = 1 + step; i < row.length; i++) {
                    row[i] += (byte) paeth(row[i - step], above[i], above[i - step]);
                }
            }
            default -> throw new DamagedFileException("is damaged: a row has no known filter");
        }
    }

    static int paeth(byte left, byte up, byte upLeft) {
        int a = left & 0xff;
        int b = up & 0xff;
        int c = upLeft & 0xff;
        int toLeft = Math.abs(b - c);
        int toUp = Math.abs(a - c);
        int toUpLeft = Math.abs(a + b - 2 * c);
        if (toLeft <= toUp && toLeft <= toUpLeft) {
            return a;
        }
        return toUp <= toUpLeft ? b : c;
    }

    /// Writes a row with the filter whose differences are least in sum, which is the usual guess
    /// for what packs best.
    ///
    /// @param to where the number of the filter and the row go
    /// @param work as long as a row
    static void apply(byte[] row, byte[] above, int step, byte[] to, int offset, byte[] work) {
        long least = Long.MAX_VALUE;
        for (int filter = SUB; filter <= PAETH; filter++) {
            long sum = apply(filter, row, above, step, work);
            if (sum < least) {
                least = sum;
                to[offset] = (byte) filter;
                System.arraycopy(work, 0, to, offset + 1, row.length);
            }
        }
    }

    private static long apply(int filter, byte[] row, byte[] above, int step, byte[] out) {
        long sum = 0;
        for (int i = 0; i < row.length; i++) {
            byte left = i >= step ? row[i - step] : 0;
            byte upLeft = i >= step ? above[i - step] : 0;
            int guess =
                    switch (filter) {
                        case SUB -> left;
                        case UP -> above[i];
                        case AVERAGE -> ((left & 0xff) + (above[i] & 0xff)) >> 1;
                        default -> paeth(left, above[i], upLeft);
                    };
            byte difference = (byte) (row[i] - guess);
            out[i] = difference;
            sum += Math.abs(difference);
        }
        return sum;
    }
}
