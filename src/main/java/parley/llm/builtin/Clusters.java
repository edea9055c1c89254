package parley.llm.builtin;

import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Grapheme clusters of a text: what readers take for one character. Asks the JDK's break iterator
/// only where characters that join others are near; between all others there is a border anyway.
final class Clusters {
    private static final int MOST_CODE_POINTS = 32;

    private final String text;
    private @Nullable BreakIterator iterator;

    Clusters(String text) {
        this.text = text;
    }

    /// The end of the cluster that begins at `start`.
    int end(int start) {
        int next = start + 1;
        if (next >= text.length()) {
            return text.length();
        }
        if (isPlain(text.charAt(start)) && isPlain(text.charAt(next))) {
            return text.charAt(start) == '\r' && text.charAt(next) == '\n' ? next + 1 : next;
        }
        return Math.min(iterator().following(start), cap(start));
    }

    private int cap(int start) {
        int index = start;
        for (int taken = 0; taken < MOST_CODE_POINTS && index < text.length(); taken++) {
            index += Character.charCount(text.codePointAt(index));
        }
        return index;
    }

    private BreakIterator iterator() {
        BreakIterator known = iterator;
        if (known == null) {
            known = BreakIterator.getCharacterInstance(Locale.ROOT);
            known.setText(text);
            iterator = known;
        }
        return known;
    }

    /// Whether two such characters beside each other are never one cluster, CR LF apart.
    private static boolean isPlain(char unit) {
        return unit < 0x300
                || (unit >= 0x370 && unit < 0x483)
                || (unit >= 0x2010 && unit < 0x2030)
                || (unit >= 0x3041 && unit < 0x3097)
                || (unit >= 0x30a1 && unit < 0x30fb)
                || (unit >= 0x4e00 && unit < 0xa000);
    }
}
