package parley.document.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.llm.builtin.language.Sentences;
import parley.llm.builtin.language.Words;

/// Cuts what is too long for one passage: paragraphs between sentences, tables between rows.
final class Pieces {
    // Ten letters a word are more than any language has on average.
    private static final int LONGEST_CHARACTERS = 4_000;
    private static final int TABLE_SHARE = 2;

    private final int targetWords;

    Pieces(int targetWords) {
        this.targetWords = targetWords;
    }

    static boolean isTooLong(String text) {
        return text.length() > LONGEST_CHARACTERS;
    }

    /// Each piece begins with the last sentence of the one before it, unless that would be most of
    /// it.
    List<String> ofText(String text) {
        List<String> pieces = new ArrayList<>();
        List<String> current = new ArrayList<>();
        int words = 0;
        List<String> sentences = Sentences.of(text);
        // Text without letters has no sentences.
        for (String sentence : bounded(sentences.isEmpty() ? List.of(text) : sentences)) {
            int count = Words.count(sentence);
            if (words > 0
                    && (words + count > targetWords
                            || characters(current) + sentence.length() > LONGEST_CHARACTERS)) {
                pieces.add(String.join(" ", current));
                String last = current.getLast();
                int overlap = Words.count(last);
                current.clear();
                words = 0;
                if (overlap <= targetWords / 3 && last.length() < LONGEST_CHARACTERS / 3) {
                    current.add(last);
                    words = overlap;
                }
            }
            current.add(sentence);
            words += Math.max(1, count);
        }
        if (!current.isEmpty()) {
            pieces.add(String.join(" ", current));
        }
        return pieces;
    }

    /// Each piece begins with the table's first row.
    List<String> ofTable(String table) {
        List<String> rows =
                bounded(Arrays.asList(table.split("\n", -1))).stream()
                        .filter(row -> !row.isBlank())
                        .toList();
        List<String> pieces = new ArrayList<>();
        List<String> current = new ArrayList<>();
        int words = 0;
        for (String row : rows) {
            int count = Words.count(row);
            if (current.size() > 1
                    && (words + count > targetWords * TABLE_SHARE
                            || characters(current) + row.length() > LONGEST_CHARACTERS)) {
                pieces.add(String.join("\n", current));
                current.clear();
                current.add(rows.getFirst());
                words = Words.count(rows.getFirst());
            }
            current.add(row);
            words += count;
        }
        if (!current.isEmpty()) {
            pieces.add(String.join("\n", current));
        }
        return pieces;
    }

    private static int characters(List<String> parts) {
        return parts.stream().mapToInt(part -> part.length() + 1).sum();
    }

    /// What has no end is cut at a space, or anywhere.
    private static List<String> bounded(List<String> parts) {
        List<String> bounded = new ArrayList<>();
        for (String part : parts) {
            int start = 0;
            while (part.length() - start > LONGEST_CHARACTERS) {
                int space = part.lastIndexOf(' ', start + LONGEST_CHARACTERS);
                int end = space > start ? space : whole(part, start + LONGEST_CHARACTERS);
                bounded.add(part.substring(start, end).strip());
                start = end;
            }
            bounded.add(part.substring(start).strip());
        }
        return bounded;
    }

    /// Never between the halves of a character.
    private static int whole(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
