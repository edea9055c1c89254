package parley.document.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.document.Passage;
import parley.document.StoredDocument;
import parley.llm.builtin.language.Sentences;

/// Takes passages apart into what can be quoted.
final class Units {
    static final String CELL_END = " | ";
    private static final int LONGEST_ROW = 2_000;
    private static final Pattern BLOCK_END = Pattern.compile("\\n[ \\t]*\\n");

    private Units() {}

    static List<Unit> of(StoredDocument document, Passage passage) {
        List<Unit> found = new ArrayList<>();
        for (String block : BLOCK_END.split(passage.text(), -1)) {
            if (isTable(block)) {
                addRows(found, document, passage, block);
            } else {
                for (String sentence : Sentences.of(block)) {
                    found.add(unit(found, document, passage, sentence, Optional.empty()));
                }
            }
        }
        if (!found.isEmpty()) {
            Unit last = found.removeLast();
            found.add(new Unit(document, passage, last.place(), true, last.text(), last.head()));
        }
        return found;
    }

    static boolean isTable(String block) {
        String[] lines = block.split("\n", -1);
        return lines.length > 1
                && Arrays.stream(lines).filter(line -> line.contains(CELL_END)).count() * 3
                        >= lines.length * 2L;
    }

    static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
    }

    private static void addRows(
            List<Unit> found, StoredDocument document, Passage passage, String table) {
        List<String> rows =
                Arrays.stream(table.split("\n", -1))
                        .filter(row -> !row.isBlank() && row.length() <= LONGEST_ROW)
                        .toList();
        for (String row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            found.add(unit(found, document, passage, row, Optional.of(rows.getFirst())));
        }
    }

    private static Unit unit(
            List<Unit> before,
            StoredDocument document,
            Passage passage,
            String text,
            Optional<String> head) {
        return new Unit(document, passage, before.size(), false, text, head);
    }
}
