package parley.llm.langchain;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// The body of a response, however its length is told. Reading gives what has arrived and waits
/// only if nothing has.
final class Body extends InputStream {
    private enum Framing {
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE
    }

    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_CHUNK_SIZE = 15;
    private static final int MOST_TRAILERS = 100;

    private final WireInput input;
    private final Framing framing;
    private long left;
    private boolean insideChunks;
    private boolean ended;

    private Body(WireInput input, Framing framing, long left) {
        this.input = input;
        this.framing = framing;
        this.left = left;
        this.ended = framing == Framing.LENGTH && left == 0;
    }

    static Body of(ResponseHead head, WireInput input) throws ProtocolException {
        if (head.status() == 204 || head.status() == 304) {
            return new Body(input, Framing.LENGTH, 0);
        }
        if (head.isChunked()) {
            return new Body(input, Framing.CHUNKED, 0);
        }
        Optional<String> length = head.header("Content-Length");
        if (length.isEmpty()) {
            return new Body(input, Framing.UNTIL_CLOSE, 0);
        }
        if (!length.get().matches("\\d{1,18}")) {
            throw new ProtocolException("The body's length is not a number.");
        }
        return new Body(input, Framing.LENGTH, Long.parseLong(length.get()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return switch (framing) {
            case UNTIL_CLOSE -> readUntilClose(target, offset, length);
            case LENGTH -> readCounted(target, offset, length);
            case CHUNKED -> readChunked(target, offset, length);
        };
    }

    /// Whether all of it was read. An end that has arrived already is taken in; nothing is waited
    /// for.
    boolean isAtEnd() {
        if (!ended && framing == Framing.CHUNKED && left == 0 && input.holdsOnly(LAST_CHUNK)) {
            ended = true;
            input.clear();
        }
        return ended && framing != Framing.UNTIL_CLOSE;
    }

    private int readUntilClose(byte[] target, int offset, int length) throws IOException {
        return input.read(target, offset, length);
    }

    private int readCounted(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = input.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("The connection ended inside the body.");
        }
        left -= count;
        ended = framing == Framing.LENGTH && left == 0;
        return count;
    }

    private int readChunked(byte[] target, int offset, int length) throws IOException {
        if (!ended && left == 0) {
            beginChunk();
        }
        return ended ? -1 : readCounted(target, offset, length);
    }

    private void beginChunk() throws IOException {
        if (insideChunks && !input.line(LONGEST_LINE).isEmpty()) {
            throw new ProtocolException("A chunk is longer than it says.");
        }
        insideChunks = true;
        left = chunkSize(input.line(LONGEST_LINE));
        if (left == 0) {
            skipTrailers();
            ended = true;
        }
    }

    private static long chunkSize(String line) throws ProtocolException {
        int extension = line.indexOf(';');
        String size = (extension < 0 ? line : line.substring(0, extension)).strip();
        try {
            if (!size.isEmpty() && size.length() <= LONGEST_CHUNK_SIZE) {
                return HexFormat.fromHexDigitsToLong(size);
            }
        } catch (NumberFormatException e) {
            // Falls through to the one sentence for all sizes that are none.
        }
        throw new ProtocolException("A chunk has no length.");
    }

    private void skipTrailers() throws IOException {
        for (int i = 0; i < MOST_TRAILERS; i++) {
            if (input.line(LONGEST_LINE).isEmpty()) {
                return;
            }
        }
        throw new ProtocolException("The body's end does not end.");
    }
}
