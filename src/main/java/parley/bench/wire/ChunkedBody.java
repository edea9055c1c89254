package parley.bench.wire;

import java.io.IOException;
import java.net.ProtocolException;

/// Takes the chunked transfer coding off a body (RFC 9112, section 7.1).
final class ChunkedBody {
    private static final long LARGEST_CHUNK = 1L << 40;

    private enum Part {
        SIZE,
        REST_OF_SIZE_LINE,
        DATA,
        AFTER_DATA,
        TRAILER,
        COMPLETE
    }

    private Part part = Part.SIZE;
    private long size;
    private int digits;
    private int trailerLine;

    void begin() {
        part = Part.SIZE;
        size = 0;
        digits = 0;
        trailerLine = 0;
    }

    boolean isComplete() {
        return part == Part.COMPLETE;
    }

    /// @return where it stopped: at `to`, or behind the end of the body
    int read(byte[] bytes, int from, int to, MessageListener listener) throws IOException {
        int at = from;
        while (at < to && part != Part.COMPLETE) {
            if (part == Part.DATA) {
                at = readData(bytes, at, to, listener);
            } else {
                readFraming(bytes[at++]);
            }
        }
        return at;
    }

    private int readData(byte[] bytes, int from, int to, MessageListener listener)
            throws IOException {
        int end = (int) Math.min(to, from + size);
        listener.body(bytes, from, end);
        size -= end - from;
        if (size == 0) {
            part = Part.AFTER_DATA;
        }
        return end;
    }

    private void readFraming(byte next) throws ProtocolException {
        switch (part) {
            case SIZE -> readSize(next);
            case REST_OF_SIZE_LINE -> {
                if (next == '\n') {
                    part = size == 0 ? Part.TRAILER : Part.DATA;
                }
            }
            case AFTER_DATA -> readAfterData(next);
            case TRAILER -> readTrailer(next);
            case DATA, COMPLETE -> throw new IllegalStateException("This is no framing.");
        }
    }

    private void readSize(byte next) throws ProtocolException {
        int digit = Character.digit(next, 16);
        if (digit >= 0) {
            size = size * 16 + digit;
            digits++;
            if (size > LARGEST_CHUNK) {
                throw new ProtocolException("A chunk is too large.");
            }
            return;
        }
        if (digits == 0) {
            throw new ProtocolException("A chunk begins without its size.");
        }
        part = Part.REST_OF_SIZE_LINE;
        readFraming(next);
    }

    private void readAfterData(byte next) throws ProtocolException {
        if (next == '\n') {
            begin();
        } else if (next != '\r') {
            throw new ProtocolException("A chunk is longer than its size.");
        }
    }

    private void readTrailer(byte next) {
        if (next == '\n') {
            if (trailerLine == 0) {
                part = Part.COMPLETE;
            }
            trailerLine = 0;
        } else if (next != '\r') {
            trailerLine++;
        }
    }
}
