package parley.image.intake;

import parley.image.pixel.Picture;
import parley.image.pixel.Rows;

/// How a picture lies in its file (EXIF 2.32, tag 0x0112).
///
/// @param turned whether rows and columns change places
/// @param fromRight whether, in the upright picture, the file's columns run from the right
/// @param fromBottom whether the file's rows run from the bottom
record Orientation(boolean turned, boolean fromRight, boolean fromBottom) {
    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /// @param value 1 to 8; anything else is taken to be upright
    static Orientation of(int value) {
        return switch (value) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, true, false);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, false, true);
            default -> UPRIGHT;
        };
    }

    Picture upright(Picture picture) {
        if (equals(UPRIGHT)) {
            return picture;
        }
        int width = turned ? picture.height() : picture.width();
        int height = turned ? picture.width() : picture.height();
        int[] argb = new int[width * height];
        Rows.each(
                height,
                y -> {
                    for (int x = 0; x < width; x++) {
                        int across = fromRight ? width - 1 - x : x;
                        int down = fromBottom ? height - 1 - y : y;
                        argb[y * width + x] =
                                turned ? picture.at(down, across) : picture.at(across, down);
                    }
                });
        return new Picture(width, height, argb);
    }
}
