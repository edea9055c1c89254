package parley.image.intent.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the model sees of a text: its words, pairs of them, and all runs of three and four letters
/// in them, each hashed to one of [#BUCKETS] numbers ("feature hashing", Weinberger et al. 2009). A
/// misspelt word shares most of its runs with the right one.
public final class TextFeatures {
    static final int BUCKETS = 1 << 15;

    private static final int SHORTEST_RUN = 3;
    private static final int LONGEST_RUN = 4;
    private static final int MOST_WORDS = 40;

    private TextFeatures() {}

    /// The words of a folded text: letters and digits. Every number is the same word.
    public static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        for (String word : folded.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(Character.isDigit(word.charAt(0)) ? "0" : word);
            }
        }
        return words;
    }

    /// Each number at most once, in rising order.
    public static int[] of(String folded) {
        List<String> words = words(folded);
        int[] found = new int[64];
        int count = 0;
        String before = "<";
        for (String word : words) {
            String bound = "<" + word + ">";
            int runs = 2 * Math.max(0, bound.length() - SHORTEST_RUN + 1);
            if (count + runs + 2 > found.length) {
                found = Arrays.copyOf(found, 2 * (count + runs + 2));
            }
            found[count++] = bucket('w', word);
            found[count++] = bucket('p', before + " " + word);
            for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
                for (int at = 0; at + length <= bound.length(); at++) {
                    found[count++] = bucket('r', bound.substring(at, at + length));
                }
            }
            before = word;
        }
        return Arrays.stream(found, 0, count).sorted().distinct().toArray();
    }

    /// FNV-1a over the characters (Fowler, Noll, Vo), folded to the number of buckets.
    private static int bucket(char sort, String text) {
        int hash = (0x811c9dc5 ^ sort) * 0x01000193;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
    }
}
