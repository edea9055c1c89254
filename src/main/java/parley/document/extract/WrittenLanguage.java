package parley.document.extract;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import parley.document.Block;
import parley.document.DocumentPage;

/// Tells the language of a document: by its script where only one language uses it, else by the
/// share of its words that are function words (the, und, que), of which Lucene has lists.
final class WrittenLanguage {
    private static final int LETTERS_READ = 50_000;
    private static final int FEWEST_WORDS = 4;
    private static final double SMALLEST_SHARE = 0.08;
    private static final double MOSTLY = 0.5;

    /// Languages whose script no other one here shares.
    private static final Map<UnicodeScript, String> BY_SCRIPT =
            Map.ofEntries(
                    Map.entry(UnicodeScript.HEBREW, "he"),
                    Map.entry(UnicodeScript.GREEK, "el"),
                    Map.entry(UnicodeScript.HANGUL, "ko"),
                    Map.entry(UnicodeScript.THAI, "th"),
                    Map.entry(UnicodeScript.ARMENIAN, "hy"),
                    Map.entry(UnicodeScript.GEORGIAN, "ka"),
                    Map.entry(UnicodeScript.BENGALI, "bn"),
                    Map.entry(UnicodeScript.TAMIL, "ta"),
                    Map.entry(UnicodeScript.TELUGU, "te"));

    private static final Set<String> ENGLISH =
            Set.of(
                    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "had",
                    "has", "have", "he", "his", "if", "in", "into", "is", "it", "its", "not", "of",
                    "on", "or", "she", "such", "that", "the", "their", "then", "there", "these",
                    "they", "this", "to", "was", "were", "which", "who", "will", "with", "would",
                    "you");

    private static final Set<String> POLISH =
            Set.of(
                    "i", "w", "na", "z", "się", "nie", "do", "to", "jest", "że", "o", "jak", "ale",
                    "po", "za", "od", "są", "przez", "dla", "który", "która", "które", "oraz",
                    "był", "była", "było", "być", "czy", "tylko", "tak", "już", "jego", "jej",
                    "ich");

    private WrittenLanguage() {}

    /// The lists, made when the first document asks for them.
    private static final class Lists {
        private static final Map<String, Set<?>> WORDS = words();

        private static Map<String, Set<?>> words() {
            Map<String, Set<?>> words = new HashMap<>();
            words.put("en", ENGLISH);
            words.put("pl", POLISH);
            words.put("ar", ArabicAnalyzer.getDefaultStopSet());
            words.put("bg", BulgarianAnalyzer.getDefaultStopSet());
            words.put("ca", CatalanAnalyzer.getDefaultStopSet());
            words.put("cs", CzechAnalyzer.getDefaultStopSet());
            words.put("da", DanishAnalyzer.getDefaultStopSet());
            words.put("de", GermanAnalyzer.getDefaultStopSet());
            words.put("es", SpanishAnalyzer.getDefaultStopSet());
            words.put("fa", PersianAnalyzer.getDefaultStopSet());
            words.put("fi", FinnishAnalyzer.getDefaultStopSet());
            words.put("fr", FrenchAnalyzer.getDefaultStopSet());
            words.put("hi", HindiAnalyzer.getDefaultStopSet());
            words.put("hu", HungarianAnalyzer.getDefaultStopSet());
            words.put("id", IndonesianAnalyzer.getDefaultStopSet());
            words.put("it", ItalianAnalyzer.getDefaultStopSet());
            words.put("nl", DutchAnalyzer.getDefaultStopSet());
            words.put("no", NorwegianAnalyzer.getDefaultStopSet());
            words.put("pt", PortugueseAnalyzer.getDefaultStopSet());
            words.put("ro", RomanianAnalyzer.getDefaultStopSet());
            words.put("ru", RussianAnalyzer.getDefaultStopSet());
            words.put("sv", SwedishAnalyzer.getDefaultStopSet());
            words.put("tr", TurkishAnalyzer.getDefaultStopSet());
            return words;
        }
    }

    /// The ISO 639-1 code; empty if it cannot be told.
    static Optional<String> of(List<DocumentPage> pages) {
        String text = sample(pages);
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(point -> scripts.merge(UnicodeScript.of(point), 1, Integer::sum));
        int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
        return ofScript(scripts, letters).or(() -> ofWords(text));
    }

    // From all of the document: its first pages may be a foreign quotation or a list of names.
    private static String sample(List<DocumentPage> pages) {
        StringBuilder text = new StringBuilder();
        int step = Math.max(1, pages.size() / 50);
        for (int page = 0; page < pages.size() && text.length() < LETTERS_READ; page += step) {
            for (Block block : pages.get(page).blocks()) {
                if (block.kind() != Block.Kind.CODE && block.kind() != Block.Kind.MARGIN) {
                    int room = Math.max(0, LETTERS_READ - text.length());
                    text.append(block.text(), 0, Math.min(room, block.text().length()))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static Optional<String> ofScript(Map<UnicodeScript, Integer> scripts, int letters) {
        int kana =
                scripts.getOrDefault(UnicodeScript.HIRAGANA, 0)
                        + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = scripts.getOrDefault(UnicodeScript.HAN, 0);
        if (kana + han > MOSTLY * letters) {
            // Japanese has its endings in kana; Chinese has none.
            return Optional.of(kana > han / 20 ? "ja" : "zh");
        }
        return scripts.entrySet().stream()
                .filter(entry -> entry.getValue() > MOSTLY * letters)
                .flatMap(entry -> Optional.ofNullable(BY_SCRIPT.get(entry.getKey())).stream())
                .findFirst();
    }

    private static Optional<String> ofWords(String text) {
        Map<String, Integer> counts = new HashMap<>();
        int words = 0;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}']+")) {
            if (!word.isEmpty()) {
                words++;
                count(word, counts);
            }
        }
        int least = Math.max(FEWEST_WORDS, (int) (SMALLEST_SHARE * words));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .max(
                        Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private static void count(String word, Map<String, Integer> counts) {
        Lists.WORDS.forEach((language, list) -> {
            boolean has =
                    list instanceof CharArraySet letters
                            ? letters.contains(word)
                            : list.contains(word);
            if (has) {
                counts.merge(language, 1, Integer::sum);
            }
        });
    }
}
