package parley.bench.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Takes HTTP/1.1 messages apart, one after another, whatever pieces their bytes arrive in.
public final class MessageReader {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int USUAL_HEAD = 512;

    private enum Part {
        HEAD,
        COUNTED_BODY,
        CHUNKED_BODY,
        BODY_UNTIL_CLOSE
    }

    private final boolean responses;
    private final MessageListener listener;
    private final ChunkedBody chunks = new ChunkedBody();
    private Part part = Part.HEAD;
    private byte[] head = new byte[USUAL_HEAD];
    private int headLength;
    private long bodyLeft;

    private MessageReader(boolean responses, MessageListener listener) {
        this.responses = responses;
        this.listener = listener;
    }

    public static MessageReader ofResponses(MessageListener listener) {
        return new MessageReader(true, listener);
    }

    public static MessageReader ofRequests(MessageListener listener) {
        return new MessageReader(false, listener);
    }

    /// Takes the next bytes.
    ///
    /// @throws ProtocolException if they are not HTTP/1.1
    public void read(byte[] bytes, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            at =
                    switch (part) {
                        case HEAD -> readHead(bytes, at, to);
                        case COUNTED_BODY -> readCounted(bytes, at, to);
                        case CHUNKED_BODY -> readChunked(bytes, at, to);
                        case BODY_UNTIL_CLOSE -> {
                            listener.body(bytes, at, to);
                            yield to;
                        }
                    };
        }
    }

    /// The other side closed.
    ///
    /// @throws ProtocolException if that cuts a message
    public void endOfInput() throws IOException {
        if (part == Part.BODY_UNTIL_CLOSE) {
            finish();
            return;
        }
        if (part != Part.HEAD || headLength > 0) {
            throw new ProtocolException("The connection was closed within a message.");
        }
    }

    private int readHead(byte[] bytes, int from, int to) throws IOException {
        for (int at = from; at < to; at++) {
            if (headLength == head.length) {
                growHead();
            }
            head[headLength++] = bytes[at];
            if (bytes[at] == '\n' && endsWithEmptyLine()) {
                headComplete();
                return at + 1;
            }
        }
        return to;
    }

    private void growHead() throws ProtocolException {
        if (headLength >= LONGEST_HEAD) {
            throw new ProtocolException("The head of a message is too long.");
        }
        head = Arrays.copyOf(head, head.length * 2);
    }

    private boolean endsWithEmptyLine() {
        int before = headLength - 2;
        if (before >= 0 && head[before] == '\r') {
            before--;
        }
        return before >= 0 && head[before] == '\n';
    }

    private void headComplete() throws IOException {
        Head complete = Head.parse(new String(head, 0, headLength, StandardCharsets.ISO_8859_1));
        headLength = 0;
        int status = responses ? complete.status() : 0;
        // 100 Continue and its kind announce the response, they are not it.
        if (status >= 100 && status < 200) {
            return;
        }
        listener.head(complete);
        beginBody(complete, status == 204 || status == 304);
    }

    private void beginBody(Head complete, boolean never) throws IOException {
        if (complete.isChunked()) {
            chunks.begin();
            part = Part.CHUNKED_BODY;
            return;
        }
        bodyLeft = never ? 0 : bodyLength(complete);
        if (bodyLeft == 0) {
            finish();
            return;
        }
        part = bodyLeft < 0 ? Part.BODY_UNTIL_CLOSE : Part.COUNTED_BODY;
    }

    private long bodyLength(Head complete) throws ProtocolException {
        String length = complete.field("content-length").orElse(responses ? "-1" : "0");
        try {
            return Long.parseLong(length);
        } catch (NumberFormatException e) {
            throw new ProtocolException("Content-Length is no number: " + length);
        }
    }

    private int readCounted(byte[] bytes, int from, int to) throws IOException {
        int end = (int) Math.min(to, from + bodyLeft);
        listener.body(bytes, from, end);
        bodyLeft -= end - from;
        if (bodyLeft == 0) {
            finish();
        }
        return end;
    }

    private int readChunked(byte[] bytes, int from, int to) throws IOException {
        int end = chunks.read(bytes, from, to, listener);
        if (chunks.isComplete()) {
            finish();
        }
        return end;
    }

    private void finish() throws IOException {
        part = Part.HEAD;
        listener.end();
    }
}
