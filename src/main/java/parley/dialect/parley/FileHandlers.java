package parley.dialect.parley;

import java.util.List;
import parley.dialect.AskedConversation;
import parley.dialect.AskedFile;
import parley.dialect.FileObject;
import parley.document.Documents;
import parley.document.KeptDocument;
import parley.http.Exchange;

/// The documents of a conversation: lists them, makes others its context, takes some out.
final class FileHandlers {
    static final String FILE_ID = "file_id";

    private final Documents documents;

    FileHandlers(Documents documents) {
        this.documents = documents;
    }

    /// @param data the newest last
    record Files(String object, List<FileObject> data) {}

    void list(Exchange exchange) {
        List<KeptDocument> files =
                documents.ofConversation(exchange.caller().id(), conversation(exchange));
        exchange.respond(new Files("list", files.stream().map(FileObject::of).toList()));
    }

    void attach(Exchange exchange) {
        long accountId = exchange.caller().id();
        long conversationId = conversation(exchange);
        KeptDocument file = file(exchange, conversationId);
        exchange.respond(
                FileObject.of(
                        documents
                                .attach(accountId, file.id(), conversationId)
                                .orElseThrow(() -> AskedFile.notFound(asked(exchange)))));
    }

    void detach(Exchange exchange) {
        long accountId = exchange.caller().id();
        long conversationId = conversation(exchange);
        KeptDocument file = file(exchange, conversationId);
        if (!documents.detach(accountId, file.id(), conversationId)) {
            throw AskedFile.notFound(asked(exchange));
        }
        exchange.respond(FileObject.of(AskedFile.load(documents, accountId, asked(exchange))));
    }

    private static long conversation(Exchange exchange) {
        return AskedConversation.id(exchange.pathParameter("conversation_id"));
    }

    /// The conversation is missed first.
    private KeptDocument file(Exchange exchange, long conversationId) {
        long accountId = exchange.caller().id();
        documents.requireConversation(accountId, conversationId);
        return AskedFile.load(documents, accountId, asked(exchange));
    }

    private static String asked(Exchange exchange) {
        return exchange.pathParameter(FILE_ID);
    }
}
