package parley.document.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Changes one entry of a ZIP file.
final class Zips {
    private Zips() {}

    /// @param piece is written that many times between the beginning and the end
    static byte[] replaced(
            byte[] zip, String name, String begin, String piece, int times, String end)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(name)) {
                    out.write(begin.getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < times; i++) {
                        out.write(piece.getBytes(StandardCharsets.UTF_8));
                    }
                    out.write(end.getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
