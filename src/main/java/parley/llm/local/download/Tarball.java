package parley.llm.local.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Takes the files of one folder out of a package (`.tgz` in the POSIX form). Nothing in it is run;
/// links and everything that lies deeper are left out, so nothing can land elsewhere.
final class Tarball {
    private static final int BLOCK = 512;
    private static final int NAME_BYTES = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_BYTES = 12;
    private static final int TYPE_AT = 156;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX_BYTES = 155;
    private static final long LARGEST_FILE = 1L << 30;

    private Tarball() {}

    /// @param folder within the package, with a slash at its end
    /// @return how many files there were
    static int unpack(Path tarball, String folder, Path target) throws IOException {
        int count = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(tarball), 1 << 16)) {
            byte[] header = in.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                long size = size(header);
                String name = name(header);
                boolean wanted =
                        isFile(header)
                                && name.startsWith(folder)
                                && ModelReference.isGood(name.substring(folder.length()));
                if (wanted) {
                    copy(in, size, target.resolve(name.substring(folder.length())));
                    count++;
                } else {
                    in.skipNBytes(size);
                }
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                header = in.readNBytes(BLOCK);
            }
        }
        return count;
    }

    private static void copy(InputStream in, long size, Path target) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(target)) {
            long left = size;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("The package is cut off");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private static boolean isFile(byte[] header) {
        return header[TYPE_AT] == '0' || header[TYPE_AT] == 0;
    }

    private static String name(byte[] header) {
        String prefix = text(header, PREFIX_AT, PREFIX_BYTES);
        String name = text(header, 0, NAME_BYTES);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static long size(byte[] header) throws IOException {
        String digits = text(header, SIZE_AT, SIZE_BYTES).strip();
        if (!digits.matches("[0-7]{1,11}")) {
            throw new IOException("The package is damaged");
        }
        long size = Long.parseLong(digits, 8);
        if (size > LARGEST_FILE) {
            throw new IOException("The package has a file of impossible size");
        }
        return size;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }
}
