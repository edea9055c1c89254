package parley.document.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import parley.document.Passage;

/// How a passage is written into an index, and read from it again.
final class IndexFields {
    /// Stems, without function words.
    static final String TEXT = "text";

    /// Every word as it is written.
    static final String EXACT = "exact";

    static final String HEADINGS = "headings";
    static final String FILE = "file";
    private static final String STORED_TEXT = "stored-text";
    private static final String STORED_HEADINGS = "stored-headings";
    private static final String PLACE = "place";

    private IndexFields() {}

    static Analyzer analyzer(TextLanguage language) {
        WordAnalyzer exact = new WordAnalyzer(language, true);
        return new PerFieldAnalyzerWrapper(
                new WordAnalyzer(language, false), Map.of(EXACT, exact, FILE, exact));
    }

    static Document document(Passage passage, String filename) {
        Document document = new Document();
        String plain = PlainText.of(passage.text());
        document.add(new TextField(TEXT, plain, Field.Store.NO));
        document.add(new TextField(EXACT, plain, Field.Store.NO));
        String headings = String.join("\n", passage.headings());
        document.add(new TextField(HEADINGS, PlainText.of(headings), Field.Store.NO));
        document.add(new TextField(FILE, filenameWords(filename), Field.Store.NO));
        document.add(new StoredField(STORED_TEXT, passage.text()));
        document.add(new StoredField(STORED_HEADINGS, headings));
        document.add(
                new StoredField(
                        PLACE,
                        "%d %d %d %d"
                                .formatted(
                                        passage.documentId(),
                                        passage.number(),
                                        passage.page(),
                                        passage.lastPage())));
        return document;
    }

    static Passage passage(Document document) {
        String[] place = document.get(PLACE).split(" ", -1);
        String headings = document.get(STORED_HEADINGS);
        return new Passage(
                Long.parseLong(place[0]),
                Integer.parseInt(place[1]),
                Integer.parseInt(place[2]),
                Integer.parseInt(place[3]),
                headings.isEmpty() ? List.of() : Arrays.asList(headings.split("\n", -1)),
                document.get(STORED_TEXT));
    }

    /// `annual_report-2024.pdf` as words.
    private static String filenameWords(String filename) {
        return PlainText.of(filename).replaceAll("[^\\p{L}\\p{N}]+", " ");
    }
}
