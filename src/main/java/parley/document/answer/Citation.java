package parley.document.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import parley.document.StoredDocument;

/// Writes quotations and where they stand.
final class Citation {
    private final ReplyPhrases phrases;

    Citation(ReplyPhrases phrases) {
        this.phrases = phrases;
    }

    /// A block of quotation with its source on a line of its own.
    ///
    /// @param units rows of one table, or a single sentence
    String block(List<Unit> units) {
        Unit first = units.getFirst();
        String quoted =
                first.head()
                        .map(head -> table(head, units.stream().map(Unit::text).toList()))
                        .orElseGet(() -> Markdown.text(first.text()));
        return Markdown.quote(quoted + "\n\n" + source(first));
    }

    /// `(handbook.pdf, p. 4)`
    String source(Unit unit) {
        int page = unit.passage().page();
        return source(
                unit.document(), page, unit.crossesPages() ? unit.passage().lastPage() : page);
    }

    String source(StoredDocument document, int first, int last) {
        String file = file(document);
        return hasPages(document)
                ? "(%s, %s)".formatted(file, pages(first, last))
                : "(%s)".formatted(file);
    }

    String pages(int first, int last) {
        return first == last
                ? phrases.of("page", String.valueOf(first))
                : phrases.of("pages", first + "–" + last);
    }

    /// Only these formats have pages that a reader can turn to.
    static boolean hasPages(StoredDocument document) {
        return document.facts().pages() > 1 || document.mediaType().equals("application/pdf");
    }

    static String file(StoredDocument document) {
        return Markdown.text(document.filename());
    }

    /// Rows as a table of Markdown.
    static String table(String head, List<String> rows) {
        List<String> heads = Units.cells(head);
        List<String> lines = new ArrayList<>();
        lines.add(row(heads, heads.size()));
        lines.add("| " + String.join(" | ", Collections.nCopies(heads.size(), "---")) + " |");
        rows.forEach(cells -> lines.add(row(Units.cells(cells), heads.size())));
        return String.join("\n", lines);
    }

    private static String row(List<String> cells, int columns) {
        List<String> filled = new ArrayList<>(cells.stream().map(Markdown::text).toList());
        while (filled.size() < columns) {
            filled.add("");
        }
        return "| " + String.join(" | ", filled) + " |";
    }
}
