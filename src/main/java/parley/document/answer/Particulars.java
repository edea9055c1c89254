package parley.document.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.document.StoredDocument;

/// What documents say about themselves: how many pages, who wrote them, when.
final class Particulars {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final ReplyPhrases phrases;

    Particulars(ReplyPhrases phrases) {
        this.phrases = phrases;
    }

    String pageCount(StoredDocument document) {
        return Citation.hasPages(document)
                ? phrases.of("pageCount", file(document), pages(document))
                : phrases.of("noPages", file(document));
    }

    String author(StoredDocument document) {
        return document.facts()
                .author()
                .map(author -> phrases.of("author", file(document), Markdown.text(author)))
                .orElseGet(() -> phrases.of("noAuthor", file(document)));
    }

    /// @param heading what stands over its text, where it names no title itself
    String title(StoredDocument document, Optional<String> heading) {
        return document.facts()
                .title()
                .or(() -> heading)
                .map(title -> phrases.of("title", file(document), Markdown.text(title)))
                .orElseGet(() -> phrases.of("noTitle", file(document)));
    }

    String created(StoredDocument document) {
        Optional<Instant> when =
                document.facts().createdAt().or(() -> document.facts().modifiedAt());
        return when.map(instant -> phrases.of("created", file(document), DAY.format(instant)))
                .orElseGet(() -> phrases.of("noDate", file(document)));
    }

    String listing(List<StoredDocument> documents) {
        String begin =
                documents.size() == 1
                        ? phrases.of("oneDocument")
                        : phrases.of("documents", documents.size());
        return begin
                + "\n\n"
                + documents.stream()
                        .map(document -> "- " + line(document))
                        .collect(Collectors.joining("\n"));
    }

    /// Its name, title and size on a line.
    String line(StoredDocument document) {
        StringBuilder line = new StringBuilder("**" + file(document) + "**");
        document.facts().title().ifPresent(title -> line.append(": ").append(Markdown.text(title)));
        if (Citation.hasPages(document)) {
            line.append(" (").append(pages(document)).append(')');
        }
        List<Integer> unreadable = document.facts().unreadable();
        if (!unreadable.isEmpty()) {
            String numbers =
                    unreadable.stream()
                            .limit(10)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
            line.append("; ")
                    .append(
                            phrases.of(
                                    "unreadable", numbers + (unreadable.size() > 10 ? " …" : "")));
        }
        return line.toString();
    }

    private String pages(StoredDocument document) {
        int count = document.facts().pages();
        return count == 1 ? phrases.of("onePage") : phrases.of("manyPages", count);
    }

    private static String file(StoredDocument document) {
        return Citation.file(document);
    }
}
