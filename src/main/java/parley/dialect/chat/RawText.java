package parley.dialect.chat;

import java.util.ArrayList;
import java.util.List;

/// Cuts the text of one answer into the data of raw events. A client that joins them has the text,
/// with `\r\n` and `\r` as `\n`, and meets the end mark only at the end. One object for each
/// stream.
final class RawText {
    static final String END_MARK = "[DONE]";

    private boolean endedInCarriageReturn;

    /// The events of the next piece; none if it adds nothing to what was sent.
    List<String> events(String piece) {
        if (piece.isEmpty()) {
            return List.of();
        }
        // A carriage return at the end of the last piece went out as a newline: a line feed that
        // belongs to it would be a second one.
        boolean secondHalf = endedInCarriageReturn && piece.startsWith("\n");
        endedInCarriageReturn = piece.endsWith("\r");
        String text = Newlines.unify(secondHalf ? piece.substring(1) : piece);
        return text.isEmpty() ? List.of() : cutEndMarks(text);
    }

    /// Cuts wherever a line of the text would look like the end mark to a client that strips lines.
    private static List<String> cutEndMarks(String text) {
        if (!text.contains(END_MARK)) {
            return List.of(text);
        }
        List<String> events = new ArrayList<>();
        int begin = 0;
        int lineBegin = 0;
        for (String line : text.split("\n", -1)) {
            if (WhiteSpace.removeFrom(line).equals(END_MARK)) {
                int cut = lineBegin + line.lastIndexOf(']');
                events.add(text.substring(begin, cut));
                begin = cut;
            }
            lineBegin += line.length() + 1;
        }
        events.add(text.substring(begin));
        return events;
    }
}
