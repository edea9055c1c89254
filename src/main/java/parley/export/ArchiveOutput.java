package parley.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An archive that is written while it is sent. Its last entry, the manifest, lists all others with
/// their lengths and SHA-256, since these are known only then.
public final class ArchiveOutput {
    private final ZipOutputStream zip;
    private final ArrayNode entries = JsonMapper.shared().createArrayNode();

    ArchiveOutput(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /// Writes the bytes of an entry. The stream is not to be closed.
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    /// Adds an entry.
    ///
    /// @param name with `/` between folders
    public void add(String name, Writer writer) throws IOException, InterruptedException {
        add(name, Deflater.DEFAULT_COMPRESSION, writer);
    }

    /// Adds an entry that is compressed already.
    public void addPacked(String name, Writer writer) throws IOException, InterruptedException {
        add(name, Deflater.NO_COMPRESSION, writer);
    }

    private void add(String name, int level, Writer writer)
            throws IOException, InterruptedException {
        zip.setLevel(level);
        zip.putNextEntry(new ZipEntry(name));
        Measured measured = new Measured(zip);
        writer.write(measured);
        zip.closeEntry();
        entries.addObject()
                .put("name", name)
                .put("bytes", measured.count)
                .put("sha256", HexFormat.of().formatHex(measured.digest.digest()));
    }

    /// Adds the manifest, and ends.
    ///
    /// @param about what else the manifest says
    void finish(ObjectNode about) throws IOException {
        about.set("entries", entries);
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        zip.putNextEntry(new ZipEntry(ArchiveInput.MANIFEST));
        zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(about));
        zip.closeEntry();
        zip.finish();
    }

    /// Counts and digests what goes through; keeps the stream behind it open.
    private static final class Measured extends FilterOutputStream {
        private final MessageDigest digest = ArchiveInput.sha256();
        private long count;

        Measured(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            digest.update(bytes, from, length);
            count += length;
        }

        @Override
        public void flush() {
            // What is written waits until there is enough of it to be sent.
        }

        @Override
        public void close() {
            // The archive goes on.
        }
    }
}
