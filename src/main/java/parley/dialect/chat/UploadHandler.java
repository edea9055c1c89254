package parley.dialect.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.dialect.AskedId;
import parley.dialect.FileMetadata;
import parley.dialect.UploadedFile;
import parley.dialect.WhileConnected;
import parley.document.Documents;
import parley.document.KeptDocument;
import parley.document.NewFile;
import parley.document.StoredDocument;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.Upload;

/// Takes a PDF as context of a session, of whichever contract.
final class UploadHandler implements Handler {
    static final String SESSION_ID = "session_id";

    private static final String PDF = "application/pdf";
    private static final long MOST_BYTES = 10L << 20;

    /// How the Dialogix contract writes ids of conversations.
    private static final String DIALOGIX = "session-";

    private final Documents documents;
    private final ConversationService conversations;

    UploadHandler(Documents documents, ConversationService conversations) {
        this.documents = documents;
        this.conversations = conversations;
    }

    /// @param extractedText all its text; pages are separated by a form feed
    record ShownFile(
            long id,
            String filename,
            @JsonProperty("file_size") long fileSize,
            @JsonProperty("mime_type") String mimeType,
            @JsonProperty("extracted_text") String extractedText,
            FileMetadata metadata) {}

    record Uploaded(ShownFile file, String message) {}

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        long accountId = exchange.caller().id();
        Conversation session = session(accountId, exchange.pathParameter(SESSION_ID));
        Upload.File sent = exchange.upload().requiredFile("file");
        NewFile file =
                new NewFile(
                        accountId,
                        OptionalLong.of(session.id()),
                        sent.name(),
                        NewFile.USER_DATA,
                        Optional.of(PDF),
                        new UploadedFile(sent));
        if (sent.size() > MOST_BYTES) {
            throw Documents.tooLarge(sent.name(), sent.size(), MOST_BYTES);
        }
        KeptDocument kept = WhileConnected.perform(exchange, () -> documents.add(file));
        StoredDocument document = kept.document();
        exchange.respond(
                new Uploaded(
                        new ShownFile(
                                document.id(),
                                document.filename(),
                                document.size(),
                                document.mediaType(),
                                documents.text(document).text(),
                                FileMetadata.of(document.facts())),
                        "File uploaded successfully"));
    }

    /// Sessions are named by their number, as Dialogix shows them, or as a client called its own.
    private Conversation session(long accountId, String asked) {
        Optional<Conversation> named = conversations.findByAlias(accountId, asked);
        if (named.isPresent()) {
            return named.get();
        }
        OptionalLong id =
                AskedId.parse(
                        asked.startsWith(DIALOGIX) ? asked.substring(DIALOGIX.length()) : asked);
        Optional<Conversation> found =
                id.isPresent() ? conversations.find(accountId, id.getAsLong()) : Optional.empty();
        return found.orElseThrow(() -> ConversationService.notFound(asked));
    }
}
