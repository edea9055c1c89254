package parley.bench.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Finds the events in a body of server-sent events, whatever pieces its bytes arrive in. Keeps the
/// beginning of one line, nothing else: thousands of streams fit into little memory.
public final class EventScanner {
    private static final byte[] DATA = ascii("data:");
    private static final byte[] DONE = ascii("[DONE]");
    private static final byte[] FAILURE = ascii("{\"error\"");
    private static final byte[] COMPLETE = ascii("{\"status\":\"complete\"");
    private static final List<byte[]> FAILURE_EVENTS =
            List.of(ascii("event: error"), ascii("event:error"), ascii("event: response.failed"));

    /// How streams end that have no end mark: OpenAI's responses and Anthropic's messages.
    private static final List<byte[]> END_EVENTS =
            List.of(ascii("event: response.completed"), ascii("event: message_stop"));

    /// How the server's own streams end, well or not.
    private static final byte[] OWN_END_EVENT = ascii("event: end");

    private static final int LONGEST_OF_INTEREST = 32;

    private final EventListener listener;
    private final byte[] line = new byte[LONGEST_OF_INTEREST];
    private int lineLength;
    private boolean afterReturn;
    private boolean hasData;
    private boolean ownEnd;
    private long dataBytes;
    private EventListener.Kind kind = EventListener.Kind.DATA;

    public EventScanner(EventListener listener) {
        this.listener = listener;
    }

    /// Takes the next bytes.
    public void scan(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte next = bytes[at];
            boolean secondHalf = next == '\n' && afterReturn;
            afterReturn = next == '\r';
            if (secondHalf) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                endOfLine();
                continue;
            }
            if (lineLength < line.length) {
                line[lineLength] = next;
            }
            lineLength++;
        }
    }

    private void endOfLine() {
        if (lineLength == 0) {
            endOfEvent();
        } else if (has(DATA, 0)) {
            data();
        } else {
            name();
        }
        lineLength = 0;
    }

    private void name() {
        if (FAILURE_EVENTS.stream().anyMatch(this::isLine)) {
            kind = EventListener.Kind.FAILURE;
        } else if (END_EVENTS.stream().anyMatch(this::isLine)) {
            kind = EventListener.Kind.DONE;
        } else if (isLine(OWN_END_EVENT)) {
            ownEnd = true;
        }
    }

    private boolean isLine(byte[] text) {
        return is(text, 0);
    }

    private void data() {
        int begin = DATA.length;
        if (lineLength > begin && line[begin] == ' ') {
            begin++;
        }
        if (hasData) {
            // A second line, joined to the first by a newline: `[DONE]` before it was text.
            dataBytes++;
            kind = kind == EventListener.Kind.DONE ? EventListener.Kind.DATA : kind;
        } else if (ownEnd) {
            kind = has(COMPLETE, begin) ? EventListener.Kind.DONE : EventListener.Kind.FAILURE;
        } else if (is(DONE, begin)) {
            kind = EventListener.Kind.DONE;
        } else if (has(FAILURE, begin)) {
            kind = EventListener.Kind.FAILURE;
        }
        hasData = true;
        dataBytes += lineLength - begin;
    }

    private void endOfEvent() {
        if (hasData) {
            listener.event(kind, dataBytes);
        }
        hasData = false;
        dataBytes = 0;
        ownEnd = false;
        kind = EventListener.Kind.DATA;
    }

    /// Whether the line consists of this from a place on.
    private boolean is(byte[] text, int from) {
        return lineLength == from + text.length && has(text, from);
    }

    /// Whether the line goes on like this at a place.
    private boolean has(byte[] text, int from) {
        if (lineLength < from + text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (line[from + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
