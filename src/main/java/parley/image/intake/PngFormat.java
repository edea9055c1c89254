package parley.image.intake;

import parley.image.pixel.Size;

/// How a PNG file holds its pixels.
///
/// @param depth bits a sample
/// @param colourType 0 grey, 2 colours, 3 palette, 4 grey and alpha, 6 colours and alpha
record PngFormat(Size size, int depth, int colourType, boolean interlaced) {
    /// The depths that a colour type may have, one bit each.
    private static int depths(int colourType) {
        return switch (colourType) {
            case 0 -> 1 | 2 | 4 | 8 | 16;
            case 3 -> 1 | 2 | 4 | 8;
            case 2, 4, 6 -> 8 | 16;
            default -> 0;
        };
    }

    static PngFormat of(Size size, int depth, int colourType, int methods, int interlace)
            throws DamagedFileException {
        boolean known =
                Integer.bitCount(depth) == 1
                        && (depths(colourType) & depth) == depth
                        && methods == 0
                        && (interlace & ~1) == 0;
        if (!known) {
            throw new DamagedFileException("is a PNG of a kind that does not exist");
        }
        return new PngFormat(size, depth, colourType, interlace == 1);
    }

    boolean isGrey() {
        return colourType == 0 || colourType == 4;
    }

    int samples() {
        return switch (colourType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    int rowBytes(int across) {
        return Math.toIntExact(((long) across * samples() * depth + 7) / 8);
    }

    /// How far back the same sample of the pixel before is, for filters.
    int pixelBytes() {
        return Math.max(1, samples() * depth / 8);
    }
}
