package parley.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import parley.account.Account;
import parley.conversation.Conversation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes what accounts have into files. Safe for use by many threads.
public final class Exports {
    private final Map<ExportFormat, ConversationPage> pages;
    private final List<ArchiveSection> sections;
    private final InstantSource clock;
    private final String version;

    /// @param sections in the order in which they are written
    /// @param version the program's
    public Exports(
            Map<ExportFormat, ConversationPage> pages,
            List<ArchiveSection> sections,
            InstantSource clock,
            String version) {
        this.pages = Map.copyOf(pages);
        this.sections = List.copyOf(sections);
        this.clock = clock;
        this.version = version;
    }

    /// Writes a conversation that was loaded for its owner. The stream stays open.
    public void write(Conversation conversation, ExportFormat format, OutputStream out)
            throws IOException, InterruptedException {
        ConversationPage page = pages.get(format);
        if (page == null) {
            throw new IllegalStateException("There is no page for " + format);
        }
        page.write(conversation, out);
    }

    /// Writes all that an account has, without any secret, as one ZIP file; a piece at a time, so
    /// that it may be of any size. The stream stays open.
    public void writeArchive(Account account, OutputStream out)
            throws IOException, InterruptedException {
        ArchiveOutput archive = new ArchiveOutput(out);
        ObjectNode about =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("format", ArchiveInput.FORMAT)
                        .put("version", ArchiveInput.VERSION)
                        .put("created_at", clock.instant().toString())
                        .put("program", version)
                        .put("account", account.name());
        for (ArchiveSection section : sections) {
            section.write(account.id(), archive);
        }
        archive.finish(about);
    }
}
