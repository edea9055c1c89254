package parley.llm.local.child;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Makes text of the bytes of tokens: holds back a character until its last byte is there, and what
/// may be the beginning of a stop text until that is clear.
final class AnswerText {
    private static final int LONGEST_CHARACTER = 4;

    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private boolean stopped;

    AnswerText(List<String> stops) {
        this.stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
    }

    /// @return what can be said now; may be empty
    String add(byte[] piece) {
        held.append(decode(piece, false));
        int stop = firstStop();
        if (stop >= 0) {
            stopped = true;
            held.setLength(stop);
            return take(stop);
        }
        return take(held.length() - beginningOfStop());
    }

    /// Whether a stop text has come.
    boolean isStopped() {
        return stopped;
    }

    /// @return what was held back
    String end() {
        if (!stopped) {
            held.append(decode(new byte[0], true));
        }
        return take(held.length());
    }

    private String take(int count) {
        String text = held.substring(0, count);
        held.delete(0, count);
        return text;
    }

    private CharBuffer decode(byte[] piece, boolean last) {
        ByteBuffer bytes = ByteBuffer.allocate(rest.remaining() + piece.length);
        bytes.put(rest).put(piece).flip();
        CharBuffer text = CharBuffer.allocate(bytes.remaining() + LONGEST_CHARACTER);
        decoder.decode(bytes, text, last);
        if (last) {
            decoder.flush(text);
        }
        rest = bytes;
        return text.flip();
    }

    private int firstStop() {
        return stops.stream().mapToInt(held::indexOf).filter(index -> index >= 0).min().orElse(-1);
    }

    /// The length of the longest end of the text with which a stop text begins.
    private int beginningOfStop() {
        int longest = 0;
        for (String stop : stops) {
            for (int length = Math.min(stop.length() - 1, held.length());
                    length > longest;
                    length--) {
                if (held.substring(held.length() - length).equals(stop.substring(0, length))) {
                    longest = length;
                }
            }
        }
        return longest;
    }
}
