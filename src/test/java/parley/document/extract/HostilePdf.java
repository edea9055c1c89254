package parley.document.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes PDF object by object, as no program would.
final class HostilePdf {
    private final List<byte[]> objects = new ArrayList<>();

    /// Adds an object; the first has number 1 and is the catalog.
    HostilePdf object(String text) {
        objects.add(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /// Adds a stream.
    HostilePdf stream(String entries, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                "<< %s /Length %d >>\nstream\n"
                        .formatted(entries, content.length)
                        .getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(content);
        bytes.writeBytes("\nendstream".getBytes(StandardCharsets.ISO_8859_1));
        objects.add(bytes.toByteArray());
        return this;
    }

    /// Adds a stream that unpacks to a piece of text repeated.
    HostilePdf packed(String entries, String piece, long times) {
        return stream("/Filter /FlateDecode " + entries, deflated(piece, times));
    }

    static byte[] deflated(String piece, long times) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] one = piece.repeat(1000).getBytes(StandardCharsets.ISO_8859_1);
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            for (long i = 0; i < times; i += 1000) {
                out.write(one);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    /// A document with one page whose content is object 4.
    static HostilePdf onePage(String resources) {
        return new HostilePdf()
                .object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                .object(
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
                                + " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont"
                                + " /Helvetica >> >> "
                                + resources
                                + " >> >>");
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1));
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.size());
            out.writeBytes((i + 1 + " 0 obj\n").getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(objects.get(i));
            out.writeBytes("\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        int table = out.size();
        StringBuilder end = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n");
        end.append("0000000000 65535 f \n");
        offsets.forEach(offset -> end.append("%010d 00000 n \n".formatted(offset)));
        end.append("trailer\n<< /Root 1 0 R /Size ").append(objects.size() + 1).append(" >>\n");
        end.append("startxref\n").append(table).append("\n%%EOF\n");
        out.writeBytes(end.toString().getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
}
