package parley.document.search;

import java.util.List;
import java.util.Map;
import parley.document.FoundPassage;

/// What a search found, and how it understood the question.
///
/// @param found best first
/// @param words of the question, without those that only ask
/// @param phrases of the question that should be found as they are written
/// @param inDocuments what those words say inside each document that something was found in, by its
///   id, in the order of the words
public record Ranking(
        List<FoundPassage> found,
        List<QuestionWord> words,
        List<String> phrases,
        Map<Long, List<WordInDocument>> inDocuments) {
    public Ranking {
        found = List.copyOf(found);
        words = List.copyOf(words);
        phrases = List.copyOf(phrases);
        inDocuments = Map.copyOf(inDocuments);
    }

    /// The same without some of what was found.
    public Ranking with(List<FoundPassage> others) {
        return new Ranking(others, words, phrases, inDocuments);
    }
}
