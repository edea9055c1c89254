package parley.document.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.document.search.TextWords;

/// What a question is about: the first thing it names ("the wage of the head keeper"), else a name
/// in it, else its words without those that only ask.
final class AskedSubject {
    private static final int MOST_WORDS = 5;
    private static final Pattern ELIDED = Pattern.compile("^[ldLD]['’](\\p{L}.*)");
    private static final Pattern END = Pattern.compile(".*[?.!,;:—]$");
    private static final Pattern NAME =
            Pattern.compile(
                    "\\p{Lu}[\\p{L}.]+(?: (?:(?:van|von|de|del|der|da|di|al|el) )?\\p{Lu}\\p{L}+)+");

    private final TextWords words;
    private final Optional<String> language;
    private final List<String> tokens;

    private AskedSubject(String question, Optional<String> language) {
        this.words = TextWords.in(language);
        this.language = language;
        this.tokens = Arrays.asList(question.strip().split("\\s+", -1));
    }

    /// @param language of the question, ISO 639-1
    static String of(String question, Optional<String> language) {
        AskedSubject subject = new AskedSubject(question, language);
        for (int index = 0; index < subject.tokens.size(); index++) {
            List<String> named = subject.namedAt(index);
            if (!named.isEmpty()) {
                return String.join(" ", named);
            }
        }
        return name(question).orElseGet(() -> subject.rest());
    }

    /// Somebody's or something's name of several words; not at the beginning, where every word has
    /// a capital.
    static Optional<String> name(String text) {
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            if (matcher.start() > 0) {
                return Optional.of(matcher.group());
            }
        }
        return Optional.empty();
    }

    /// The words of a thing's name that begins with an article.
    private List<String> namedAt(int start) {
        List<String> named = new ArrayList<>();
        String first = tokens.get(start);
        boolean elided = ELIDED.matcher(first).matches();
        if (elided) {
            named.add(bare(first));
        } else if (!isDeterminer(first.toLowerCase(Locale.ROOT))) {
            return List.of();
        } else {
            named.add(first);
        }
        boolean ended = elided && END.matcher(first).matches();
        int nouns = elided ? 1 : 0;
        for (int index = start + 1;
                index < tokens.size() && !ended && named.size() <= MOST_WORDS;
                index++) {
            String word = bare(tokens.get(index));
            String lower = word.toLowerCase(Locale.ROOT);
            boolean joins =
                    nouns > 0
                            && (FollowUpWords.JOINTS.contains(lower)
                                    || (joinsBefore(index) && isDeterminer(lower)));
            if (!joins && !isPartOfName(word, named.getLast(), nouns)) {
                break;
            }
            named.add(word);
            nouns += joins ? 0 : 1;
            ended = END.matcher(tokens.get(index)).matches();
        }
        while (!named.isEmpty() && nouns > 0 && isJoint(named.getLast())) {
            named.removeLast();
        }
        return nouns > 0 ? named : List.of();
    }

    private boolean joinsBefore(int index) {
        return FollowUpWords.JOINTS.contains(tokens.get(index - 1).toLowerCase(Locale.ROOT));
    }

    private boolean isDeterminer(String lower) {
        return FollowUpWords.isDeterminer(lower, language);
    }

    private boolean isJoint(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return FollowUpWords.JOINTS.contains(lower) || isDeterminer(lower);
    }

    private boolean isPartOfName(String word, String before, int nouns) {
        if (word.isEmpty() || (nouns > 0 && !words.isSubject(word))) {
            return false;
        }
        if (nouns == 0) {
            return true;
        }
        // Behind a German noun only nouns belong to its name.
        boolean isOver =
                language.filter("de"::equals).isPresent() && isLarge(before) && !isLarge(word);
        return !isOver && !FollowUpWords.VERB.matcher(word).matches();
    }

    private static boolean isLarge(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    private String rest() {
        return tokens.stream()
                .map(AskedSubject::bare)
                .filter(word -> !word.isEmpty())
                .filter(word -> words.isSubject(word.toLowerCase(Locale.ROOT)))
                .filter(word ->
                        AnswerKind.askedBy("how " + word.toLowerCase(Locale.ROOT)).isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String bare(String token) {
        return token.replaceAll("^[¿¡\"“„«'(]+|[?!.,;:\"”“»')—]+$", "");
    }
}
