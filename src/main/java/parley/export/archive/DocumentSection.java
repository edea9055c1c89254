package parley.export.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.ConversationService;
import parley.document.DocumentQuery;
import parley.document.Documents;
import parley.document.KeptDocument;
import parley.document.NewFile;
import parley.document.StoredDocument;
import parley.error.AppException;
import parley.export.ArchiveInput;
import parley.export.ArchiveOutput;
import parley.export.ArchiveSection;
import parley.export.ConversationImport;
import parley.export.ConversationSource;
import parley.export.Fields;
import parley.export.ImportReport;
import parley.export.JsonElements;
import parley.export.OriginStore;
import parley.export.Origins;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Documents as they were uploaded, each with the conversation that it is context of. They are read
/// again where the archive is imported.
public final class DocumentSection implements ArchiveSection {
    private static final String KIND = "documents";
    private static final String ORIGIN_KIND = "document";
    private static final String ENTRY = "documents.jsonl";
    private static final String FOLDER = "documents/";
    private static final int AT_ONCE = 100;

    /// More than any document may have: one that is longer is refused by its length.
    private static final int MOST_BYTES = 128 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Documents documents;
    private final ConversationService conversations;
    private final ConversationSource source;
    private final ConversationImport imports;
    private final OriginStore origins;

    public DocumentSection(
            Documents documents,
            ConversationService conversations,
            ConversationSource source,
            ConversationImport imports,
            OriginStore origins) {
        this.documents = documents;
        this.conversations = conversations;
        this.source = source;
        this.imports = imports;
        this.origins = origins;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(long accountId, ArchiveOutput archive)
            throws IOException, InterruptedException {
        OptionalLong after = OptionalLong.empty();
        List<KeptDocument> some = page(accountId, after);
        while (!some.isEmpty()) {
            for (KeptDocument document : some) {
                Optional<byte[]> file = documents.content(document);
                if (file.isPresent()) {
                    archive.add(FOLDER + document.id(), out -> out.write(file.get()));
                }
            }
            after = OptionalLong.of(some.getLast().id());
            some = page(accountId, after);
        }
        archive.add(
                ENTRY,
                out -> {
                    OptionalLong last = OptionalLong.empty();
                    List<KeptDocument> next = page(accountId, last);
                    while (!next.isEmpty()) {
                        for (KeptDocument document : next) {
                            Lines.write(out, describe(document));
                        }
                        last = OptionalLong.of(next.getLast().id());
                        next = page(accountId, last);
                    }
                });
    }

    private List<KeptDocument> page(long accountId, OptionalLong after) {
        return documents.list(
                new DocumentQuery(accountId, Optional.empty(), after, false, AT_ONCE));
    }

    private ObjectNode describe(KeptDocument kept) {
        StoredDocument document = kept.document();
        ObjectNode line =
                JSON.createObjectNode()
                        .put("origin", origin(document))
                        .put("filename", document.filename())
                        .put("media_type", document.mediaType())
                        .put("purpose", kept.purpose())
                        .put("file", FOLDER + document.id())
                        .put("created_at", document.createdAt().toString());
        if (document.conversationId().isPresent()) {
            conversations
                    .find(document.accountId(), document.conversationId().getAsLong())
                    .ifPresent(of -> line.put("conversation", source.origin(of)));
        }
        return line;
    }

    private String origin(StoredDocument document) {
        return origins.origin(document.accountId(), ORIGIN_KIND, String.valueOf(document.id()))
                .orElseGet(() -> new Origins.Own(document.id(), document.createdAt()).name());
    }

    @Override
    public void read(long accountId, ArchiveInput archive, ImportReport report)
            throws IOException, InterruptedException {
        report.begin(KIND);
        if (!archive.has(ENTRY)) {
            return;
        }
        try (JsonElements lines = archive.lines(ENTRY)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<JsonNode> node = line.get().node();
                if (node.isEmpty()) {
                    report.failed(KIND, "A document's description is longer than is read.");
                } else {
                    take(accountId, node.get(), archive, report);
                }
            }
        }
    }

    private void take(long accountId, JsonNode node, ArchiveInput archive, ImportReport report)
            throws IOException, InterruptedException {
        String name = node.path("filename").asString("");
        try {
            Fields fields = Fields.of(node, "");
            String origin = Origins.required(fields);
            if (find(accountId, origin).isPresent()) {
                report.skipped(KIND);
                return;
            }
            NewFile file =
                    new NewFile(
                            accountId,
                            conversation(accountId, fields),
                            fields.text("filename"),
                            fields.text("purpose"),
                            Optional.empty(),
                            content(archive, fields.text("file")));
            KeptDocument added = documents.add(file);
            origins.put(accountId, ORIGIN_KIND, origin, String.valueOf(added.id()));
            report.added(KIND);
        } catch (AppException e) {
            if (e.code().httpStatus() >= 500) {
                throw e;
            }
            report.failed(KIND, "The document \"%s\": %s".formatted(name, e.sentence()));
        }
    }

    private Optional<KeptDocument> find(long accountId, String origin) {
        Optional<KeptDocument> own =
                Origins.own(origin)
                        .flatMap(made ->
                                documents
                                        .find(accountId, made.id())
                                        .filter(found ->
                                                found.document()
                                                        .createdAt()
                                                        .equals(made.createdAt())));
        return own.or(() ->
                origins.find(accountId, ORIGIN_KIND, origin)
                        .flatMap(id -> documents.find(accountId, Long.parseLong(id))));
    }

    private OptionalLong conversation(long accountId, Fields fields) {
        Optional<String> origin = fields.optionalText("conversation");
        return origin.isEmpty() ? OptionalLong.empty() : imports.find(accountId, origin.get());
    }

    private static NewFile.Content content(ArchiveInput archive, String name) throws IOException {
        try (InputStream in = archive.open(name)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            return new NewFile.Content() {
                @Override
                public long size() {
                    return bytes.length;
                }

                @Override
                public byte[] bytes() {
                    return bytes.clone();
                }
            };
        }
    }
}
