package parley.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.ConversationService;
import parley.conversation.ConversationStore;
import parley.document.DocumentStore.Variant;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The documents of accounts. What it says is kept is durable. What belongs to another account is
/// not there. Safe for use by many threads.
public final class Documents {
    private final DocumentStore store;
    private final ConversationStore conversations;
    private final DocumentReader reader;
    private final PassageSearch search;
    private final DocumentFiles files;
    private final DocumentTexts texts;
    private final ReadingRoom room;
    private final DocumentSettings settings;
    private final InstantSource clock;

    /// @param readAtOnce how many documents are read, and their files in memory, at the same time
    public Documents(
            DocumentStore store,
            ConversationStore conversations,
            DocumentReader reader,
            PassageSearch search,
            DocumentSettings settings,
            int readAtOnce,
            InstantSource clock) {
        this.store = store;
        this.conversations = conversations;
        this.reader = reader;
        this.search = search;
        this.texts = new DocumentTexts(store);
        this.files = new DocumentFiles(store);
        this.room = new ReadingRoom(readAtOnce, settings.waiting());
        this.settings = settings;
        this.clock = clock;
    }

    /// Reads a file and keeps it. A file whose text the account has already is not read again.
    ///
    /// @throws AppException (404) there is no such conversation; (413) it is too long, or the
    ///   account keeps too much; (415) it is of no kind that can be read; (422) it cannot be read;
    ///   (429) too many are being read
    public KeptDocument add(NewFile file) throws InterruptedException {
        if (file.conversationId().isPresent()) {
            requireConversation(file.accountId(), file.conversationId().getAsLong());
        }
        String filename = Filename.of(file.filename());
        requireLength(filename, file.content());
        return room.enter(
                file.accountId(),
                () -> {
                    byte[] content = file.content().bytes();
                    Read read = read(file.accountId(), filename, content, file.onlyType());
                    NewDocument document =
                            new NewDocument(
                                    file.accountId(),
                                    filename,
                                    read.text().mediaType(),
                                    content.length,
                                    read.digest(),
                                    file.purpose(),
                                    read.text().facts());
                    return keep(document, file.conversationId(), content, read.text());
                });
    }

    /// Reads a file that is not kept.
    ///
    /// @throws AppException as [#add]
    public ExtractedDocument read(long accountId, String sentName, NewFile.Content content)
            throws InterruptedException {
        String filename = Filename.of(sentName);
        requireLength(filename, content);
        return room.enter(
                accountId,
                () -> read(accountId, filename, content.bytes(), Optional.empty()).text());
    }

    private void requireLength(String filename, NewFile.Content content) {
        if (content.size() > settings.fileBytes()) {
            throw tooLarge(filename, content.size(), settings.fileBytes());
        }
    }

    /// The failure that says a file is longer than is taken.
    ///
    /// @param size in bytes
    /// @param most in bytes
    public static AppException tooLarge(String sentName, long size, long most) {
        return new AppException(
                ErrorCode.TOO_LARGE,
                "%s has %d bytes; at most %d (%d MB) are taken."
                        .formatted(Filename.of(sentName), size, most, most >> 20));
    }

    /// A file, read.
    private record Read(String digest, ExtractedDocument text) {}

    private Read read(long accountId, String filename, byte[] content, Optional<String> onlyType)
            throws InterruptedException {
        if (content.length == 0) {
            throw new AppException(
                    ErrorCode.UNPROCESSABLE, "%s is empty: it has no bytes.".formatted(filename));
        }
        String mediaType = reader.mediaType(content, filename);
        requireType(filename, mediaType, onlyType);
        String digest = digest(content);
        Optional<ExtractedDocument> known = known(accountId, digest, mediaType);
        return new Read(digest, known.isPresent() ? known.get() : reader.read(content, filename));
    }

