package parley.dialect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.conversation.FoldedText;
import parley.error.AppException;
import parley.http.QueryFields;

/// The words that a search is for.
///
/// @param typed as they were typed, each once; none where nothing is searched
public record SearchWords(List<String> typed) {
    private static final int LONGEST = 500;
    private static final int MOST = 20;

    /// From the parameter `q`.
    ///
    /// @throws AppException (400) if it is too long, or holds too many words
    public static SearchWords of(QueryFields query) {
        Optional<String> text = query.text("q");
        if (text.isEmpty()) {
            return new SearchWords(List.of());
        }
        if (text.get().length() > LONGEST) {
            throw AppException.invalid(
                    "q",
                    "The parameter \"q\" has %d characters; at most %d are allowed."
                            .formatted(text.get().length(), LONGEST));
        }
        List<String> words =
                Stream.of(text.get().split("\\s+"))
                        .filter(word -> !FoldedText.fold(word).isEmpty())
                        .distinct()
                        .toList();
        if (words.size() > MOST) {
            throw AppException.invalid(
                    "q",
                    "The parameter \"q\" has %d words; at most %d are allowed."
                            .formatted(words.size(), MOST));
        }
        return new SearchWords(words);
    }

    /// As [FoldedText#fold] has them.
    public List<String> folded() {
        return typed.stream().map(FoldedText::fold).toList();
    }
}
