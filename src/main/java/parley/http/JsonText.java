package parley.http;

/// Writes text as a JSON string where a whole JSON writer would be too much: in each piece of a
/// stream.
public final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /// Appends the text in quotation marks, escaped.
    public static StringBuilder append(StringBuilder out, String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i);
                escape(out, c);
                written = i + 1;
            }
        }
        return out.append(text, written, text.length()).append('"');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
        }
    }
}
