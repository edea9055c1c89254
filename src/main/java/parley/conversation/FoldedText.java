package parley.conversation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A text as searches compare it: in lower case and without accents, with the way back to the
/// places of the original. Both databases fold by the same rule.
///
/// @param folded the text as it is compared
/// @param origins for each unit of it, and for its end, the place in the original, in UTF-16 units
@SuppressWarnings("ArrayRecordComponent") // They are compared nowhere.
public record FoldedText(String folded, int[] origins) {
    /// A part of the original, in UTF-16 units; `to` is the first unit behind it.
    public record Range(int from, int to) {}

    /// The text as it is compared.
    public static String fold(String text) {
        return isPlain(text) ? text.toLowerCase(Locale.ROOT) : of(text).folded;
    }

    public static FoldedText of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] origins = new int[text.length() + 1];
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            String piece = fold(letter);
            origins = withRoom(origins, folded.length() + piece.length());
            for (int unit = 0; unit < piece.length(); unit++) {
                origins[folded.length() + unit] = at;
            }
            folded.append(piece);
            at += Character.charCount(letter);
        }
        origins[folded.length()] = text.length();
        return new FoldedText(folded.toString(), origins);
    }

    /// Where the folded words occur, in order and without overlaps.
    public List<Range> find(List<String> words) {
        List<Range> ranges = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            int length = longestAt(at, words);
            if (length > 0) {
                ranges.add(new Range(origins[at], origins[wholeLetter(at + length)]));
            }
            at += Math.max(1, length);
        }
        return ranges;
    }

    /// Where the next letter of the original begins: one letter may fold to several.
    private int wholeLetter(int end) {
        int whole = end;
        while (whole < folded.length() && origins[whole] == origins[whole - 1]) {
            whole++;
        }
        return whole;
    }

    public boolean holdsAll(List<String> words) {
        return words.stream().allMatch(folded::contains);
    }

    private int longestAt(int at, List<String> words) {
        return words.stream()
                .filter(word -> folded.startsWith(word, at))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String fold(int letter) {
        if (letter < 128) {
            return Character.toString(Character.toLowerCase(letter));
        }
        StringBuilder piece = new StringBuilder();
        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> !isAccent(part))
                .map(Character::toLowerCase)
                .forEach(piece::appendCodePoint);
        return piece.toString();
    }

    /// The block of combining diacritical marks.
    private static boolean isAccent(int part) {
        return part >= 0x0300 && part <= 0x036f;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(unit -> unit < 128);
    }

    private static int[] withRoom(int[] origins, int last) {
        return last < origins.length ? origins : Arrays.copyOf(origins, 2 * last + 1);
    }
}
