package parley.llm.langchain;

import dev.langchain4j.http.client.sse.CancellationUnsupportedHandle;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads server-sent events and hands each one on in the moment its last byte is there. Beside
/// LangChain4j's own parser it bounds a line, ends at the end mark, and lets failures out.
final class EventParser implements ServerSentEventParser {
    static final int LONGEST_EVENT = 1 << 20;

    private static final int BLOCK = 1024;
    private static final String END_MARK = "[DONE]";
    private static final String DATA = "data:";
    private static final String EVENT = "event:";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// An event that holds its data only while it is handled: LangChain4j keeps every event until
    /// the answer ends, which is a megabyte for a long answer.
    private static final class PassingEvent extends ServerSentEvent {
        private String data;

        PassingEvent(@Nullable String event, String data) {
            super(event, "");
            this.data = data;
        }

        @Override
        public String data() {
            return data;
        }

        void forget() {
            data = "";
        }
    }

    /// One stream that is being read.
    private static final class Stream {
        private final ServerSentEventListener listener;
        private final StreamState state = StreamState.current();
        private final ServerSentEventContext context =
                new ServerSentEventContext(new CancellationUnsupportedHandle());
        private final StringBuilder data = new StringBuilder();
        private byte[] line = new byte[512];
        private int length;
        private @Nullable String event;
        private boolean first = true;
        private boolean afterCarriageReturn;

        Stream(ServerSentEventListener listener) {
            this.listener = listener;
        }

        void read(InputStream body) throws IOException {
            byte[] block = new byte[BLOCK];
            int count = body.read(block, 0, BLOCK);
            while (count >= 0) {
                for (int i = 0; i < count && !state.isOver(); i++) {
                    take(block[i]);
                }
                if (state.isOver()) {
                    return;
                }
                count = body.read(block, 0, BLOCK);
            }
            end();
        }

        private void take(byte next) throws ProtocolException {
            boolean secondOfTwo = afterCarriageReturn && next == '\n';
            afterCarriageReturn = next == '\r';
            if (secondOfTwo) {
                return;
            }
            if (next == '\n' || next == '\r') {
                takeLine();
                return;
            }
            if (length == line.length) {
                requireRoom(length + 1);
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = next;
        }

        /// Servers that forget the last line's end are common, those that cut it off too; the end
        /// mark tells which it is.
        private void end() throws ProtocolException {
            String rest = lineText();
            if (rest.startsWith(DATA) && rest.substring(DATA.length()).strip().equals(END_MARK)) {
                takeLine();
            }
            dispatch();
        }

        private void takeLine() throws ProtocolException {
            String text = lineText();
            length = 0;
            if (text.isEmpty()) {
                dispatch();
            } else if (text.startsWith(DATA)) {
                requireRoom(data.length() + text.length());
                data.append(data.isEmpty() ? "" : "\n").append(value(text, DATA));
            } else if (text.startsWith(EVENT)) {
                event = value(text, EVENT);
            }
        }

        private String lineText() {
            String text = new String(line, 0, length, StandardCharsets.UTF_8);
            boolean marked = first && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            first = false;
            return marked ? text.substring(1) : text;
        }

        private static String value(String text, String field) {
            int start = field.length();
            boolean spaced = text.length() > start && text.charAt(start) == ' ';
            return text.substring(spaced ? start + 1 : start);
        }

        private void dispatch() {
            String name = event;
            event = null;
            if (data.isEmpty()) {
                return;
            }
            PassingEvent passing = new PassingEvent(name, data.toString());
            data.setLength(0);
            if (passing.data().strip().equals(END_MARK)) {
                state.seeEndMark();
                return;
            }
            listener.onEvent(passing, context);
            passing.forget();
        }

        private static void requireRoom(int size) throws ProtocolException {
            if (size > LONGEST_EVENT) {
                throw new ProtocolException("An event is longer than " + LONGEST_EVENT + " bytes.");
            }
        }
    }

    /// @throws UncheckedIOException if the stream broke, or holds an event of more than a megabyte
    @Override
    public void parse(InputStream body, ServerSentEventListener listener) {
        try {
            new Stream(listener).read(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