    private static void requireType(String filename, String mediaType, Optional<String> onlyType) {
        if (onlyType.isPresent() && !onlyType.get().equals(mediaType)) {
            throw new AppException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "%s is not of type %s: its first bytes say otherwise. Only that is taken here."
                            .formatted(filename, onlyType.get()));
        }
    }

    /// What was read from the same file before; not if pages were left then that might be read now.
    private Optional<ExtractedDocument> known(long accountId, String digest, String mediaType) {
        return store.findSame(accountId, digest, mediaType)
                .filter(same -> same.document().facts().unreadable().isEmpty())
                .flatMap(same -> files.read(accountId, same.id(), Variant.TEXT))
                .map(DocumentFiles::unpack);
    }

    private KeptDocument keep(
            NewDocument document,
            OptionalLong conversationId,
            byte[] content,
            ExtractedDocument text) {
        OptionalLong begun = store.begin(document, settings.quota(), clock.instant());
        long id = begun.orElseThrow(() -> quotaSpent(document));
        boolean kept = false;
        try {
            files.add(id, Variant.FILE, content);
            files.add(id, Variant.TEXT, DocumentFiles.pack(text));
            KeptDocument stored =
                    store.keep(document.accountId(), id, conversationId, clock.instant())
                            .orElseThrow(
                                    () -> ConversationService.notFound(conversationId.orElse(0)));
            kept = true;
            return stored;
        } finally {
            if (!kept) {
                store.discard(id);
            }
        }
    }

    private AppException quotaSpent(NewDocument document) {
        return new AppException(
                ErrorCode.TOO_LARGE,
                ("%s does not fit any more: an account keeps %d documents and %d MB at most. Delete"
                                + " some first.")
                        .formatted(
                                document.filename(),
                                settings.mostDocuments(),
                                settings.accountBytes() >> 20));
    }

    public List<KeptDocument> list(DocumentQuery query) {
        return store.list(query);
    }

    public Optional<KeptDocument> find(long accountId, long documentId) {
        return store.find(accountId, documentId);
    }

    /// The file as it was sent; empty if there is no such document.
    public Optional<byte[]> content(KeptDocument document) {
        return files.read(document.document().accountId(), document.id(), Variant.FILE);
    }

    /// What was read from a document.
    ///
    /// @throws AppException (404) if it was deleted in the meantime
    public ExtractedDocument text(StoredDocument document) {
        return texts.text(document);
    }

    /// The documents that are context of a conversation, the newest last.
    ///
    /// @throws AppException (404) if the account has no such conversation
    public List<KeptDocument> ofConversation(long accountId, long conversationId) {
        requireConversation(accountId, conversationId);
        return store.ofConversation(accountId, conversationId);
    }

    /// Makes a document context of a conversation; of one that is context of another already, a
    /// copy.
    ///
    /// @return the document, or its copy; empty if there is no such document
    /// @throws AppException (404) if the account has no such conversation
    public Optional<KeptDocument> attach(long accountId, long documentId, long conversationId) {
        requireConversation(accountId, conversationId);
        return store.attach(accountId, documentId, conversationId, clock.instant());
    }

    /// Takes a document out of a conversation; it stays with the account.
    ///
    /// @return whether it was in it
    /// @throws AppException (404) if the account has no such conversation
    public boolean detach(long accountId, long documentId, long conversationId) {
        requireConversation(accountId, conversationId);
        return store.detach(accountId, documentId, conversationId, clock.instant());
    }

    /// @return whether there was one
    public boolean delete(long accountId, long documentId) {
        boolean deleted = store.delete(accountId, documentId);
        if (deleted) {
            search.forget(documentId);
        }
        return deleted;
    }

    /// @throws AppException (404) if the account has no such conversation
    public void requireConversation(long accountId, long conversationId) {
        if (conversations.find(accountId, conversationId).isEmpty()) {
            throw ConversationService.notFound(conversationId);
        }
    }

    /// SHA-256, in lower-case hexadecimal.
    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
