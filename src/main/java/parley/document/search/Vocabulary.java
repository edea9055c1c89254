package parley.document.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The words that some documents hold, and which of them stand for a word of a question: its stem,
/// words that continue it (found, foundation), related ones, and if there is none of these, what it
/// may be a slip of.
final class Vocabulary {
    private static final double SAME = 0.95;
    private static final double COMPARED = 0.9;
    private static final double CONTINUED = 0.5;
    private static final double RELATED = 0.7;
    private static final double SLIP = 0.6;
    private static final double VAGUE = 0.35;
    private static final double CARRIED = 0.4;

    // Shorter beginnings are shared by words that have nothing to do with each other.
    private static final int SHORTEST_BEGINNING = 5;
    private static final int LONGEST_ENDING = 4;
    private static final int LONGEST_COMPOUND = 20;
    private static final int MOST_CONTINUED = 12;
    private static final int MOST_LOOKED_AT = 200;
    private static final int SHORTEST_SLIP = 7;
    private static final int MOST_SLIPS = 3;

    private final IndexReader reader;
    private final @Nullable Terms terms;
    private final Collection<TextLanguage> languages;

    /// @param languages of the documents
    Vocabulary(IndexReader reader, Collection<TextLanguage> languages) throws IOException {
        this.reader = reader;
        this.terms = MultiTerms.getTerms(reader, IndexFields.TEXT);
        this.languages = List.copyOf(languages);
    }

    /// @param carried words that come from an earlier question
    List<QuestionWord> words(AskedWords asked, Set<String> carried) throws IOException {
        List<QuestionWord> words = new ArrayList<>();
        for (String word : asked.words()) {
            Map<String, Double> forms = forms(word);
            double vague = asked.vague().contains(word) ? VAGUE : 1;
            double own = carried.contains(word) ? CARRIED : 1;
            words.add(new QuestionWord(word, forms, rarity(forms), vague * own));
        }
        return words;
    }

    /// What the words of a question say in these documents alone.
    List<WordInDocument> inside(List<QuestionWord> words) throws IOException {
        List<WordInDocument> inside = new ArrayList<>();
        for (QuestionWord word : words) {
            Map<String, Double> here = new HashMap<>();
            for (Map.Entry<String, Double> form : word.forms().entrySet()) {
                keep(here, form.getKey(), form.getValue());
            }
            double presence = here.values().stream().mapToDouble(share -> share).max().orElse(0);
            inside.add(new WordInDocument(rarity(here), presence));
        }
        return inside;
    }

    private Map<String, Double> forms(String word) throws IOException {
        Map<String, Double> forms = new HashMap<>();
        for (TextLanguage language : languages) {
            for (String stem : new WordAnalyzer(language, false).words(word)) {
                addWord(forms, stem, language, 1);
            }
            for (String positive : Comparison.positives(word, language)) {
                for (String stem : new WordAnalyzer(language, false).words(positive)) {
                    addWord(forms, stem, language, COMPARED);
                }
            }
        }
        if (forms.isEmpty()) {
            addSlips(forms, word);
        }
        return forms;
    }

    private void addWord(
            Map<String, Double> forms, String stem, TextLanguage language, double share)
            throws IOException {
        keep(forms, stem, share);
        RelatedWords words = RelatedWords.of(language);
        Set<String> same = words.formsOf(stem);
        for (String form : same) {
            keep(forms, form, SAME * share);
        }
        for (String related : words.of(stem)) {
            keep(forms, related, RELATED * share);
        }
        for (String form : same) {
            for (String related : words.of(form)) {
                keep(forms, related, RELATED * share);
            }
        }
        for (String related : words.of(stem)) {
            for (String form : words.formsOf(related)) {
                keep(forms, form, RELATED * share);
            }
        }
        addContinued(forms, stem, language.writesCompounds());
    }

    private void keep(Map<String, Double> forms, String stem, double share) throws IOException {
        if (frequency(stem) > 0) {
            forms.merge(stem, share, Math::max);
        }
    }

    private void addContinued(Map<String, Double> forms, String stem, boolean compounds)
            throws IOException {
        if (terms == null || stem.length() < SHORTEST_BEGINNING) {
            return;
        }
        for (int end = SHORTEST_BEGINNING; end < stem.length(); end++) {
            if (stem.length() - end <= LONGEST_ENDING) {
                keep(forms, stem.substring(0, end), CONTINUED);
            }
        }
        int longest = stem.length() + (compounds ? LONGEST_COMPOUND : LONGEST_ENDING);
        TermsEnum following = terms.iterator();
        BytesRef start = new BytesRef(stem);
        if (following.seekCeil(start) == TermsEnum.SeekStatus.END) {
            return;
        }
        int kept = 0;
        for (int looked = 0; looked < MOST_LOOKED_AT && kept < MOST_CONTINUED; looked++) {
            String term = following.term().utf8ToString();
            if (!term.startsWith(stem)) {
                return;
            }
            if (term.length() <= longest && !term.equals(stem)) {
                forms.merge(term, CONTINUED, Math::max);
                kept++;
            }
            if (following.next() == null) {
                return;
            }
        }
    }

    /// Words one letter away (Damerau and Levenshtein), the first letter kept.
    private void addSlips(Map<String, Double> forms, String word) throws IOException {
        if (terms == null
                || word.codePointCount(0, word.length()) < SHORTEST_SLIP
                || word.length() > 30
                || !word.chars().allMatch(Character::isLetter)) {
            return;
        }
        for (TextLanguage language : languages) {
            for (String stem : new WordAnalyzer(language, false).words(word)) {
                if (stem.length() < SHORTEST_SLIP) {
                    continue;
                }
                TermsEnum near =
                        new FuzzyTermsEnum(terms, new Term(IndexFields.TEXT, stem), 1, 1, true);
                int kept = 0;
                while (kept < MOST_SLIPS && near.next() != null) {
                    forms.merge(near.term().utf8ToString(), SLIP, Math::max);
                    kept++;
                }
            }
        }
    }

    /// The inverse document frequency of BM25 (Robertson and Spärck Jones, 1976, in Lucene's form,
    /// which is never negative). The word's own frequency if the documents hold it, else that of
    /// what stands for it.
    private double rarity(Map<String, Double> forms) throws IOException {
        double best = forms.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        long frequency = 0;
        for (Map.Entry<String, Double> form : forms.entrySet()) {
            if (form.getValue() >= best) {
                frequency = Math.max(frequency, frequency(form.getKey()));
            }
        }
        return Math.log(1 + (reader.numDocs() - frequency + 0.5) / (frequency + 0.5));
    }

    /// In how many passages it stands, or above them.
    private int frequency(String stem) throws IOException {
        return Math.max(
                reader.docFreq(new Term(IndexFields.TEXT, stem)),
                reader.docFreq(new Term(IndexFields.HEADINGS, stem)));
    }
}
