package parley.document.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;

/// A question as a query. Built from words, never parsed: nothing in a question is an operator.
final class PassageQuery {
    private static final float HEADINGS = 0.8f;
    private static final float EXACT = 0.25f;
    private static final float FILE = 0.3f;
    private static final float NEAR = 0.4f;
    private static final float PHRASE = 5;
    private static final int SLOP = 6;
    private static final int LONGEST_PHRASE = 30;

    private final Set<String> terms = new LinkedHashSet<>();
    private final BooleanQuery.Builder query = new BooleanQuery.Builder();
    private final Collection<TextLanguage> languages;

    /// @param languages of the documents
    PassageQuery(Collection<TextLanguage> languages) {
        this.languages = List.copyOf(languages);
    }

    Query of(List<QuestionWord> words, AskedWords asked) {
        words.forEach(this::add);
        addNeighbours(words);
        asked.phrases().forEach(phrase -> addPhrase(phrase, PHRASE));
        return query.build();
    }

    /// For a question of function words alone: to be or not to be.
    Query ofEveryWord(String question) {
        addPhrase(question, PHRASE);
        new WordAnalyzer(TextLanguage.OTHER, true)
                .words(question).stream()
                        .distinct()
                        .limit(LONGEST_PHRASE)
                        .forEach(word -> add(IndexFields.EXACT, Map.of(word, 1.0), 1));
        return query.build();
    }

    private void add(QuestionWord word) {
        boolean isNew = terms.addAll(word.forms().keySet());
        // Two words that stand for the same (tall, height) count once.
        float share = isNew ? share(word) : share(word) / 2;
        add(IndexFields.TEXT, word.forms(), share);
        add(IndexFields.HEADINGS, word.forms(), HEADINGS * share);
        for (String plain : new WordAnalyzer(TextLanguage.OTHER, true).words(word.word())) {
            add(IndexFields.EXACT, Map.of(plain, 1.0), EXACT * share);
            add(IndexFields.FILE, Map.of(plain, 1.0), FILE * share);
        }
    }

    private static float share(QuestionWord word) {
        return (float) word.share();
    }

    private void add(String field, Map<String, Double> forms, float boost) {
        if (forms.isEmpty()) {
            return;
        }
        SynonymQuery.Builder any = new SynonymQuery.Builder(field);
        forms.forEach((stem, share) -> any.addTerm(new Term(field, stem), share.floatValue()));
        query.add(new BoostQuery(any.build(), boost), Occur.SHOULD);
    }

    /// Neighbours in the question that are near each other in the text: sequential dependence
    /// (Metzler and Croft, 2005).
    private void addNeighbours(List<QuestionWord> words) {
        for (int index = 1; index < words.size(); index++) {
            Optional<String> left = own(words.get(index - 1));
            Optional<String> right = own(words.get(index));
            if (left.isPresent() && right.isPresent() && !left.equals(right)) {
                addNear(IndexFields.TEXT, left.get(), right.get());
                addNear(IndexFields.HEADINGS, left.get(), right.get());
            }
        }
    }

    private void addNear(String field, String left, String right) {
        query.add(new BoostQuery(new PhraseQuery(SLOP, field, left, right), NEAR), Occur.SHOULD);
    }

    private static Optional<String> own(QuestionWord word) {
        return word.forms().entrySet().stream()
                .filter(form -> form.getValue() == 1)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private void addPhrase(String phrase, float boost) {
        Set<List<String>> forms = new LinkedHashSet<>();
        for (TextLanguage language : languages) {
            forms.add(new WordAnalyzer(language, true).words(phrase));
        }
        for (List<String> words : forms) {
            if (!words.isEmpty() && words.size() <= LONGEST_PHRASE) {
                query.add(
                        new BoostQuery(
                                new PhraseQuery(IndexFields.EXACT, words.toArray(String[]::new)),
                                boost),
                        Occur.SHOULD);
            }
        }
    }
}
