package parley.http;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes failures for the log so that no text inside them can pass for a line of its own.
final class LogText {
    private LogText() {}

    /// The failure, its stack and its causes.
    static String of(Throwable failure) {
        StringBuilder out = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        @Nullable Throwable current = failure;
        while (current != null && seen.add(current)) {
            out.append(out.isEmpty() ? "" : "\n  caused by ").append(oneLine(current.toString()));
            for (StackTraceElement frame : current.getStackTrace()) {
                out.append("\n    at ").append(frame);
            }
            current = current.getCause();
        }
        return out.toString();
    }

    /// The text with its control characters escaped.
    static String oneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
