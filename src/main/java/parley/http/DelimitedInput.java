package parley.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Bytes in parts, with a delimiter after each. The first part may be empty and begin with the
/// delimiter's second half: it is as if a line break came before everything.
final class DelimitedInput {
    private static final int CHUNK = 64 * 1024;
    private static final String HEAD = "The head of a part of the form";

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[CHUNK + 1024];
    private int from;
    private int to;
    private int toSkip;

    DelimitedInput(InputStream in, byte[] delimiter) {
        this.in = in;
        this.delimiter = delimiter;
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /// A part begins: its delimiter may come at once, after the line break that ended its head.
    void beginPart() {
        from -= 2;
        buffer[from] = '\r';
        buffer[from + 1] = '\n';
        toSkip = 2;
    }

    /// Passes over a part and its delimiter.
    void skipPart() throws IOException {
        copyPart(OutputStream.nullOutputStream());
    }

    /// @throws parley.error.AppException (413) if it is longer
    byte[] partBytes(int longest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copyPart(
                new OutputStream() {
                    @Override
                    public void write(int value) {
                        write(new byte[] {(byte) value}, 0, 1);
                    }

                    @Override
                    public void write(byte[] source, int offset, int length) {
                        if (bytes.size() + length > longest) {
                            throw MultipartReader.tooLarge(
                                    "A field of the form is longer than %d bytes."
                                            .formatted(longest));
                        }
                        bytes.write(source, offset, length);
                    }
                });
        return bytes.toByteArray();
    }

    /// Copies a part, and passes over its delimiter.
    ///
    /// @return how long the part is
    long copyPart(OutputStream out) throws IOException {
        long copied = 0;
        while (true) {
            int at = find();
            int end = at >= 0 ? at : Math.max(from, to - delimiter.length + 1);
            copied += copy(out, end);
            if (at >= 0) {
                from = at + delimiter.length;
                toSkip = 0;
                return copied;
            }
            fill();
        }
    }

    private int copy(OutputStream out, int end) throws IOException {
        // The break before the part belongs to its head.
        int skipped = Math.min(toSkip, end - from);
        int start = from + skipped;
        toSkip -= skipped;
        out.write(buffer, start, end - start);
        from = end;
        return end - start;
    }

    /// A line up to its end, without that.
    ///
    /// @throws parley.error.AppException (400) if it is no text, or there is no end
    String line(int longest) throws IOException {
        int at = from;
        while (true) {
            for (; at + 1 < to; at++) {
                if (buffer[at] == '\r' && buffer[at + 1] == '\n') {
                    String line = FormText.decode(HEAD, buffer, from, at - from);
                    from = at + 2;
                    return line;
                }
            }
            if (to - from > longest) {
                throw MultipartReader.malformed();
            }
            if (isClosing()) {
                from = to;
                return "--";
            }
            int moved = from;
            fill();
            at -= moved - from;
        }
    }

    /// The last delimiter need not be followed by the end of a line.
    private boolean isClosing() throws IOException {
        if (to - from != 2 || buffer[from] != '-' || buffer[from + 1] != '-') {
            return false;
        }
        int next = in.read();
        if (next >= 0) {
            buffer[to++] = (byte) next;
        }
        return next < 0;
    }

    void skipRest() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private int find() {
        for (int i = from; i + delimiter.length <= to; i++) {
            if (buffer[i] == '\r' && matches(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean matches(int at) {
        for (int i = 1; i < delimiter.length; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    /// @throws parley.error.AppException (400) if there is no more
    private void fill() throws IOException {
        // Two bytes stay free for the break before a part.
        System.arraycopy(buffer, from, buffer, 2, to - from);
        to = to - from + 2;
        from = 2;
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw MultipartReader.malformed();
        }
        to += read;
    }
}
