package parley.dialect.openai.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.dialect.AskedConversation;
import parley.dialect.AskedFile;
import parley.dialect.AttachedName;
import parley.dialect.FileObject;
import parley.dialect.UploadedFile;
import parley.dialect.WhileConnected;
import parley.dialect.openai.Page;
import parley.document.DocumentPage;
import parley.document.DocumentQuery;
import parley.document.Documents;
import parley.document.ExtractedDocument;
import parley.document.KeptDocument;
import parley.document.NewFile;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.QueryFields;
import parley.http.Upload;

/// Takes, lists, shows, sends and deletes files.
final class FileHandlers {
    static final String ID = "file_id";

    private static final String PURPOSE = "purpose";
    private static final int LONGEST_PURPOSE = 64;
    private static final int USUAL_PAGE = 1000;
    private static final int LARGEST_PAGE = 10_000;

    private final Documents documents;

    FileHandlers(Documents documents) {
        this.documents = documents;
    }

    record Deleted(String id, String object, boolean deleted) {}

    void create(Exchange exchange) throws InterruptedException {
        Upload upload = exchange.upload();
        Upload.File sent = upload.requiredFile("file");
        Optional<String> conversation =
                upload.text("conversation_id").filter(text -> !text.isBlank());
        NewFile file =
                new NewFile(
                        exchange.caller().id(),
                        conversation.isPresent()
                                ? OptionalLong.of(AskedConversation.id(conversation.get().strip()))
                                : OptionalLong.empty(),
                        sent.name(),
                        purpose(upload),
                        Optional.empty(),
                        new UploadedFile(sent));
        exchange.respond(
                FileObject.of(WhileConnected.perform(exchange, () -> documents.add(file))));
    }

    private static String purpose(Upload upload) {
        String purpose =
                upload.text(PURPOSE)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .orElse(NewFile.USER_DATA);
        if (purpose.length() > LONGEST_PURPOSE) {
            throw AppException.invalid(
                    PURPOSE,
                    "The field \"purpose\" has %d characters; at most %d are allowed."
                            .formatted(purpose.length(), LONGEST_PURPOSE));
        }
        return purpose;
    }

    void list(Exchange exchange) {
        QueryFields query = new QueryFields(exchange);
        long accountId = exchange.caller().id();
        int limit = query.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
        Optional<String> after = query.text("after");
        OptionalLong place =
                after.isPresent()
                        ? OptionalLong.of(AskedFile.load(documents, accountId, after.get()).id())
                        : OptionalLong.empty();
        List<FileObject> found =
                documents
                        .list(
                                new DocumentQuery(
                                        accountId,
                                        query.text(PURPOSE),
                                        place,
                                        newestFirst(query),
                                        // One more shows whether there are more.
                                        limit + 1))
                        .stream()
                        .map(FileObject::of)
                        .toList();
        List<FileObject> data = found.subList(0, Math.min(limit, found.size()));
        exchange.respond(
                new Page<>(
                        "list",
                        data,
                        data.isEmpty() ? null : data.getFirst().id(),
                        data.isEmpty() ? null : data.getLast().id(),
                        found.size() > limit));
    }

    private static boolean newestFirst(QueryFields query) {
        return switch (query.text("order").orElse("desc")) {
            case "asc" -> false;
            case "desc" -> true;
            default ->
                    throw AppException.invalid(
                            "order", "The parameter \"order\" must be asc or desc.");
        };
    }

    void show(Exchange exchange) {
        exchange.respond(FileObject.of(asked(exchange)));
    }

    /// It is for keeping, not for showing: a browser saves it, and if one shows it nonetheless,
    /// nothing in it runs.
    void content(Exchange exchange) {
        KeptDocument file = asked(exchange);
        byte[] bytes = documents.content(file).orElseThrow(() -> gone(exchange));
        exchange.setHeader(
                "Content-Disposition", AttachedName.disposition(file.document().filename()));
        protect(exchange);
        exchange.respond(200, file.document().mediaType(), bytes);
    }

    /// All that was read from it, or from one page of it.
    void text(Exchange exchange) {
        KeptDocument file = asked(exchange);
        ExtractedDocument read = documents.text(file.document());
        OptionalLong page = new QueryFields(exchange).number("page", 1, Integer.MAX_VALUE);
        String text = page.isPresent() ? page(file, read, page.getAsLong()) : read.text();
        protect(exchange);
        exchange.respond(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String page(KeptDocument file, ExtractedDocument read, long number) {
        return read.pages().stream()
                .filter(page -> page.number() == number)
                .findFirst()
                .map(DocumentPage::text)
                .orElseThrow(() ->
                        new AppException(
                                ErrorCode.NOT_FOUND,
                                "%s has no page %d: it has %d."
                                        .formatted(
                                                file.document().filename(),
                                                number,
                                                read.pages().size())));
    }

    void delete(Exchange exchange) {
        KeptDocument file = asked(exchange);
        if (!documents.delete(exchange.caller().id(), file.id())) {
            throw gone(exchange);
        }
        exchange.respond(new Deleted(FileObject.of(file).id(), "file", true));
    }

    private static void protect(Exchange exchange) {
        exchange.setHeader("X-Content-Type-Options", "nosniff");
        exchange.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    private KeptDocument asked(Exchange exchange) {
        return AskedFile.load(documents, exchange.caller().id(), exchange.pathParameter(ID));
    }

    private static AppException gone(Exchange exchange) {
        return AskedFile.notFound(exchange.pathParameter(ID));
    }
}
