package parley.document.search;

import java.util.Map;

/// A word of a question, and what stands for it in the documents that were asked.
///
/// @param word as it was written, in lower case
/// @param forms stems in the documents, each with how much of the word it carries: 1 for the word
///   itself, less for what is related to it; empty if the documents hold none
/// @param rarity its inverse document frequency among the passages of those documents
/// @param share how much of that counts: less than 1 for a word that names a kind of answer (year,
///   number)
public record QuestionWord(String word, Map<String, Double> forms, double rarity, double share) {
    public QuestionWord {
        forms = Map.copyOf(forms);
    }

    /// How much the word says.
    public double weight() {
        return rarity * share;
    }
}
