package parley.document.answer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.document.search.QuestionWord;
import parley.document.search.WordInDocument;

/// How much of a question's words a sentence holds. What a word says is split in two: what it says
/// inside its document (its rarity among the document's passages), which the sentence must hold, in
/// itself, or for less in its neighbours, its headings and its passage (Murdock, 2006, smooths
/// sentences so); and the rest, which tells the document, and which the document holds.
final class WordEvidence {
    private static final double NEIGHBOUR = 0.5;
    // "It was nineteen metres high": of what the sentence before named.
    private static final double REFERRED = 0.8;
    private static final double HEADING = 0.75;
    private static final double PASSAGE = 0.35;
    // A word that no document holds may be another word for one that they do hold.
    private static final double UNKNOWN = 0.6;
    // Where every page speaks of a population, the word tells no page, but still the sentence.
    private static final double LEAST = 0.6;

    private final List<QuestionWord> words;
    private final List<WordInDocument> inside;

    /// @param inside what the words say in the document, in their order
    WordEvidence(List<QuestionWord> words, List<WordInDocument> inside) {
        this.words = words;
        this.inside = inside;
    }

    /// @param coverage of the question's words by the sentence and what surrounds it, from 0 to 1
    /// @param direct the same by the sentence alone
    /// @param gap the share of all that the question says in the one word of which the sentence and
    ///   what surrounds it hold least, from 0 to 1
    /// @param elsewhere the same among the words that the document does hold in other places: where
    ///   it speaks of populations, a sentence without one does not tell a population
    /// @param complete whether every number of the question is in the sentence or around it
    record Found(double coverage, double direct, double gap, double elsewhere, boolean complete) {}

    /// @param own the stems of the sentence
    /// @param referred of the sentence before, if it begins with a word that stands for something
    ///   there
    /// @param beside of its neighbours
    /// @param above of its headings
    /// @param whole of its passage
    Found in(
            Set<String> own,
            Set<String> referred,
            Set<String> beside,
            Set<String> above,
            Set<String> whole) {
        double covered = 0;
        double direct = 0;
        double total = 0;
        double gap = 0;
        double elsewhere = 0;
        boolean complete = true;
        for (int index = 0; index < Math.min(words.size(), inside.size()); index++) {
            QuestionWord word = words.get(index);
            WordInDocument here = inside.get(index);
            double known = word.forms().isEmpty() ? UNKNOWN : 1;
            double share = known * word.share();
            double tellsPage = share * (here.rarity() + LEAST);
            double tellsDocument = share * Math.max(0, word.rarity() - here.rarity());
            double match = Math.max(match(word, own), REFERRED * match(word, referred));
            double around =
                    Math.max(
                            Math.max(match, NEIGHBOUR * match(word, beside)),
                            Math.max(HEADING * match(word, above), PASSAGE * match(word, whole)));
            covered += tellsPage * around + tellsDocument * here.presence();
            direct += tellsPage * match + tellsDocument * here.presence();
            total += tellsPage + tellsDocument;
            double missing = tellsPage * (1 - around) + tellsDocument * (1 - here.presence());
            gap = Math.max(gap, missing);
            elsewhere = Math.max(elsewhere, missing * here.presence());
            complete = complete && (around > 0 || !isNumber(word.word()));
        }
        return total > 0
                ? new Found(
                        covered / total, direct / total, gap / total, elsewhere / total, complete)
                : new Found(0, 0, 1, 0, complete);
    }

    private static boolean isNumber(String word) {
        return word.length() > 1 && word.chars().allMatch(Character::isDigit);
    }

    private static double match(QuestionWord word, Set<String> stems) {
        double best = 0;
        for (Map.Entry<String, Double> form : word.forms().entrySet()) {
            if (form.getValue() > best && stems.contains(form.getKey())) {
                best = form.getValue();
            }
        }
        return best;
    }
}
