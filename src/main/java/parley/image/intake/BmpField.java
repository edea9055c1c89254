package parley.image.intake;

/// One channel of a pixel of a BMP: some neighbouring bits.
record BmpField(int shift, long most) {
    private static final BmpField NONE = new BmpField(0, 0);

    /// @param masks red, green, blue, alpha
    static BmpField[] of(int[] masks) {
        BmpField[] fields = new BmpField[masks.length];
        for (int i = 0; i < masks.length; i++) {
            int shift = Integer.numberOfTrailingZeros(masks[i]);
            fields[i] = masks[i] == 0 ? NONE : new BmpField(shift, masks[i] >>> shift);
        }
        return fields;
    }

    static int colour(BmpField[] fields, int pixel) {
        int alpha = fields[3].most == 0 ? 0xff : fields[3].level(pixel);
        return alpha << 24
                | fields[0].level(pixel) << 16
                | fields[1].level(pixel) << 8
                | fields[2].level(pixel);
    }

    /// As 8 bits, rounded.
    private int level(int pixel) {
        return most == 0 ? 0 : (int) (((pixel >>> shift & most) * 510 + most) / (2 * most));
    }
}
