package parley.document;

import java.util.List;
import java.util.Optional;

/// Answers questions about documents without a model: with the best sentences, quoted; summaries,
/// key terms, outlines. Deterministic. Safe for use by many threads.
public interface BuiltinReader {
    /// @param documents of the conversation, the newest last; at least one
    /// @param question what was said, in any words
    /// @param earlier what was said before it, the oldest first: a question may leave out what
    ///   these named
    /// @return empty if what was said does not ask about the documents (a greeting, thanks, a
    ///   question about the server), so that somebody else answers
    Optional<DocumentReply> answer(
            List<StoredDocument> documents, String question, List<EarlierTurn> earlier)
            throws InterruptedException;

    /// The same of a question that stands for itself.
    default Optional<DocumentReply> answer(List<StoredDocument> documents, String question)
            throws InterruptedException {
        return answer(documents, question, List.of());
    }

    /// A question with what it leaves out and earlier ones named: what is to be searched for.
    String inFull(List<StoredDocument> documents, String question, List<EarlierTurn> earlier);

    /// Whether a question says that it is about documents, and not about anything else that its
    /// conversation holds: it names a file, a page, a chapter, wants a summary, or goes on from a
    /// question that they answered.
    boolean namesDocuments(
            List<StoredDocument> documents, String question, List<EarlierTurn> earlier);
}
