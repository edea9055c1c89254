package parley.document.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import parley.document.FoundPassage;
import parley.document.Passage;
import parley.document.PassageSearch;
import parley.document.StoredDocument;
import parley.llm.builtin.language.Interruption;

/// Passages by BM25 (Robertson and others, 1994), with Lucene. Frequencies are counted over the
/// documents that are asked for, and over no others.
public final class LucenePassages implements PassageSearch, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    // Held, so that it stays quiet: Lucene warns that vectors would be faster with a module that
    // Java still incubates, and
    // nothing here is a vector.
    private static final Logger VECTORS = quiet();

    private final OpenIndexes indexes;

    /// @param folder where indexes are kept; what is there can be deleted at any time
    /// @param texts where documents without an index are had from
    public LucenePassages(Path folder, Texts texts, SearchSettings settings) {
        IndexFolder files = new IndexFolder(folder, settings.passageWords());
        files.clean();
        VECTORS.finest("Indexes are kept.");
        this.indexes = new OpenIndexes(files, texts, settings);
    }

    @Override
    public List<FoundPassage> find(List<StoredDocument> documents, String question, int limit)
            throws InterruptedException {
        return rank(documents, question, limit).found();
    }

    /// What [#find] finds, with what the question was taken for.
    public Ranking rank(List<StoredDocument> documents, String question, int limit)
            throws InterruptedException {
        return rank(documents, question, Set.of(), limit);
    }

    /// The same of a question that goes on from another.
    ///
    /// @param carried words of it that come from the other one, in lower case: they count for less
    public Ranking rank(
            List<StoredDocument> documents, String question, Set<String> carried, int limit)
            throws InterruptedException {
        Interruption.check();
        Set<TextLanguage> languages = EnumSet.noneOf(TextLanguage.class);
        documents.forEach(document -> languages.add(TextLanguage.of(document.facts().language())));
        AskedWords asked = AskedWords.of(question, languages);
        try (IndexReader reader = indexes.read(documents)) {
            List<QuestionWord> words = new Vocabulary(reader, languages).words(asked, carried);
            PassageQuery query = new PassageQuery(languages);
            boolean hasSubject = !words.isEmpty() || !asked.phrases().isEmpty();
            Query wanted = hasSubject ? query.of(words, asked) : query.ofEveryWord(question);
            List<FoundPassage> found = search(reader, wanted, limit);
            return new Ranking(
                    found, words, asked.phrases(), inside(documents, found, words, languages));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Interruption.check();
        }
    }

    private Map<Long, List<WordInDocument>> inside(
            List<StoredDocument> documents,
            List<FoundPassage> found,
            List<QuestionWord> words,
            Set<TextLanguage> languages)
            throws IOException, InterruptedException {
        Set<Long> holding =
                found.stream().map(one -> one.passage().documentId()).collect(Collectors.toSet());
        Map<Long, List<WordInDocument>> inside = new HashMap<>();
        for (StoredDocument document : documents) {
            if (holding.contains(document.id())) {
                try (IndexReader reader = indexes.read(List.of(document))) {
                    inside.put(document.id(), new Vocabulary(reader, languages).inside(words));
                }
            }
        }
        return inside;
    }

    @Override
    public List<Passage> passages(StoredDocument document) throws InterruptedException {
        try (IndexReader reader = indexes.read(List.of(document))) {
            List<Passage> passages = new ArrayList<>(reader.numDocs());
            StoredFields stored = reader.storedFields();
            for (int index = 0; index < reader.maxDoc(); index++) {
                Interruption.check();
                passages.add(IndexFields.passage(stored.document(index)));
            }
            // Segments may have been merged in another order than they were written.
            passages.sort(Comparator.comparingInt(Passage::number));
            return passages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void forget(long documentId) {
        indexes.forget(documentId);
    }

    @Override
    public void close() {
        indexes.close();
    }

    private static Logger quiet() {
        Logger logger =
                Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");
        logger.setLevel(Level.SEVERE);
        return logger;
    }

    private static List<FoundPassage> search(IndexReader reader, Query query, int limit)
            throws IOException {
        if (reader.maxDoc() == 0 || limit < 1) {
            return List.of();
        }
        IndexSearcher searcher = new IndexSearcher(reader);
        long end = System.nanoTime() + PATIENCE.toNanos();
        searcher.setTimeout(
                () -> System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted());
        List<FoundPassage> found = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc hit : searcher.search(query, Math.min(limit, MOST)).scoreDocs) {
            found.add(new FoundPassage(IndexFields.passage(stored.document(hit.doc)), hit.score));
        }
        return found;
    }
}
