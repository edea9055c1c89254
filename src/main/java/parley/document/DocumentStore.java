package parley.document;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Keeps documents: the files, and what was read from them. Every change is durable when the method
/// returns. What belongs to another account is not found; what belongs to a conversation is deleted
/// with it. Every method throws [parley.error.AppException] where the store cannot be reached, or
/// is full.
public interface DocumentStore {
    /// The two things that are kept of a document.
    enum Variant {
        /// The file as it was sent.
        FILE,
        /// What was read from it, packed.
        TEXT;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What an account may keep.
    ///
    /// @param bytes of all its files together
    record Quota(int documents, long bytes) {}

    /// A document whose pieces are still to be stored; nobody finds it before [#keep].
    ///
    /// @return its id; empty if the account would then keep more than it may
    OptionalLong begin(NewDocument document, Quota quota, Instant now);

    /// Adds the next piece.
    void addChunk(long documentId, Variant variant, int number, byte[] bytes);

    /// A document is whole: from now on it is found, and context of the conversation if there is
    /// one.
    ///
    /// @return empty if the account has no such conversation; then nothing is kept
    Optional<KeptDocument> keep(
            long accountId, long documentId, OptionalLong conversationId, Instant now);

    /// Deletes what was begun and never kept.
    void discard(long documentId);

    /// Deletes what was begun before a time and never kept, such as by a server that died.
    void dropUnready(Instant before);

    Optional<KeptDocument> find(long accountId, long documentId);

    /// A document of the same account with the same file.
    Optional<KeptDocument> findSame(long accountId, String digest, String mediaType);

    List<KeptDocument> list(DocumentQuery query);

    /// The documents that are context of a conversation, the newest last.
    List<KeptDocument> ofConversation(long accountId, long conversationId);

    /// Which of these documents are there.
    List<Long> existing(List<Long> documentIds);

    /// A piece; empty after the last one.
    Optional<byte[]> chunk(long accountId, long documentId, Variant variant, int number);

    /// Makes a document context of a conversation. One that is context of another conversation
    /// stays there: this conversation gets a copy, once.
    ///
    /// @return the document, or its copy; empty if the account has no such document or conversation
    Optional<KeptDocument> attach(
            long accountId, long documentId, long conversationId, Instant now);

    /// The document stays, and is no longer context of this conversation.
    ///
    /// @return whether it was
    boolean detach(long accountId, long documentId, long conversationId, Instant now);

    /// @return whether there was one
    boolean delete(long accountId, long documentId);
}
