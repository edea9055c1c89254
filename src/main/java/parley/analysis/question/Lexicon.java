package parley.analysis.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which phrases mean what, and which words mean nothing to a plan.
final class Lexicon {
    private static final int LONGEST = 6;
    private static final Lexicon ENGLISH = new Lexicon();

    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, String> limits = new HashMap<>();
    private final Set<String> plain = new HashSet<>();
    private final Map<String, Set<String>> verbs = new HashMap<>();

    /// The words that phrases are made of, and units of time.
    private final Set<String> words = new TreeSet<>();

    /// A phrase that was found.
    record Phrase(Term term, int length) {}

    private Lexicon() {
        for (String line : lines("english.txt")) {
            phrases(line).forEach(phrase -> terms.put(phrase, Term.valueOf(head(line))));
        }
        for (String line : lines("english-limits.txt")) {
            phrases(line).forEach(phrase -> limits.put(phrase, head(line)));
        }
        for (String line : lines("english-plain.txt")) {
            plain.addAll(List.of(line.split("\\s+")));
        }
        for (String line : lines("english-verbs.txt")) {
            Set<String> nouns = Set.of(head(line).split("\\s+"));
            phrases(line).forEach(verb -> verbs.put(verb, nouns));
        }
        terms.keySet().forEach(phrase -> words.addAll(List.of(phrase.split(" "))));
        words.addAll(PeriodReader.units());
        words.removeIf(word -> !word.chars().allMatch(Character::isLetter));
    }

    static Lexicon english() {
        return ENGLISH;
    }

    /// The longest phrase that begins at a token.
    Optional<Phrase> phrase(List<Token> tokens, int start) {
        for (int length = Math.min(LONGEST, tokens.size() - start); length > 0; length--) {
            Term term = terms.get(text(tokens, start, length));
            if (term != null) {
                return Optional.of(new Phrase(term, length));
            }
        }
        return Optional.empty();
    }

    /// What kind of thing that is not done is asked for at a token: `WRITE`, `WHY`, `TALK`, …
    Optional<String> limit(List<Token> tokens, int start) {
        for (int length = Math.min(LONGEST, tokens.size() - start); length > 0; length--) {
            String kind = limits.get(text(tokens, start, length));
            if (kind != null) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// The nouns that a verb tells of, where it does: amounts are `spent`.
    Optional<Set<String>> verb(String word) {
        return Optional.ofNullable(verbs.get(word));
    }

    /// All words that mean something by themselves or in phrases.
    Set<String> words() {
        return Collections.unmodifiableSet(words);
    }

    /// Whether a word is one of these, or means nothing.
    boolean hasWord(String word) {
        return words.contains(word)
                || knows(word)
                || verbs.containsKey(word)
                || limits.keySet().stream()
                        .anyMatch(phrase -> List.of(phrase.split(" ")).contains(word));
    }

    boolean isPlain(String word) {
        return plain.contains(word);
    }

    /// Whether the word is of the lexicon, so that it is no misspelt name of something else.
    boolean knows(String word) {
        return plain.contains(word) || terms.containsKey(word) || limits.containsKey(word);
    }

    private static String text(List<Token> tokens, int start, int length) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens.subList(start, start + length)) {
            if (token.kind() == Token.Kind.QUOTED) {
                return "";
            }
            text.append(text.isEmpty() ? "" : " ").append(token.norm());
        }
        return text.toString();
    }

    static String head(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    static List<String> phrases(String line) {
        return List.of(line.substring(line.indexOf(':') + 1).strip().split(",\\s*"));
    }

    static List<String> lines(String name) {
        try (InputStream stream = Lexicon.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("not in the program: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
