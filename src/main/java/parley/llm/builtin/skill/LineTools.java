package parley.llm.builtin.skill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Works on the lines of a text, or on the items of a list written on one line.
final class LineTools {
    private LineTools() {}

    static List<TextTool> tools() {
        return List.of(
                TextTool.of(
                        "\\b(?:remove|delete|drop|without|strip)\\b.*\\bduplicates?\\b"
                                + "|\\bde-?duplicate\\b|\\bunique lines\\b",
                        (text, _) -> joined(text, List.copyOf(new LinkedHashSet<>(items(text))))),
                TextTool.of(
                        "\\bduplicates?\\b|\\brepeated lines\\b", (text, _) -> duplicates(text)),
                TextTool.of(
                        "\\b(?:sort|alphabeti[sz]e|order)\\b(?!.*\\bout\\b)"
                                + "|\\balphabetical(?:ly)?\\b",
                        LineTools::sorted),
                TextTool.of(
                        "\\breverse\\b.*\\b(?:lines?|list)\\b",
                        (text, _) -> joined(text, items(text).reversed())),
                TextTool.of(
                        "\\b(?:numbered list|number the lines|number (?:each|every) line)\\b",
                        (text, _) -> numbered(items(text))),
                TextTool.of(
                        "^(?!.*(?:summar|sum up|points:))(?!key |main ).*\\b(?:to|into|as|in"
                                + "|with) (?:a )?(?:bullet(?:s| points?| list|ed list)|list)\\b"
                                + "(?!.*\\bsummar)|^bullet|^list$",
                        LineTools::bullets),
                TextTool.of(
                        "\\b(?:join|merge)\\b.*\\blines?\\b|\\bone line\\b",
                        (text, _) -> String.join(" ", items(text))));
    }

    /// The lines that hold something; of a single line, its parts between commas or semicolons.
    private static List<String> items(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.size() != 1) {
            return lines;
        }
        String line = lines.getFirst();
        String separator = line.contains(";") ? ";" : ",";
        return Arrays.stream(line.split(separator, -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /// In the shape the text came in.
    private static String joined(String text, List<String> items) {
        boolean oneLine = text.strip().lines().count() == 1;
        String separator = !oneLine ? "\n" : text.contains(";") ? "; " : ", ";
        return String.join(separator, items);
    }

    private static String sorted(String text, String instruction) {
        List<String> items = new ArrayList<>(items(text));
        boolean numbers =
                items.stream().allMatch(item -> item.matches("-?\\d{1,15}(?:\\.\\d{1,9})?"));
        Comparator<String> order =
                numbers
                        ? Comparator.comparingDouble(Double::parseDouble)
                        : Comparator.<String, String>comparing(
                                        item -> item.toLowerCase(Locale.ROOT))
                                .thenComparing(Comparator.naturalOrder());
        boolean falling =
                instruction.contains("descending")
                        || instruction.contains("reverse")
                        || instruction.contains("z to a")
                        || instruction.contains("largest first");
        items.sort(falling ? order.reversed() : order);
        return joined(text, items);
    }

    private static String duplicates(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        items(text).forEach(item -> counts.merge(item, 1, Integer::sum));
        String repeated =
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(entry -> "- " + entry.getKey() + " (" + entry.getValue() + " times)")
                        .collect(Collectors.joining("\n"));
        return repeated.isEmpty() ? "There are no duplicates." : repeated;
    }

    private static String bullets(String text, String instruction) {
        return items(text).stream()
                .map(item -> "- " + withoutMark(item))
                .collect(Collectors.joining("\n"));
    }

    private static String numbered(List<String> items) {
        return IntStream.range(0, items.size())
                .mapToObj(index -> (index + 1) + ". " + withoutMark(items.get(index)))
                .collect(Collectors.joining("\n"));
    }

    private static String withoutMark(String item) {
        boolean marked = item.length() > 2 && "-*•".indexOf(item.charAt(0)) >= 0;
        return marked && item.charAt(1) == ' ' ? item.substring(2) : item;
    }
}
