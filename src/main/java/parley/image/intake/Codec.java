package parley.image.intake;

import parley.image.ImageWish.FileForm;
import parley.image.pixel.Picture;

/// Between files and pictures. Safe for use by many threads.
public interface Codec {
    /// Reads a file as if it were hostile: what it is, is found by its first bytes; how large, by
    /// its header before any pixel is read. It comes upright, in sRGB, without anything but pixels.
    ///
    /// @param field what the file is called in sentences: `image`
    /// @throws parley.error.AppException (415) it is of no form that is read; (413) it has too many
    ///   bytes or pixels; (422) it is damaged, or takes too long
    Picture read(String field, byte[] file) throws InterruptedException;

    /// Reads a file that [#write] made: of any length, since what is sent as a JPEG of a few
    /// megabytes may be a PNG of fifty.
    ///
    /// @throws parley.error.AppException (422) it is damaged
    default Picture readKept(byte[] file) throws InterruptedException {
        return read("image", file);
    }

    /// Writes a file with nothing in it but pixels. A form without transparency gets white behind.
    byte[] write(Picture picture, FileForm form);
}
