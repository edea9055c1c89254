package parley.llm.builtin.calculation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.llm.builtin.language.NumberWords;

/// A number written in English words: `twenty-two`, `three hundred and five`.
///
/// @param end the index behind it
record SpelledNumber(long value, int end) {
    private static final Map<String, Integer> SMALL = small();
    private static final Map<String, Long> LARGE =
            Map.of("hundred", 100L, "thousand", 1_000L, "million", 1_000_000L);

    static Optional<SpelledNumber> at(String line, int start) {
        long sum = 0;
        long group = 0;
        int end = start;
        int index = start;
        while (index < line.length()) {
            int wordEnd = wordEnd(line, index);
            String word = line.substring(index, wordEnd);
            Integer small = SMALL.get(word);
            Long large = LARGE.get(word);
            if (small != null && canJoin(group, small)) {
                group += small;
            } else if (large != null && large == 100 && group > 0 && group < 100) {
                group *= 100;
            } else if (large != null && large > 100 && group > 0) {
                sum += group * large;
                group = 0;
            } else if (!(word.equals("and") && group % 100 == 0 && end > start)) {
                break;
            }
            end = word.equals("and") ? end : wordEnd;
            index = afterGap(line, wordEnd);
        }
        return end == start ? Optional.empty() : Optional.of(new SpelledNumber(sum + group, end));
    }

    /// "twenty" takes "two", "hundred" takes anything below.
    private static boolean canJoin(long group, int small) {
        return group % 100 == 0
                || (group % 10 == 0 && group % 100 >= 20 && small > 0 && small < 10);
    }

    private static int wordEnd(String line, int start) {
        int end = start;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        return end == start ? Math.min(start + 1, line.length()) : end;
    }

    private static int afterGap(String line, int index) {
        boolean gap = index < line.length() && " -".indexOf(line.charAt(index)) >= 0;
        return gap ? index + 1 : index;
    }

    private static Map<String, Integer> small() {
        Map<String, Integer> words = new HashMap<>();
        List<String> units = NumberWords.belowTwenty();
        List<String> tens =
                List.of(
                        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
                        "ninety");
        for (int index = 0; index < units.size(); index++) {
            words.put(units.get(index), index);
        }
        for (int index = 0; index < tens.size(); index++) {
            words.put(tens.get(index), 20 + 10 * index);
        }
        return Map.copyOf(words);
    }
}
