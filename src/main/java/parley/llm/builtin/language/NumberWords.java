package parley.llm.builtin.language;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Small numbers, as digits or as words.
public final class NumberWords {
    private static final List<String> ENGLISH =
            List.of(
                    "zero",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen",
                    "twenty");
    private static final Map<String, Integer> OTHERS =
            Map.ofEntries(
                    Map.entry("a", 1),
                    Map.entry("an", 1),
                    Map.entry("single", 1),
                    Map.entry("couple", 2),
                    Map.entry("few", 3),
                    Map.entry("several", 3),
                    Map.entry("some", 3),
                    Map.entry("dozen", 12),
                    Map.entry("thirty", 30),
                    Map.entry("forty", 40),
                    Map.entry("fifty", 50),
                    Map.entry("hundred", 100),
                    Map.entry("thousand", 1_000),
                    Map.entry("ein", 1),
                    Map.entry("eine", 1),
                    Map.entry("einem", 1),
                    Map.entry("zwei", 2),
                    Map.entry("drei", 3),
                    Map.entry("une", 1),
                    Map.entry("deux", 2),
                    Map.entry("trois", 3),
                    Map.entry("una", 1),
                    Map.entry("dos", 2),
                    Map.entry("tres", 3));

    private NumberWords() {}

    /// The English words for 0 to 19, in that order.
    public static List<String> belowTwenty() {
        return ENGLISH.subList(0, 20);
    }

    /// The number, if it is one below a billion.
    ///
    /// @param word in lower case
    public static OptionalInt parse(String word) {
        if (!word.isEmpty() && word.length() <= 9 && word.chars().allMatch(NumberWords::isDigit)) {
            return OptionalInt.of(Integer.parseInt(word));
        }
        int number = ENGLISH.indexOf(word);
        if (number >= 0) {
            return OptionalInt.of(number);
        }
        Integer other = OTHERS.get(word);
        return other == null ? OptionalInt.empty() : OptionalInt.of(other);
    }

    private static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }
}
