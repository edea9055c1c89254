package parley.image.intake;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import parley.image.pixel.Picture;

/// Turns the colours of an ICC profile into sRGB. A profile that is broken, or is for other
/// channels, changes nothing.
final class ColourProfile {
    private static final ColourProfile NONE = new ColourProfile(null, 0);
    private static final int SMALLEST = 128;

    private final @Nullable ColorConvertOp conversion;
    private final int channels;

    private ColourProfile(@Nullable ColorConvertOp conversion, int channels) {
        this.conversion = conversion;
        this.channels = channels;
    }

    /// For red, green and blue.
    static ColourProfile ofColours(byte[] profile) {
        return of(profile, ColorSpace.TYPE_RGB, 3);
    }

    /// For cyan, magenta, yellow and black.
    static ColourProfile ofInks(byte[] profile) {
        return of(profile, ColorSpace.TYPE_CMYK, 4);
    }

    private static ColourProfile of(byte[] profile, int type, int channels) {
        if (profile.length < SMALLEST || isSrgb(profile)) {
            return NONE;
        }
        try {
            ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
            if (space.getType() != type
                    || space.getNumComponents() != channels
                    || space.isCS_sRGB()) {
                return NONE;
            }
            ColourProfile made =
                    new ColourProfile(
                            new ColorConvertOp(
                                    space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null),
                            channels);
            // Only a conversion shows whether the profile has all that it needs.
            return made.row(new byte[channels], 1, new int[1], 0) ? made : NONE;
        } catch (IllegalArgumentException | CMMException | ProfileDataException e) {
            return NONE;
        }
    }

    /// Most profiles are this one: there is nothing to be done.
    private static boolean isSrgb(byte[] profile) {
        return new String(profile, StandardCharsets.ISO_8859_1).contains("sRGB IEC61966-2.1");
    }

    /// @param from one row, its channels beside one another
    /// @return false if it cannot be done, and nothing was
    boolean row(byte[] from, int width, int[] argb, int at) {
        if (conversion == null) {
            return false;
        }
        WritableRaster source =
                Raster.createInterleavedRaster(
                        new DataBufferByte(from, from.length),
                        width,
                        1,
                        channels * width,
                        channels,
                        channels == 3 ? new int[] {0, 1, 2} : new int[] {0, 1, 2, 3},
                        null);
        WritableRaster target =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
        try {
            conversion.filter(source, target);
        } catch (IllegalArgumentException | CMMException | ProfileDataException e) {
            return false;
        }
        byte[] made = ((DataBufferByte) target.getDataBuffer()).getData();
        for (int x = 0; x < width; x++) {
            argb[at + x] =
                    0xff000000
                            | (made[3 * x] & 0xff) << 16
                            | (made[3 * x + 1] & 0xff) << 8
                            | (made[3 * x + 2] & 0xff);
        }
        return true;
    }

    /// The picture in sRGB.
    Picture toSrgb(Picture picture) throws InterruptedException {
        if (conversion == null) {
            return picture;
        }
        int width = picture.width();
        int[] argb = new int[picture.argb().length];
        byte[] row = new byte[3 * width];
        for (int y = 0; y < picture.height(); y++) {
            FormReader.requireWanted();
            for (int x = 0; x < width; x++) {
                int pixel = picture.at(x, y);
                row[3 * x] = (byte) (pixel >> 16);
                row[3 * x + 1] = (byte) (pixel >> 8);
                row[3 * x + 2] = (byte) pixel;
            }
            if (!row(row, width, argb, y * width)) {
                return picture;
            }
            for (int x = 0; x < width; x++) {
                argb[y * width + x] =
                        (argb[y * width + x] & 0xffffff) | (picture.at(x, y) & 0xff000000);
            }
        }
        return new Picture(width, picture.height(), argb);
    }
}
