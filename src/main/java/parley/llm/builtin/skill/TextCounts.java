package parley.llm.builtin.skill;

import java.util.ArrayList;
import java.util.List;
import parley.llm.TokenCounter;
import parley.llm.builtin.language.Sentences;
import parley.llm.builtin.language.Words;

/// Counts what a text is made of.
final class TextCounts {
    private static final String OPENING =
            "\\b(?:count|number of|how many|how long|length of)\\b.*\\b";

    private TextCounts() {}

    static List<TextTool> tools(TokenCounter counter) {
        return List.of(
                TextTool.of(
                        OPENING
                                + "(?:words?|characters?|letters?|sentences?|tokens?|lines?"
                                + "|paragraphs?)\\b"
                                + "(?!.*\\b(?:parley|cost|limit|do i|can i|per second|was your"
                                + "|do you|can you|in the (?:english|german|french)|are there"
                                + " in the)\\b)"
                                + "|\\b(?:word|character|letter|token|sentence|line) count\\b",
                        (text, instruction) -> count(text, instruction, counter)));
    }

    private static String count(String text, String instruction, TokenCounter counter) {
        List<String> counts = new ArrayList<>();
        add(counts, instruction, "word", Words.count(text));
        add(counts, instruction, "character", Characters.of(text).size());
        add(counts, instruction, "letter", text.codePoints().filter(Character::isLetter).count());
        add(counts, instruction, "sentence", Sentences.of(text).size());
        add(counts, instruction, "line", text.lines().count());
        add(counts, instruction, "paragraph", paragraphs(text));
        if (instruction.contains("token")) {
            counts.add(
                    counted(counter.count(text), "token")
                            + " as I count them; other models differ a little");
        }
        String end = counts.removeLast();
        return counts.isEmpty() ? end + "." : String.join(", ", counts) + " and " + end + ".";
    }

    private static void add(List<String> counts, String instruction, String unit, long count) {
        if (instruction.contains(unit)) {
            counts.add(counted(count, unit));
        }
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static long paragraphs(String text) {
        long count = 0;
        boolean inside = false;
        for (String line : text.lines().toList()) {
            boolean blank = line.isBlank();
            count += !blank && !inside ? 1 : 0;
            inside = !blank;
        }
        return count;
    }
}
