package parley.document;

import java.util.List;
import java.util.stream.Collectors;

/// What was read from a document.
///
/// @param mediaType what its first bytes say it is: `application/pdf`, `text/markdown`
/// @param pages all pages in order, those that hold nothing too
public record ExtractedDocument(String mediaType, List<DocumentPage> pages, DocumentFacts facts) {
    public ExtractedDocument {
        pages = List.copyOf(pages);
    }

    /// All its text; pages are separated by a form feed, as `pdftotext` does.
    public String text() {
        return pages.stream().map(DocumentPage::text).collect(Collectors.joining("\f"));
    }
}
