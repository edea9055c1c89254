package parley.image.intent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.intent.learned.FoldedText;

/// Mends slips of the pen: a word that nobody knows becomes the one that it is a slip of, if there
/// is exactly one. Short words are only mended where two of their letters changed places.
final class Mending {
    private static final Pattern WORD = Pattern.compile("[\\p{L}]{3,}");
    private static final int ONE_SLIP = 5;
    private static final int TWO_SLIPS = 8;

    private final Set<String> wanted;
    private final Set<String> known;
    private final Map<Integer, List<String>> byLength = new HashMap<>();

    /// @param wanted the words that slips are mended to, folded
    /// @param known other words, which are no slips
    Mending(Set<String> wanted, Set<String> known) {
        this.wanted = wanted;
        this.known = known;
        wanted.stream()
                .sorted()
                .forEach(word ->
                        byLength.merge(
                                word.length(),
                                List.of(word),
                                (some, more) -> {
                                    List<String> all = new java.util.ArrayList<>(some);
                                    all.addAll(more);
                                    return all;
                                }));
    }

    /// The same text where there is nothing to mend.
    ///
    /// @param most how many words are looked at: what a picture is to show is not mended
    String mended(String text, int most) {
        Matcher words = WORD.matcher(text);
        StringBuilder mended = new StringBuilder();
        int seen = 0;
        while (words.find()) {
            String word = words.group();
            Optional<String> better =
                    seen++ < most ? better(FoldedText.of(word)) : Optional.empty();
            words.appendReplacement(mended, Matcher.quoteReplacement(better.orElse(word)));
        }
        return words.appendTail(mended).toString();
    }

    private Optional<String> better(String word) {
        if (wanted.contains(word) || known.contains(word)) {
            return Optional.empty();
        }
        int length = word.length();
        int slips = length >= TWO_SLIPS ? 2 : 1;
        for (int allowed = 1; allowed <= slips; allowed++) {
            String found = null;
            int count = 0;
            for (int near = length - allowed; near <= length + allowed; near++) {
                for (String each : byLength.getOrDefault(near, List.of())) {
                    if (isNear(word, each, allowed)) {
                        count++;
                        found = each;
                    }
                }
            }
            if (count > 0) {
                return count == 1 ? Optional.ofNullable(found) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isNear(String word, String other, int allowed) {
        if (word.length() < ONE_SLIP) {
            return word.length() == other.length() && changesPlaces(word, other);
        }
        return word.charAt(0) == other.charAt(0)
                ? distance(word, other) <= allowed
                : changesPlaces(word, other);
    }

    /// Whether two neighbours changed places, and nothing else.
    private static boolean changesPlaces(String word, String other) {
        if (word.length() != other.length()) {
            return false;
        }
        int at = 0;
        while (at < word.length() && word.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at + 1 < word.length()
                && word.charAt(at) == other.charAt(at + 1)
                && word.charAt(at + 1) == other.charAt(at)
                && word.substring(at + 2).equals(other.substring(at + 2));
    }

    /// The number of letters put in, left out, changed, or swapped with their neighbour (Damerau
    /// 1964, in the form that changes nothing twice).
    static int distance(String word, String other) {
        int[][] cost = new int[word.length() + 1][other.length() + 1];
        for (int i = 0; i <= word.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, word, other, i, j);
            }
        }
        return cost[word.length()][other.length()];
    }

    private static int step(int[][] cost, String word, String other, int i, int j) {
        boolean same = word.charAt(i - 1) == other.charAt(j - 1);
        int least =
                Math.min(
                        cost[i - 1][j - 1] + (same ? 0 : 1),
                        1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && word.charAt(i - 1) == other.charAt(j - 2)
                        && word.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
