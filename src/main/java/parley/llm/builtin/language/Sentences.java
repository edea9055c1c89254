package parley.llm.builtin.language;

import java.util.ArrayList;
import java.util.List;

/// Takes texts apart into sentences. Knows abbreviations, initials, decimals, dates, closing
/// quotes, lists and headings; treats a single line break inside a paragraph as a space.
public final class Sentences {
    // No writer's sentence is that long: text without full stops is cut at a space instead.
    private static final int LONGEST = 1_500;
    // A run of marks is looked at no further, so that a million dots cost a million steps.
    private static final int LONGEST_TAIL = 16;
    private static final String ENDS = ".!?…。！？";
    private static final String IDEOGRAPHIC_ENDS = "。！？";
    private static final String CLOSERS = "\"'”’»)]*_`」』";

    private final String text;
    private final int most;
    private final List<String> found = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();

    private Sentences(String text, int most) {
        this.text = text;
        this.most = most;
    }

    /// The sentences in order, each on one line without space around it.
    public static List<String> of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /// The first sentences, at most `most`.
    public static List<String> of(String text, int most) {
        return new Sentences(text, most).split();
    }

    private List<String> split() {
        int index = 0;
        while (index < text.length() && found.size() < most) {
            char here = text.charAt(index);
            current.append(here == '\n' || here == '\r' || here == '\t' ? ' ' : here);
            index++;
            if (here == '\n' ? LineBreak.endsSentence(text, index) : isEnd(index - 1)) {
                index = here == '\n' ? index : withClosers(index);
                close();
            } else if (current.length() >= LONGEST && here == ' ') {
                close();
            }
        }
        close();
        return found;
    }

    private int withClosers(int start) {
        int index = start;
        while (index < text.length() && isTail(text.charAt(index))) {
            current.append(text.charAt(index));
            index++;
        }
        return index;
    }

    private static boolean isTail(char letter) {
        return ENDS.indexOf(letter) >= 0 || CLOSERS.indexOf(letter) >= 0;
    }

    private void close() {
        String sentence = Whitespace.collapse(current);
        current.setLength(0);
        if (found.size() < most && sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
            found.add(sentence);
        }
    }

    private boolean isEnd(int index) {
        char mark = text.charAt(index);
        if (ENDS.indexOf(mark) < 0) {
            return false;
        }
        if (IDEOGRAPHIC_ENDS.indexOf(mark) >= 0) {
            return true;
        }
        int next = afterTail(index + 1);
        if (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        int following = afterSpace(next);
        boolean lowerCaseFollows =
                following < text.length() && Character.isLowerCase(text.charAt(following));
        if (mark == '.') {
            return !lowerCaseFollows && !Abbreviations.isOne(text, index, following);
        }
        return !lowerCaseFollows || (mark != '…' && next == index + 1);
    }

    private int afterTail(int start) {
        int index = start;
        while (index < text.length()
                && index - start < LONGEST_TAIL
                && isTail(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private int afterSpace(int start) {
        int index = start;
        while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
            index++;
        }
        return index;
    }
}
