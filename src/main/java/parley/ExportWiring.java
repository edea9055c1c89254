package parley;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import parley.conversation.ConversationService;
import parley.dialect.archive.ArchiveDialect;
import parley.export.ArchiveSection;
import parley.export.ConversationFormat;
import parley.export.ConversationImport;
import parley.export.ConversationPage;
import parley.export.ConversationSource;
import parley.export.ConversationWriter;
import parley.export.ExportFormat;
import parley.export.Exports;
import parley.export.ImportSettings;
import parley.export.Imports;
import parley.export.ParleyFormat;
import parley.export.PictureReferences;
import parley.export.archive.AccountSection;
import parley.export.archive.ConversationSection;
import parley.export.archive.DataSourceSection;
import parley.export.archive.DocumentSection;
import parley.export.archive.PictureSection;
import parley.export.archive.PromptSection;
import parley.export.archive.UsageSection;
import parley.export.chatgpt.ChatGptFormat;
import parley.export.openwebui.OpenWebUiFormat;
import parley.export.page.MarkdownPage;
import parley.export.page.PdfPage;
import parley.image.PictureTransfer;
import parley.prompt.PromptLibrary;
import parley.storage.OpenStores;

/// The parts that export and import, joined.
final class ExportWiring {
    /// The folder of the home where fonts for PDF may be put.
    private static final String FONTS = "fonts";

    final ArchiveDialect dialect;

    ExportWiring(
            ImportSettings settings,
            OpenStores stores,
            ConversationService conversations,
            PromptLibrary prompts,
            DataWiring data,
            ImageWiring images,
            DocumentWiring documents,
            Path home,
            InstantSource clock,
            String version) {
        PictureTransfer pictures = images.tasks.transfer();
        ConversationSource source =
                new ConversationSource(
                        conversations, stores.transfer(), stores.origins(), data.sources);
        ConversationWriter writer = new ConversationWriter(source);
        ConversationImport arrivals =
                new ConversationImport(
                        conversations,
                        stores.transfer(),
                        stores.origins(),
                        data.sources,
                        new PictureReferences(pictures::find));
        // What others refer to comes first.
        List<ArchiveSection> sections =
                List.of(
                        new AccountSection(stores.accounts()),
                        new DataSourceSection(data.sources, stores.origins()),
                        new PictureSection(pictures),
                        new PromptSection(prompts),
                        new ConversationSection(source, writer, arrivals),
                        new DocumentSection(
                                documents.documents,
                                conversations,
                                source,
                                arrivals,
                                stores.origins()),
                        new UsageSection(stores.ledger()));
        // Asked in this order whether a conversation is one of theirs.
        List<ConversationFormat> formats =
                List.of(new ParleyFormat(), new ChatGptFormat(clock), new OpenWebUiFormat(clock));
        Map<ExportFormat, ConversationPage> pages =
                Map.of(
                        ExportFormat.JSON, writer::write,
                        ExportFormat.MARKDOWN, new MarkdownPage(source),
                        ExportFormat.PDF,
                                new PdfPage(
                                        source,
                                        images.codec,
                                        images.tasks.gallery(),
                                        home.resolve(FONTS)));
        dialect =
                new ArchiveDialect(
                        conversations,
                        new Exports(pages, sections, clock, version),
                        new Imports(arrivals, formats, sections, settings));
    }
}
