package parley.document.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/// Takes text apart into words by Unicode's rules (UAX #29) and makes them comparable: without case
/// and accents, with pairs of ideographs where words are not separated.
final class WordAnalyzer extends Analyzer {
    // Longer ones are no words; they would only fill the index.
    private static final int LONGEST = 64;

    private static final CharArraySet ELISIONS =
            new CharArraySet(
                    List.of(
                            "l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu",
                            "lorsqu", "puisqu", "dell", "all", "un", "nell", "sull", "dall"),
                    true);

    private final TextLanguage language;
    private final boolean exact;

    /// @param exact whether words keep their forms, and none is left out
    WordAnalyzer(TextLanguage language, boolean exact) {
        this.language = language;
        this.exact = exact;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer tokenizer = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(new CJKWidthFilter(tokenizer));
        words = new LengthFilter(new ElisionFilter(words, ELISIONS), 1, LONGEST);
        words = new ThousandsFilter(words);
        if (!exact) {
            words = new StopFilter(words, language.stopWords());
        }
        words = new CJKBigramFilter(new ASCIIFoldingFilter(words));
        return new TokenStreamComponents(tokenizer, exact ? words : language.stems(words));
    }

    /// The words of a text, in order.
    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = tokenStream("", PlainText.of(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
