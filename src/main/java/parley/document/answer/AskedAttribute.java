package parley.document.answer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import parley.document.search.QuestionWord;

/// What of a thing is asked for: the population of a town, the captain of a ship. A sentence about
/// the thing that does not name it answers nothing.
final class AskedAttribute {
    private static final Pattern LAST_WORD =
            Pattern.compile(
                    "^(?:what|who)(?:'s| is| was| are| were) the (?:[\\p{L}-]+ ){0,2}?([\\p{L}-]+)"
                            + "(?:,? (?:of|in|for|per|on|at|from|when|during|by)\\b.*)?[?.! ]*$"
                            + "|^(?:the )?([\\p{L}-]+) (?:of|in) .*"
                            + "|^(?:was|wie|wer|wie hoch|wie groß|wie lautet|welches)(?: ist| war| sind| waren|) (?:der|die|das)"
                            + " (?:\\p{L}+e[rns]? )?(\\p{L}+)(?: (?:von|vom|der|des|für|im|in|pro|am|beim)\\b.*)?[?.! ]*$",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern FIRST_WORD =
            Pattern.compile(
                    "^(?:quel(?:le)?s?|qui) (?:est|était|sont) (?:la |le |les |l')(\\p{L}+)\\b.*"
                            + "|^(?:cuál(?:es)?|quién|qué) (?:es|era|son|fue) (?:la|el|los|las) (\\p{L}+)\\b.*",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private final Optional<QuestionWord> attribute;

    private AskedAttribute(Optional<QuestionWord> attribute) {
        this.attribute = attribute;
    }

    /// @param plain the question on one line, in lower case
    /// @param counted what it asks to count
    static AskedAttribute of(
            String plain, List<QuestionWord> words, Optional<QuestionWord> counted) {
        Optional<QuestionWord> named =
                named(LAST_WORD, plain)
                        .or(() -> named(FIRST_WORD, plain))
                        .flatMap(name ->
                                words.stream()
                                        .filter(word -> word.word().equals(name))
                                        .findFirst());
        return new AskedAttribute(named.or(() -> counted));
    }

    private static Optional<String> named(Pattern pattern, String plain) {
        Matcher matcher = pattern.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(matcher::group)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// @param own the stems of a sentence, or of a row with its head
    /// @param above of its headings
    Signals.Held in(Set<String> own, Set<String> above) {
        return Signals.Held.of(
                attribute.isPresent(),
                attribute.stream()
                        .flatMap(word -> word.forms().keySet().stream())
                        .anyMatch(stem -> own.contains(stem) || above.contains(stem)));
    }
}
