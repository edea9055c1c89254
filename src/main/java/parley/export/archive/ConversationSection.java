package parley.export.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import parley.conversation.Conversation;
import parley.export.ArchiveInput;
import parley.export.ArchiveOutput;
import parley.export.ArchiveSection;
import parley.export.BesideFiles;
import parley.export.ConversationImport;
import parley.export.ConversationSource;
import parley.export.ConversationWriter;
import parley.export.ImportReport;
import parley.export.JsonElements;
import parley.export.ParleyFormat;
import tools.jackson.databind.JsonNode;

/// Conversations, one in a line.
public final class ConversationSection implements ArchiveSection {
    private static final String ENTRY = "conversations.jsonl";

    private final ConversationSource source;
    private final ConversationWriter writer;
    private final ConversationImport imports;
    private final ParleyFormat format = new ParleyFormat();

    public ConversationSection(
            ConversationSource source, ConversationWriter writer, ConversationImport imports) {
        this.source = source;
        this.writer = writer;
        this.imports = imports;
    }

    @Override
    public String kind() {
        return ConversationImport.KIND;
    }

    @Override
    public void write(long accountId, ArchiveOutput archive)
            throws IOException, InterruptedException {
        archive.add(ENTRY, out -> source.forEach(accountId, each -> line(each, out)));
    }

    private void line(Conversation conversation, OutputStream out) {
        writer.write(conversation, out);
        try {
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void read(long accountId, ArchiveInput archive, ImportReport report) {
        report.begin(kind());
        try (JsonElements lines = archive.lines(ENTRY)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<JsonNode> node = line.get().node();
                if (node.isEmpty() || !format.recognises(node.get())) {
                    report.failed(kind(), "A conversation is longer than is read, or is none.");
                } else {
                    imports.take(accountId, format, node.get(), BesideFiles.NONE, report);
                }
            }
        }
    }
}
