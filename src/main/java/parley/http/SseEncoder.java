package parley.http;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Writes server-sent events (WHATWG HTML, 9.2.5). The only place where text becomes lines of an
/// event stream, so no text can forge an event.
public final class SseEncoder {
    private SseEncoder() {}

    /// @param event the event's name, without line breaks; null for none
    public static byte[] event(OptionalLong id, @Nullable String event, String data) {
        StringBuilder out = new StringBuilder(data.length() + 32);
        if (id.isPresent()) {
            out.append("id: ").append(id.getAsLong()).append('\n');
        }
        if (event != null) {
            if (event.indexOf('\n') >= 0 || event.indexOf('\r') >= 0) {
                throw new IllegalArgumentException("The name of an event is one line");
            }
            out.append("event: ").append(event).append('\n');
        }
        appendLines(out, "data: ", data);
        return bytes(out.append('\n'));
    }

    static byte[] comment(String text) {
        StringBuilder out = new StringBuilder(text.length() + 4);
        appendLines(out, ": ", text);
        return bytes(out.append('\n'));
    }

    private static void appendLines(StringBuilder out, String prefix, String text) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                out.append(prefix).append(text, start, i).append('\n');
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        out.append(prefix).append(text, start, text.length()).append('\n');
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
