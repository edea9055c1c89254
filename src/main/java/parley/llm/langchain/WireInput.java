package parley.llm.langchain;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The receiving side of a connection. Small, since ten thousand may be open at once.
final class WireInput {
    private static final int BUFFER = 2048;

    private final InputStream network;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    WireInput(InputStream network) {
        this.network = network;
    }

    /// Gives what is there; waits for the network only if nothing is.
    ///
    /// @return how many bytes, or -1 at the end
    int read(byte[] target, int offset, int length) throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /// A line of the protocol, without its end.
    ///
    /// @throws EOFException if the connection ended before the line did
    /// @throws ProtocolException if the line is longer than `longest` bytes
    String line(int longest) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            line.append(new String(buffer, start, position - start, StandardCharsets.ISO_8859_1));
            if (line.length() > longest) {
                throw new ProtocolException("A line is longer than " + longest + " bytes.");
            }
            if (position < limit) {
                position++;
                return withoutCarriageReturn(line);
            }
            if (!fill()) {
                throw new EOFException("The connection ended inside a line.");
            }
        }
    }

    private static String withoutCarriageReturn(StringBuilder line) {
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return line.toString();
    }

    /// Whether exactly these bytes have arrived and nothing after them.
    boolean holdsOnly(byte[] expected) {
        return Arrays.equals(buffer, position, limit, expected, 0, expected.length);
    }

    boolean isEmpty() {
        return position == limit;
    }

    /// Forgets what has arrived and was not read.
    void clear() {
        position = limit;
    }

    private boolean fill() throws IOException {
        ParserBuffers.release();
        position = 0;
        limit = Math.max(0, network.read(buffer, 0, buffer.length));
        return limit > 0;
    }
}
