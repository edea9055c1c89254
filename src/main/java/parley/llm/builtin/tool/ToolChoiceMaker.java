package parley.llm.builtin.tool;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parley.llm.ToolUse;
import parley.llm.builtin.language.Words;

/// Finds the tool that a question is for, by the words of its name and description.
final class ToolChoiceMaker {
    /// Words of tools' names that say nothing of their subject.
    private static final Set<String> GENERIC =
            Set.of(
                    "get",
                    "fetch",
                    "find",
                    "list",
                    "lookup",
                    "make",
                    "set",
                    "run",
                    "call",
                    "do",
                    "tool",
                    "function",
                    "current",
                    "info",
                    "information",
                    "data",
                    "by",
                    "for",
                    "the",
                    "given",
                    "return",
                    "returns",
                    "a",
                    "of",
                    "use",
                    "user",
                    "provide");

    private static final Pattern ARITHMETIC =
            Pattern.compile("\\d\\s*(?:[-+*/^×÷%]|plus|minus|times|divided by)\\s*\\d");
    private static final Set<String> COUNTS = Set.of("calculator", "calculate", "math", "compute");
    private static final int NAME_WEIGHT = 3;
    private static final int ENOUGH = 3;

    private ToolChoiceMaker() {}

    /// The tool that is plainly meant.
    static Optional<ToolUse.Tool> meant(List<ToolUse.Tool> tools, String question) {
        return best(tools, question).filter(tool -> score(tool, question) >= ENOUGH);
    }

    /// The tool that fits best, however little.
    static Optional<ToolUse.Tool> best(List<ToolUse.Tool> tools, String question) {
        return tools.stream()
                .max(
                        Comparator.<ToolUse.Tool>comparingInt(tool -> score(tool, question))
                                .thenComparing(Comparator.comparingInt(tools::indexOf).reversed()));
    }

    private static int score(ToolUse.Tool tool, String question) {
        Set<String> asked = new HashSet<>(Words.contentStems(question));
        String spaced = tool.name().replaceAll("(?<=[a-z\\d])(?=[A-Z])", " ").replace('_', ' ');
        int byName = common(Words.contentStems(plain(spaced)), asked);
        int byDescription = common(Words.contentStems(plain(tool.description())), asked);
        boolean calculates =
                ARITHMETIC.matcher(question).find()
                        && COUNTS.stream().anyMatch(spaced.toLowerCase(Locale.ROOT)::contains);
        return byName * NAME_WEIGHT + byDescription * 2 + (calculates ? ENOUGH : 0);
    }

    private static int common(List<String> stems, Set<String> asked) {
        return (int) stems.stream().distinct().filter(asked::contains).count();
    }

    private static String plain(String words) {
        StringBuilder kept = new StringBuilder();
        for (String word : Words.of(words.replace('-', ' ').toLowerCase(Locale.ROOT))) {
            if (!GENERIC.contains(word)) {
                kept.append(word).append(' ');
            }
        }
        return kept.toString();
    }
}
