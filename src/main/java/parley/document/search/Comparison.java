package parley.document.search;

import java.util.List;
import java.util.stream.Stream;

/// Takes English words of comparison back to what they compare: biggest to big, older to old,
/// heaviest to heavy.
final class Comparison {
    private static final int SHORTEST = 5;
    private static final int SHORTEST_POSITIVE = 3;

    private Comparison() {}

    /// What a word may be a comparison of; some of it are no words.
    static List<String> positives(String word, TextLanguage language) {
        if (language != TextLanguage.ENGLISH || word.length() < SHORTEST) {
            return List.of();
        }
        if (word.endsWith("est")) {
            return of(word.substring(0, word.length() - 3));
        }
        return word.endsWith("er") ? of(word.substring(0, word.length() - 2)) : List.of();
    }

    private static List<String> of(String root) {
        if (root.length() < SHORTEST_POSITIVE) {
            return List.of();
        }
        char last = root.charAt(root.length() - 1);
        boolean doubled = last == root.charAt(root.length() - 2);
        String shorter = root.substring(0, root.length() - 1);
        return Stream.of(
                        root,
                        root + "e",
                        doubled ? shorter : root,
                        last == 'i' ? shorter + "y" : root)
                .distinct()
                .toList();
    }
}
