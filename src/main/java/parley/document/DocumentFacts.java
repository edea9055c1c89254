package parley.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a document says about itself.
///
/// @param pages how many pages it has; 1 for a format without pages
/// @param unreadable the numbers of pages that hold a picture and no text that could be read
/// @param language the ISO 639-1 code of the language most of it is in; empty if it cannot be told
public record DocumentFacts(
        int pages,
        Optional<String> title,
        Optional<String> author,
        Optional<String> subject,
        Optional<Instant> createdAt,
        Optional<Instant> modifiedAt,
        Optional<String> language,
        List<Bookmark> outline,
        List<Integer> unreadable) {
    public DocumentFacts {
        outline = List.copyOf(outline);
        unreadable = List.copyOf(unreadable);
    }
}
