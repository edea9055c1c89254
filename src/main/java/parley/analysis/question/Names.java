package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of names, and how near words are to each other.
final class Names {
    private static final Set<String> UNITS =
            Set.of(
                    "c", "f", "kg", "g", "mm", "cm", "m", "min", "mins", "minute", "hr", "hrs",
                    "sec", "second", "ms", "eur", "usd", "gbp", "pct", "percent", "celsius", "bar",
                    "kwh", "mg", "l", "id", "name", "no", "nr", "hour", "day", "code");

    private Names() {}

    /// `orderDate`, `order_date` and `Order Date` are `order`, `date`.
    static List<String> words(String name) {
        String spaced =
                name.replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", " ")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
        List<String> words = new ArrayList<>();
        for (String word : spaced.toLowerCase(Locale.ROOT).split(" ")) {
            words.add(singular(word));
        }
        return words;
    }

    /// The words without a unit at the end: `wait_minutes` is `wait`.
    static List<String> core(List<String> words) {
        return words.size() > 1 && UNITS.contains(words.getLast())
                ? words.subList(0, words.size() - 1)
                : words;
    }

    static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && word.matches(".*(ss|x|ch|sh|z)es")) {
            return word.substring(0, word.length() - 2);
        }
        if (word.length() > 3 && word.endsWith("s") && !word.matches(".*(ss|us|is)")) {
            return word.substring(0, word.length() - 1);
        }
        return word;
    }

    /// Whether one is the other with one letter more, less, other, or two swapped.
    static boolean isNear(String one, String other) {
        if (Math.min(one.length(), other.length()) < 5
                || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < Math.min(one.length(), other.length())
                && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(one.length(), other.length()) - start
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int left = one.length() - start - end;
        int right = other.length() - start - end;
        boolean swapped =
                left == 2
                        && right == 2
                        && one.charAt(start) == other.charAt(start + 1)
                        && one.charAt(start + 1) == other.charAt(start);
        return swapped || Math.max(left, right) <= 1;
    }
}
