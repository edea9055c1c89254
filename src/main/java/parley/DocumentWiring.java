package parley;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import parley.dialect.FileParts;
import parley.document.BuiltinReader;
import parley.document.DocumentAnalyst;
import parley.document.DocumentContext;
import parley.document.DocumentQuote;
import parley.document.DocumentTexts;
import parley.document.Documents;
import parley.document.ForgottenDocuments;
import parley.document.answer.ExtractiveReader;
import parley.document.extract.DocumentExtractor;
import parley.document.search.LucenePassages;
import parley.llm.TokenCounter;
import parley.storage.OpenStores;

/// The parts that read documents and answer from them, joined.
final class DocumentWiring implements AutoCloseable {
    /// The folder of the home that holds what makes documents searchable; it can be made again.
    private static final String INDEXES = "passages";

    private static final int READ_AT_ONCE = 2;

    final Documents documents;
    final DocumentContext context;
    final DocumentAnalyst analyst;
    final FileParts parts;
    private final ForgottenDocuments forgotten;
    private final DocumentExtractor extractor;
    private final LucenePassages search;

    /// @param home where indexes may be kept
    DocumentWiring(
            Settings settings,
            OpenStores stores,
            TokenCounter tokens,
            Path home,
            InstantSource clock) {
        extractor = new DocumentExtractor(settings.extraction());
        DocumentTexts texts = new DocumentTexts(stores.documents());
        Path indexes = home.resolve(INDEXES);
        search = new LucenePassages(indexes, texts, settings.passages());
        documents =
                new Documents(
                        stores.documents(),
                        stores.conversations(),
                        extractor,
                        search,
                        settings.documents(),
                        READ_AT_ONCE,
                        clock);
        BuiltinReader builtin = new ExtractiveReader(search, texts);
        parts = new FileParts(documents, new DocumentQuote(tokens, settings.documents()));
        forgotten = new ForgottenDocuments(stores.documents(), search, indexes, clock);
        context =
                new DocumentContext(
                        stores.documents(), texts, search, tokens, settings.documents());
        analyst = new DocumentAnalyst(context, builtin, new SecureRandom());
    }

    /// Tidies up what earlier runs left.
    void start() {
        forgotten.start();
    }

    @Override
    public void close() {
        forgotten.close();
        search.close();
        extractor.close();
    }
}
