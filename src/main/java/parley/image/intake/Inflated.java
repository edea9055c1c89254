package parley.image.intake;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks what may be a bomb.
final class Inflated {
    /// Profiles of printers have up to some 2 MB.
    private static final int LARGEST_PROFILE = 4 << 20;

    private static final byte[] NONE = {};

    private Inflated() {}

    /// The profile in an `iCCP` chunk: a name, a zero, the method, and the packed profile. Empty if
    /// it cannot be unpacked, or is too large: a broken profile is no reason to refuse a picture.
    static byte[] profile(byte[] chunk) {
        int end = 0;
        while (end < chunk.length && chunk[end] != 0) {
            end++;
        }
        if (end + 2 > chunk.length) {
            return NONE;
        }
        byte[] profile = new byte[LARGEST_PROFILE];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(chunk, end + 2, chunk.length - end - 2);
            int length = 0;
            int count = inflater.inflate(profile);
            while (count > 0) {
                length += count;
                count = inflater.inflate(profile, length, profile.length - length);
            }
            return inflater.finished() ? Arrays.copyOf(profile, length) : NONE;
        } catch (DataFormatException e) {
            return NONE;
        }
    }
}
