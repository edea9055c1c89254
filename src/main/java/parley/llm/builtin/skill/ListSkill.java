package parley.llm.builtin.skill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.llm.builtin.language.BundledText;
import parley.llm.builtin.language.NumberWords;

/// Lists what is known by heart (planets, colours, months, …) and what can be computed (primes,
/// squares, …): `list 10 colours`, `name the planets`, `the first 20 prime numbers`.
final class ListSkill implements Skill {
    private static final int USUAL = 10;
    private static final int MOST = 1_000;
    private static final int LONGEST_LINE = 80;
    private static final Pattern WANTED =
            Pattern.compile(
                    "(?:list|name|give me|tell me|show me|write|enumerate|say|what are|which"
                            + " are|can i have|the first|first)"
                            + " (.{3,60})");
    private static final Set<String> AROUND =
            Set.of(
                    "me",
                    "out",
                    "all",
                    "of",
                    "the",
                    "first",
                    "different",
                    "random",
                    "common",
                    "a",
                    "an",
                    "list",
                    "names",
                    "some");

    private final Map<String, List<String>> lists = new HashMap<>();

    ListSkill() {
        for (String line : BundledText.lines("lists.txt")) {
            int colon = line.indexOf(':');
            List<String> items = split(line.substring(colon + 1));
            split(line.substring(0, colon)).forEach(name -> lists.put(name, items));
        }
    }

    @Override
    public Optional<Answer> answer(Question question) {
        String line = question.line();
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        if (line.indexOf(' ') > 0 && lists.containsKey(line)) {
            return list(OptionalInt.empty(), line);
        }
        Matcher wanted = WANTED.matcher(line);
        return wanted.matches() ? list(wanted.group(1)) : Optional.empty();
    }

    /// @param wish what to list and how many: `the first 20 prime numbers`
    private Optional<Answer> list(String wish) {
        List<String> words = new ArrayList<>(Arrays.asList(wish.split(" ", -1)));
        OptionalInt count = OptionalInt.empty();
        while (words.size() > 1) {
            OptionalInt number = NumberWords.parse(words.getFirst());
            boolean around = AROUND.contains(words.getFirst());
            if (!around && number.isEmpty()) {
                break;
            }
            count = around ? count : number;
            words.removeFirst();
        }
        return list(count, String.join(" ", words));
    }

    private Optional<Answer> list(OptionalInt count, String name) {
        Optional<Series> series = Series.named(name);
        if (series.isPresent()) {
            int most = Math.clamp(count.orElse(USUAL), 1, MOST);
            return Answer.exact(String.join(", ", series.get().first(most)));
        }
        List<String> items = lists.get(name);
        return items == null ? Optional.empty() : Answer.exact(known(items, count));
    }

    private static String known(List<String> items, OptionalInt count) {
        int shown = Math.clamp(count.orElse(items.size()), 1, items.size());
        String list =
                IntStream.range(0, shown)
                        .mapToObj(index -> (index + 1) + ". " + items.get(index))
                        .collect(Collectors.joining("\n"));
        boolean more = count.isPresent() && count.getAsInt() > items.size();
        return more ? list + "\n\nMore than these %d I do not know.".formatted(shown) : list;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }
}
