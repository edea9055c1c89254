package parley.document;

import java.util.List;
import java.util.Optional;

/// Answers questions about documents without a model: with the best sentences, quoted; summaries,
/// key terms, outlines. Deterministic. Safe for use by many threads.
public interface BuiltinReader {
    /// @param documents of the conversation, the newest last; at least one
    /// @param question what was said, in any words
    /// @return empty if what was said does not ask about the documents (a greeting, thanks, a
    ///   question about the server), so that somebody else answers
    Optional<DocumentReply> answer(List<StoredDocument> documents, String question)
            throws InterruptedException;
}
