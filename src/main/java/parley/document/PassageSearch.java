package parley.document;

import java.util.List;

/// Finds passages in documents. What it keeps can be made again from the documents' text at any
/// time. Safe for use by many threads.
public interface PassageSearch {
    /// Where the text of a document is to be had when it is not kept here (any more).
    @FunctionalInterface
    interface Texts {
        ExtractedDocument text(StoredDocument document);
    }

    /// The passages that fit a question best, best first.
    ///
    /// @param documents where to look; all of one account
    /// @param limit how many at most
    /// @return empty if no passage holds any of the question's words
    List<FoundPassage> find(List<StoredDocument> documents, String question, int limit)
            throws InterruptedException;

    /// All passages of a document, in order.
    List<Passage> passages(StoredDocument document) throws InterruptedException;

    /// Forgets a document.
    void forget(long documentId);
}
