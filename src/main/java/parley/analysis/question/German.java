package parley.analysis.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts simple German questions into the words that the grammar knows. Names of the table's own
/// columns and values stay as they are.
final class German {
    private static final int LONGEST = 4;

    /// Words that are in nearly every English question, and in no German one.
    private static final Set<String> ENGLISH =
            Set.of("the", "of", "how", "by", "per", "what", "which", "is", "are", "show", "for");

    /// Words that make a question German.
    private static final Set<String> MARKS =
            Set.of(
                    "how many",
                    "how much",
                    "average",
                    "total",
                    "by",
                    "in each",
                    "by each",
                    "who",
                    "which",
                    "highest",
                    "lowest",
                    "more than",
                    "less than",
                    "share",
                    "since",
                    "monthly",
                    "weekly",
                    "daily",
                    "yearly",
                    "revenue",
                    "control chart",
                    "compare",
                    "show",
                    "versus",
                    "last",
                    "without",
                    "between",
                    "not",
                    "why",
                    "predict",
                    "delete");

    private static final German VOCABULARY = new German();

    private final Map<String, String> phrases = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();

    /// What was said, and in how many tokens.
    private record Meant(String english, int length) {}

    private German() {
        for (String line : Lexicon.lines("german.txt")) {
            String english = Lexicon.head(line).strip();
            for (String phrase : Lexicon.phrases(line)) {
                if (phrase.endsWith("*")) {
                    stems.put(phrase.substring(0, phrase.length() - 1), english);
                } else {
                    phrases.put(phrase, english);
                }
            }
        }
    }

    /// The question in English words; as it is where it is not German.
    static List<Token> translated(List<Token> tokens, TableFacts facts) {
        return VOCABULARY.isSpoken(tokens) ? VOCABULARY.read(tokens, facts) : tokens;
    }

    private boolean isSpoken(List<Token> tokens) {
        if (tokens.stream().anyMatch(token -> ENGLISH.contains(token.norm()))) {
            return false;
        }
        for (int at = 0; at < tokens.size(); at++) {
            Optional<Meant> meant = meant(tokens, at);
            boolean same = meant.filter(each -> isEnglish(tokens, each)).isPresent();
            if (!same && meant.filter(each -> MARKS.contains(each.english())).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// A word that both languages have says nothing: `top`, `median`.
    private static boolean isEnglish(List<Token> tokens, Meant meant) {
        return tokens.stream().anyMatch(token -> token.norm().equals(meant.english()));
    }

    private List<Token> read(List<Token> tokens, TableFacts facts) {
        Linker linker = new Linker(facts);
        TableNames table = new TableNames(facts);
        List<Token> english = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            Optional<Meant> meant = meant(tokens, at);
            boolean own =
                    table.isRow(token.norm())
                            || linker.column(tokens, at)
                                    .filter(link -> link.score() >= 0.95)
                                    .isPresent();
            if (own || meant.isEmpty()) {
                english.add(token);
                at++;
            } else {
                Tokens.of(meant.get().english()).forEach(english::add);
                at += meant.get().length();
            }
        }
        return english;
    }

    private Optional<Meant> meant(List<Token> tokens, int start) {
        for (int length = Math.min(LONGEST, tokens.size() - start); length > 0; length--) {
            List<Token> span = tokens.subList(start, start + length);
            if (span.stream().anyMatch(token -> token.kind() != Token.Kind.WORD)) {
                continue;
            }
            String said = String.join(" ", span.stream().map(Token::norm).toList());
            String english = phrases.get(said);
            if (english == null) {
                english = stem(said);
            }
            if (english != null) {
                return Optional.of(new Meant(english, length));
            }
        }
        return Optional.empty();
    }

    private @Nullable String stem(String said) {
        for (int ending = 0; ending <= Math.min(3, said.length() - 1); ending++) {
            String english = stems.get(said.substring(0, said.length() - ending));
            if (english != null) {
                return english;
            }
        }
        return null;
    }
}
