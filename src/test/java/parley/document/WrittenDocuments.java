package parley.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Documents written for tests, as text with `=== page`, `# heading` and `| cell | cell |`.
public final class WrittenDocuments {
    public static final List<String> NAMES =
            List.of(
                    "lighthouse-guide",
                    "staff-handbook",
                    "hive-monitor-manual",
                    "ferry-annual-report",
                    "allotment-rules",
                    "otter-survey",
                    "talbahn-chronik",
                    "guide-du-musee",
                    "manual-del-horno");
    private static final Pattern PAGE = Pattern.compile("(?m)^=== (\\d+)$");
    private static final Pattern FACT = Pattern.compile("(?m)^% (\\w+): (.*)$");

    private final Map<Long, ExtractedDocument> texts = new TreeMap<>();
    private final List<StoredDocument> documents = new ArrayList<>();

    /// All that are kept as resources.
    public static WrittenDocuments all() {
        WrittenDocuments written = new WrittenDocuments();
        NAMES.forEach(name -> written.add(name + ".pdf", resource("written/" + name + ".txt")));
        return written;
    }

    public static String resource(String name) {
        try (InputStream stream = WrittenDocuments.class.getResourceAsStream("/document/" + name)) {
            return new String(
                    Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<StoredDocument> documents() {
        return List.copyOf(documents);
    }

    public StoredDocument named(String name) {
        return documents.stream()
                .filter(document -> document.filename().equals(name + ".pdf"))
                .findFirst()
                .orElseThrow();
    }

    public ExtractedDocument text(StoredDocument document) {
        return Objects.requireNonNull(texts.get(document.id()), document.filename());
    }

    public StoredDocument add(String filename, String written) {
        Map<String, String> facts = new TreeMap<>();
        Matcher fact = FACT.matcher(written);
        while (fact.find()) {
            facts.put(fact.group(1), fact.group(2));
        }
        return add(
                filename,
                pages(written),
                new DocumentFacts(
                        Math.max(1, (int) PAGE.matcher(written).results().count()),
                        Optional.ofNullable(facts.get("title")),
                        Optional.ofNullable(facts.get("author")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(facts.get("language")),
                        List.of(),
                        List.of()));
    }

    public StoredDocument add(String filename, List<DocumentPage> pages, DocumentFacts facts) {
        long id = documents.size() + 1L;
        String type = filename.endsWith(".pdf") ? "application/pdf" : "text/plain";
        StoredDocument document =
                new StoredDocument(
                        id,
                        1,
                        OptionalLong.empty(),
                        filename,
                        type,
                        1_000 + id,
                        facts,
                        Instant.EPOCH);
        texts.put(id, new ExtractedDocument(type, pages, facts));
        documents.add(document);
        return document;
    }

    /// What a document says of itself if it says nothing.
    public static DocumentFacts facts(int pages, String language) {
        return new DocumentFacts(
                pages,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                language.isEmpty() ? Optional.empty() : Optional.of(language),
                List.of(),
                List.of());
    }

    public static Block paragraph(String text) {
        return new Block(Block.Kind.PARAGRAPH, 0, text);
    }

    private static List<DocumentPage> pages(String written) {
        List<DocumentPage> pages = new ArrayList<>();
        String[] parts = PAGE.split(written, -1);
        for (int index = 1; index < parts.length; index++) {
            pages.add(new DocumentPage(index, blocks(parts[index]), false));
        }
        return pages;
    }

    private static List<Block> blocks(String page) {
        List<Block> blocks = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (String line : Arrays.asList((page + "\n").split("\n", -1))) {
            if (line.startsWith("| ")) {
                rows.add(line.substring(2, line.length() - 2));
                continue;
            }
            if (!rows.isEmpty()) {
                blocks.add(new Block(Block.Kind.TABLE, 0, String.join("\n", rows)));
                rows.clear();
            }
            if (line.startsWith("#")) {
                int level = line.indexOf(' ');
                blocks.add(new Block(Block.Kind.HEADING, level, line.substring(level + 1)));
            } else if (!line.isBlank()) {
                blocks.add(paragraph(line));
            }
        }
        return blocks;
    }
}
