package parley.image.intake;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.TreeMap;
import parley.image.pixel.Size;

/// A JPEG file taken apart (ITU-T T.81, annex B), and put together again without anything that is
/// not needed for its pixels: no EXIF, no thumbnails, no profiles, no comments.
final class JpegFile {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final int LARGEST_PROFILE = 4 << 20;

    /// Each scan of a progressive file may go over the whole picture: usual are some ten.
    private static final int MOST_SCANS = 64;

    private static final long MOST_SCANNED_PIXELS = 1_000_000_000;

    /// How the colours of four components are meant (Adobe's Technical Note 5116).
    enum Inks {
        /// As they are: 255 is all of an ink.
        PLAIN,
        /// 0 is all of an ink, as Adobe's programs write it.
        INVERTED
    }

    private final byte[] file;
    private final ByteArrayOutputStream pixelsOnly = new ByteArrayOutputStream();
    private final TreeMap<Integer, byte[]> profileParts = new TreeMap<>();
    private Orientation orientation = Orientation.UPRIGHT;
    private Size size = new Size(1, 1);
    private int components;
    private int scans;
    private Inks inks = Inks.PLAIN;

    JpegFile(byte[] file) throws DamagedFileException {
        this.file = file;
        write(SOI);
        int at = 2;
        int marker = SOI;
        while (marker != EOI) {
            marker = marker(at);
            at = at(at) + 2;
            if (marker == EOI) {
                write(EOI);
            } else if (marker == SOS) {
                at = scan(at);
            } else if (!isAlone(marker)) {
                int length = number(at);
                if (length < 2 || at + length > file.length) {
                    throw cutOff();
                }
                segment(marker, at + 2, length - 2);
                at += length;
            }
        }
        if (scans == 0) {
            throw new DamagedFileException("is a JPEG without pixels");
        }
    }

    /// Where the next marker begins: bytes of 255 may stand before it.
    private int at(int begin) {
        int at = begin;
        while (at + 1 < file.length && (file[at + 1] & 0xff) == 0xff) {
            at++;
        }
        return at;
    }

    private int marker(int begin) throws DamagedFileException {
        int at = at(begin);
        if (at + 1 >= file.length) {
            throw cutOff();
        }
        if ((file[at] & 0xff) != 0xff) {
            throw new DamagedFileException("is damaged: a part of it has no beginning");
        }
        return file[at + 1] & 0xff;
    }

    private static boolean isAlone(int marker) {
        return marker == 1 || (marker >= 0xd0 && marker <= SOI);
    }

    private int number(int at) throws DamagedFileException {
        if (at + 1 >= file.length) {
            throw cutOff();
        }
        return (file[at] & 0xff) << 8 | (file[at + 1] & 0xff);
    }

    private void segment(int marker, int begin, int length) throws DamagedFileException {
        if (marker == APP1 && has(begin, length, "Exif\0\0")) {
            orientation = Exif.orientation(Arrays.copyOfRange(file, begin + 6, begin + length));
        } else if (marker == APP2 && has(begin, length, "ICC_PROFILE\0") && length > 14) {
            profileParts.putIfAbsent(
                    file[begin + 12] & 0xff, Arrays.copyOfRange(file, begin + 14, begin + length));
        } else if (marker == APP0 && has(begin, length, "JFIF\0") && length >= 14) {
            byte[] withoutThumbnail = Arrays.copyOfRange(file, begin, begin + 14);
            withoutThumbnail[12] = 0;
            withoutThumbnail[13] = 0;
            keep(marker, withoutThumbnail);
        } else if (marker == APP14 && has(begin, length, "Adobe") && length >= 12) {
            inks = Inks.INVERTED;
            keep(marker, Arrays.copyOfRange(file, begin, begin + 12));
        } else if (isFrame(marker)) {
            frame(marker, begin, length);
            keep(marker, Arrays.copyOfRange(file, begin, begin + length));
        } else if ((marker < APP0 || marker > APP15) && marker != COMMENT) {
            keep(marker, Arrays.copyOfRange(file, begin, begin + length));
        }
    }

    private boolean has(int begin, int length, String mark) {
        for (int i = 0; i < mark.length(); i++) {
            if (i >= length || file[begin + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void keep(int marker, byte[] content) {
        write(marker);
        pixelsOnly.write((content.length + 2) >> 8);
        pixelsOnly.write(content.length + 2);
        pixelsOnly.writeBytes(content);
    }

    private void write(int marker) {
        pixelsOnly.write(0xff);
        pixelsOnly.write(marker);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    private void frame(int marker, int begin, int length) throws DamagedFileException {
        if (marker > 0xc2) {
            throw new DamagedFileException("is a JPEG of a rare kind; save it as an ordinary JPEG");
        }
        if (components > 0) {
            throw new DamagedFileException("is damaged: it says twice how large it is");
        }
        if (length < 6 || file[begin] != 8) {
            throw new DamagedFileException("is a JPEG that has not 8 bits a channel");
        }
        size = Header.of(number(begin + 3), number(begin + 1)).size();
        components = file[begin + 5] & 0xff;
        if ((components != 1 && components != 3 && components != 4)
                || length != 6 + 3 * components) {
            throw new DamagedFileException("is a JPEG with %d channels".formatted(components));
        }
    }

    /// Copies a scan up to the next marker that is none of its own.
    private int scan(int begin) throws DamagedFileException {
        scans++;
        if (components == 0) {
            throw new DamagedFileException("is damaged: its pixels come before its size");
        }
        if (scans > MOST_SCANS || scans * size.pixels() > MOST_SCANNED_PIXELS) {
            throw new DamagedFileException(
                    "is a JPEG with too many passes; save it as an ordinary JPEG");
        }
        int at = begin + number(begin);
        while (at + 1 < file.length && !isEndOfScan(at)) {
            at++;
        }
        if (at + 1 >= file.length) {
            throw cutOff();
        }
        write(SOS);
        pixelsOnly.write(file, begin, at - begin);
        return at;
    }

    private boolean isEndOfScan(int at) {
        int next = file[at + 1] & 0xff;
        boolean isPartOfIt = next == 0 || next == 0xff || (next >= 0xd0 && next <= 0xd7);
        return (file[at] & 0xff) == 0xff && !isPartOfIt;
    }

    private static DamagedFileException cutOff() {
        return new DamagedFileException("is cut off: it ends before its last pixel");
    }

    Header header() throws DamagedFileException {
        return Header.of(
                size.width(), size.height(), orientation, isColoured() ? profile() : none());
    }

    private boolean isColoured() {
        return components == 3;
    }

    private static byte[] none() {
        return new byte[0];
    }

    /// The profile, whose parts may come in any order; empty if there is none.
    byte[] profile() {
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        profileParts.values().forEach(profile::writeBytes);
        return profile.size() > LARGEST_PROFILE ? none() : profile.toByteArray();
    }

    int components() {
        return components;
    }

    Inks inks() {
        return inks;
    }

    /// The file without anything but its pixels.
    byte[] pixelsOnly() {
        return pixelsOnly.toByteArray();
    }
}
