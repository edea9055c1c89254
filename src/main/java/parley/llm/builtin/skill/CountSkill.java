package parley.llm.builtin.skill;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import parley.llm.builtin.language.NumberWords;

/// Counts: `count from 1 to 100`, `count down from 10`, `count to 50 by 5`.
final class CountSkill implements Skill {
    private static final int MOST_NUMBERS = 10_000;
    private static final String NUMBER = "(-?\\d{1,9}|[a-z]{3,9})";
    private static final Pattern COUNT =
            Pattern.compile(
                    "(?:count|list|write|print|give me|say|zähle?|compte|cuenta)"
                            + "(?: out)?(?: (?:all )?(?:the )?numbers)?( down| backwards?)?"
                            + "(?: (?:from|von|de) "
                            + NUMBER
                            + ")?( down| backwards?)?"
                            + "(?: (?:up )?(?:to|bis|à|a) "
                            + NUMBER
                            + ")?( backwards?)?"
                            + "(?: (?:by|in steps of|in) "
                            + NUMBER
                            + "s?)?");

    @Override
    public Optional<Answer> answer(Question question) {
        String line = question.line();
        Matcher matcher = COUNT.matcher(line);
        if (line.length() > 100 || !matcher.matches()) {
            return Optional.empty();
        }
        OptionalInt from = number(matcher.group(2));
        OptionalInt to = number(matcher.group(4));
        boolean asked = line.startsWith("count") || line.contains("number") || to.isPresent();
        boolean readable =
                matches(matcher.group(2), from)
                        && matches(matcher.group(4), to)
                        && matches(matcher.group(6), number(matcher.group(6)));
        if (!asked || !readable || (from.isEmpty() && to.isEmpty())) {
            return Optional.empty();
        }
        boolean down =
                matcher.group(1) != null || matcher.group(3) != null || matcher.group(5) != null;
        int step = Math.max(1, Math.abs(number(matcher.group(6)).orElse(1)));
        return Answer.exact(count(from, to, down, step));
    }

    private static String count(OptionalInt from, OptionalInt to, boolean down, int step) {
        long first = from.isPresent() ? from.getAsInt() : down ? to.orElse(10) : 1;
        long last = to.isPresent() && (from.isPresent() || !down) ? to.getAsInt() : down ? 1 : 10;
        if (down && first < last) {
            long swapped = first;
            first = last;
            last = swapped;
        }
        long direction = first <= last ? step : -step;
        long size = Math.abs(last - first) / step + 1;
        long start = first;
        String numbers =
                LongStream.range(0, Math.min(size, MOST_NUMBERS))
                        .mapToObj(index -> String.valueOf(start + index * direction))
                        .collect(Collectors.joining(", "));
        return size <= MOST_NUMBERS
                ? numbers
                : numbers + ", … I stop after %d numbers.".formatted(MOST_NUMBERS);
    }

    private static boolean matches(String written, OptionalInt number) {
        return written == null || number.isPresent();
    }

    private static OptionalInt number(String word) {
        if (word == null) {
            return OptionalInt.empty();
        }
        return word.matches("-?\\d+")
                ? OptionalInt.of(Integer.parseInt(word))
                : NumberWords.parse(word);
    }
}
