package parley.image.intake;

/// Turns the samples of a PNG file into colours.
final class PngColours {
    private static final int OPAQUE = 0xff000000;
    private static final int NONE = -1;

    private final PngFormat format;
    private final int[] palette;

    /// The one grey that is transparent, or the one colour by its samples.
    private final int[] clear;

    PngColours(PngFormat format, byte[] palette, byte[] transparency) throws DamagedFileException {
        this.format = format;
        this.palette = format.colourType() == 3 ? colours(palette, transparency) : new int[0];
        this.clear = new int[] {NONE, NONE, NONE};
        boolean single = format.colourType() == 0 || format.colourType() == 2;
        if (single && transparency.length >= 2 * format.samples()) {
            for (int i = 0; i < format.samples(); i++) {
                clear[i] = (transparency[2 * i] & 0xff) << 8 | (transparency[2 * i + 1] & 0xff);
            }
        }
    }

    private static int[] colours(byte[] palette, byte[] transparency) throws DamagedFileException {
        if (palette.length < 3 || palette.length % 3 != 0) {
            throw new DamagedFileException("is a PNG whose palette is missing");
        }
        int[] colours = new int[palette.length / 3];
        for (int i = 0; i < colours.length; i++) {
            int alpha = i < transparency.length ? transparency[i] & 0xff : 0xff;
            colours[i] =
                    alpha << 24
                            | (palette[3 * i] & 0xff) << 16
                            | (palette[3 * i + 1] & 0xff) << 8
                            | (palette[3 * i + 2] & 0xff);
        }
        return colours;
    }

    /// @param row samples, after the number of the filter
    /// @param at where the first pixel goes, and each next one `step` further
    void row(byte[] row, int count, int[] argb, int at, int step) throws DamagedFileException {
        if (format.depth() == 8 && clear[0] == NONE) {
            bytes(row, count, argb, at, step);
            return;
        }
        int to = at;
        for (int x = 0; x < count; x++) {
            argb[to] = pixel(row, x);
            to += step;
        }
    }

    private void bytes(byte[] row, int count, int[] argb, int at, int step)
            throws DamagedFileException {
        int to = at;
        int from = 1;
        int samples = format.samples();
        for (int x = 0; x < count; x++) {
            argb[to] =
                    switch (format.colourType()) {
                        case 0 -> OPAQUE | (row[from] & 0xff) * 0x010101;
                        case 2 -> OPAQUE | colour(row, from);
                        case 3 -> ofPalette(row[from] & 0xff);
                        case 4 -> (row[from + 1] & 0xff) << 24 | (row[from] & 0xff) * 0x010101;
                        default -> (row[from + 3] & 0xff) << 24 | colour(row, from);
                    };
            to += step;
            from += samples;
        }
    }

    private static int colour(byte[] row, int from) {
        return (row[from] & 0xff) << 16 | (row[from + 1] & 0xff) << 8 | (row[from + 2] & 0xff);
    }

    private int pixel(byte[] row, int x) throws DamagedFileException {
        int first = sample(row, x * format.samples());
        return switch (format.colourType()) {
            case 0 -> (first == clear[0] ? 0 : OPAQUE) | level(first) * 0x010101;
            case 3 -> ofPalette(first);
            case 4 -> level(sample(row, 2 * x + 1)) << 24 | level(first) * 0x010101;
            default -> {
                int samples = format.samples();
                int green = sample(row, x * samples + 1);
                int blue = sample(row, x * samples + 2);
                boolean isClear = first == clear[0] && green == clear[1] && blue == clear[2];
                int alpha = samples == 4 ? level(sample(row, 4 * x + 3)) : isClear ? 0 : 0xff;
                yield alpha << 24 | level(first) << 16 | level(green) << 8 | level(blue);
            }
        };
    }

    private int ofPalette(int index) throws DamagedFileException {
        if (index >= palette.length) {
            throw new DamagedFileException("is damaged: a colour is not in its palette");
        }
        return palette[index];
    }

    private int sample(byte[] row, int index) {
        return switch (format.depth()) {
            case 16 -> (row[1 + 2 * index] & 0xff) << 8 | (row[2 + 2 * index] & 0xff);
            case 8 -> row[1 + index] & 0xff;
            default -> {
                int bit = index * format.depth();
                int shift = 8 - format.depth() - (bit & 7);
                yield row[1 + (bit >> 3)] >> shift & (1 << format.depth()) - 1;
            }
        };
    }

    /// A sample as 8 bits, rounded.
    private int level(int sample) {
        int most = (1 << format.depth()) - 1;
        return (int) ((sample * 255L * 2 + most) / (2L * most));
    }
}
