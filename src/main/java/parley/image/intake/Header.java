package parley.image.intake;

import parley.image.pixel.Size;

/// What a file says of itself, before any pixel is read.
///
/// @param size as its pixels lie in the file, not yet upright
/// @param orientation as [Orientation] has it
/// @param profile its ICC profile; empty for none
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record Header(Size size, Orientation orientation, byte[] profile) {
    private static final byte[] NONE = {};

    static Header of(long width, long height) throws DamagedFileException {
        return new Header(size(width, height), Orientation.UPRIGHT, NONE);
    }

    static Header of(long width, long height, Orientation orientation, byte[] profile)
            throws DamagedFileException {
        return new Header(size(width, height), orientation, profile);
    }

    private static Size size(long width, long height) throws DamagedFileException {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new DamagedFileException(
                    "says that it is %d × %d pixels large".formatted(width, height));
        }
        return new Size((int) width, (int) height);
    }
}
