package parley.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Documents of a test and their search: a passage for each block, found by the words it shares
/// with a question.
final class Shelf implements PassageSearch, PassageSearch.Texts {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Map<Long, ExtractedDocument> texts = new HashMap<>();

    /// A document with a paragraph on each page.
    StoredDocument add(long id, String filename, String... pages) {
        return add(id, filename, List.of(), pages);
    }

    /// A document of which these pages cannot be read.
    StoredDocument addScan(long id, String filename, List<Integer> unreadable) {
        return add(id, filename, unreadable, "");
    }

    private StoredDocument add(
            long id, String filename, List<Integer> unreadable, String... pages) {
        List<DocumentPage> read = new ArrayList<>();
        for (String page : pages) {
            List<Block> blocks =
                    page.isEmpty() ? List.of() : List.of(new Block(Block.Kind.PARAGRAPH, 0, page));
            read.add(new DocumentPage(read.size() + 1, blocks, false));
        }
        DocumentFacts facts =
                new DocumentFacts(
                        pages.length,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        unreadable);
        texts.put(id, new ExtractedDocument("application/pdf", read, facts));
        return new StoredDocument(
                id,
                1,
                OptionalLong.of(1),
                filename,
                "application/pdf",
                1000,
                facts,
                NOON.plusSeconds(id));
    }

    @Override
    public ExtractedDocument text(StoredDocument document) {
        return texts.getOrDefault(
                document.id(), new ExtractedDocument("", List.of(), document.facts()));
    }

    @Override
    public List<FoundPassage> find(List<StoredDocument> documents, String question, int limit) {
        List<String> asked = Arrays.asList(question.toLowerCase(Locale.ROOT).split("\\W+"));
        return documents.stream()
                .flatMap(document -> passages(document).stream())
                .map(passage -> new FoundPassage(passage, shared(passage, asked)))
                .filter(found -> found.score() > 0)
                .sorted((first, second) -> Double.compare(second.score(), first.score()))
                .limit(limit)
                .toList();
    }

    private static double shared(Passage passage, List<String> asked) {
        return Arrays.stream(passage.text().toLowerCase(Locale.ROOT).split("\\W+"))
                .filter(asked::contains)
                .count();
    }

    @Override
    public List<Passage> passages(StoredDocument document) {
        List<Passage> passages = new ArrayList<>();
        for (DocumentPage page : text(document).pages()) {
            for (Block block : page.blocks()) {
                passages.add(
                        new Passage(
                                document.id(),
                                passages.size(),
                                page.number(),
                                page.number(),
                                List.of("Part " + page.number()),
                                block.text()));
            }
        }
        return passages;
    }

    @Override
    public void forget(long documentId) {
        texts.remove(documentId);
    }

    boolean knows(long documentId) {
        return texts.containsKey(documentId);
    }
}
