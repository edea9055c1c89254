package parley.document.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/// The languages whose words are reduced to stems: Snowball's stemmers (Porter, 2001) or the light
/// ones of Savoy (2006), which take off less and confuse less. Words of other languages are
/// compared as they are written.
enum TextLanguage {
    ENGLISH("en", EnglishWords::stopWords, EnglishWords::stems),
    GERMAN("de", GermanAnalyzer::getDefaultStopSet, TextLanguage::german),
    FRENCH("fr", FrenchAnalyzer::getDefaultStopSet, FrenchLightStemFilter::new),
    SPANISH("es", SpanishAnalyzer::getDefaultStopSet, SpanishLightStemFilter::new),
    ITALIAN("it", ItalianAnalyzer::getDefaultStopSet, ItalianLightStemFilter::new),
    PORTUGUESE("pt", PortugueseAnalyzer::getDefaultStopSet, PortugueseLightStemFilter::new),
    DUTCH(
            "nl",
            DutchAnalyzer::getDefaultStopSet,
            words -> new SnowballFilter(words, new DutchStemmer())),
    RUSSIAN("ru", RussianAnalyzer::getDefaultStopSet, RussianLightStemFilter::new),
    SWEDISH("sv", SwedishAnalyzer::getDefaultStopSet, SwedishLightStemFilter::new),
    DANISH(
            "da",
            DanishAnalyzer::getDefaultStopSet,
            words -> new SnowballFilter(words, new DanishStemmer())),
    NORWEGIAN("no", NorwegianAnalyzer::getDefaultStopSet, NorwegianLightStemFilter::new),
    FINNISH("fi", FinnishAnalyzer::getDefaultStopSet, FinnishLightStemFilter::new),
    HUNGARIAN("hu", HungarianAnalyzer::getDefaultStopSet, HungarianLightStemFilter::new),
    CZECH("cs", CzechAnalyzer::getDefaultStopSet, CzechStemFilter::new),
    ROMANIAN(
            "ro",
            RomanianAnalyzer::getDefaultStopSet,
            words -> new SnowballFilter(words, new RomanianStemmer())),
    TURKISH(
            "tr",
            TurkishAnalyzer::getDefaultStopSet,
            words -> new SnowballFilter(words, new TurkishStemmer())),
    GREEK(
            "el",
            GreekAnalyzer::getDefaultStopSet,
            words -> new GreekStemFilter(new GreekLowerCaseFilter(words))),
    ARABIC(
            "ar",
            ArabicAnalyzer::getDefaultStopSet,
            words -> new ArabicStemFilter(new ArabicNormalizationFilter(words))),
    OTHER("", () -> CharArraySet.EMPTY_SET, words -> words);

    /// Languages that write compounds as one word.
    private static final Set<String> COMPOUNDING = Set.of("de", "nl", "sv", "da", "no", "fi", "hu");

    private final String code;

    // Both refer to methods without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<CharArraySet> stopWords;

    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<TokenStream> stemming;

    TextLanguage(
            String code, Supplier<CharArraySet> stopWords, UnaryOperator<TokenStream> stemming) {
        this.code = code;
        this.stopWords = stopWords;
        this.stemming = stemming;
    }

    /// The language of an ISO 639-1 code.
    static TextLanguage of(Optional<String> code) {
        return code.flatMap(wanted ->
                        Arrays.stream(values())
                                .filter(language -> language.code.equals(wanted))
                                .findFirst())
                .orElse(OTHER);
    }

    String code() {
        return code;
    }

    /// In lower case, with their accents.
    CharArraySet stopWords() {
        return stopWords.get();
    }

    TokenStream stems(TokenStream words) {
        return stemming.apply(words);
    }

    boolean writesCompounds() {
        return COMPOUNDING.contains(code);
    }

    private static TokenStream german(TokenStream words) {
        return new GermanLightStemFilter(new GermanNormalizationFilter(words));
    }

    /// English needs more than one filter.
    private static final class EnglishWords {
        private EnglishWords() {}

        static CharArraySet stopWords() {
            return StopWords.english();
        }

        static TokenStream stems(TokenStream words) {
            return new SnowballFilter(new EnglishPossessiveFilter(words), new EnglishStemmer());
        }
    }
}
