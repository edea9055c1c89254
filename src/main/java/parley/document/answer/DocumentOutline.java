package parley.document.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.document.Passage;
import parley.document.StoredDocument;

/// What a document is divided into: its own outline, or its headings.
final class DocumentOutline {
    private static final int MOST = 60;

    /// @param page from 1; 0 if it is not known
    private record Entry(int level, String title, int page) {}

    private DocumentOutline() {}

    /// As a list of Markdown; empty if the document is not divided.
    static String of(StoredDocument document, List<Passage> passages, ReplyPhrases phrases) {
        List<Entry> entries = entries(document, passages);
        int deepest = deepestThatFits(entries);
        List<Entry> shown = entries.stream().filter(entry -> entry.level() <= deepest).toList();
        int highest = shown.stream().mapToInt(Entry::level).min().orElse(1);
        List<String> lines = new ArrayList<>();
        Citation citation = new Citation(phrases);
        for (Entry entry : shown.subList(0, Math.min(MOST, shown.size()))) {
            String page =
                    entry.page() > 0 && Citation.hasPages(document)
                            ? " (" + citation.pages(entry.page(), entry.page()) + ")"
                            : "";
            lines.add(
                    "  ".repeat(Math.min(6, entry.level() - highest))
                            + "- "
                            + Markdown.text(entry.title())
                            + page);
        }
        if (shown.size() > MOST) {
            lines.add("");
            lines.add(phrases.of("outlineCut", shown.size() - MOST));
        }
        return String.join("\n", lines);
    }

    /// The titles of the highest level.
    static List<String> parts(StoredDocument document, List<Passage> passages) {
        List<Entry> entries = entries(document, passages);
        for (int level = 1; level <= 3; level++) {
            int wanted = level;
            List<String> titles =
                    entries.stream()
                            .filter(entry -> entry.level() == wanted)
                            .map(Entry::title)
                            .distinct()
                            .toList();
            if (titles.size() > 1) {
                return titles;
            }
        }
        return List.of();
    }

    private static List<Entry> entries(StoredDocument document, List<Passage> passages) {
        if (!document.facts().outline().isEmpty()) {
            return document.facts().outline().stream()
                    .map(mark -> new Entry(Math.max(1, mark.level()), mark.title(), mark.page()))
                    .toList();
        }
        List<Entry> entries = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (Passage passage : passages) {
            for (int depth = 1; depth <= passage.headings().size(); depth++) {
                List<String> path = passage.headings().subList(0, depth);
                if (seen.add(path)) {
                    entries.add(new Entry(depth, path.getLast(), passage.page()));
                }
            }
        }
        return entries;
    }

    private static int deepestThatFits(List<Entry> entries) {
        int deepest = 1;
        for (int level = 1; level <= 6; level++) {
            int wanted = level;
            if (entries.stream().filter(entry -> entry.level() <= wanted).count() <= MOST) {
                deepest = level;
            }
        }
        return deepest;
    }
}
