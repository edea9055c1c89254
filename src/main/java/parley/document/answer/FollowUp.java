package parley.document.answer;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.document.EarlierTurn;
import parley.document.search.TextWords;
import parley.llm.builtin.language.Whitespace;
import parley.llm.builtin.language.Words;

/// Joins a question that goes on from the one before with what it leaves out: "and in 2022?" asks
/// the same of another year, "and who designed it?" something else of the same thing.
final class FollowUp {
    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_BEFORE = 1_000;
    private static final int MOST_WORDS = 14;
    private static final int FEW_WORDS = 3;
    private static final String BETWEEN = " — ";

    private final Optional<String> language;
    private final int documents;

    private FollowUp(Optional<String> language, int documents) {
        this.language = language;
        this.documents = documents;
    }

    /// @param earlier the oldest first
    /// @param languages of the documents, ISO 639-1
    /// @param documents how many there are
    static Resolved resolve(
            String question, List<EarlierTurn> earlier, List<String> languages, int documents) {
        Optional<Resolved> before = Optional.empty();
        String answer = "";
        for (EarlierTurn turn : earlier) {
            Resolved resolved =
                    new FollowUp(TextWords.languageOf(turn.question(), languages), documents)
                            .joined(turn.question(), before, answer);
            if (!(WishReader.read(resolved.question()) instanceof Wish.Elsewhere)) {
                before = Optional.of(resolved);
                answer = turn.answer();
            }
        }
        return new FollowUp(TextWords.languageOf(question, languages), documents)
                .joined(question, before, answer);
    }

    private Resolved joined(String question, Optional<Resolved> before, String answer) {
        if (question.length() > LONGEST_QUESTION
                || before.isEmpty()
                || before.get().question().length() > LONGEST_BEFORE) {
            return Resolved.literally(question);
        }
        String line = Whitespace.collapse(question).strip();
        String plain =
                line.toLowerCase(Locale.ROOT)
                        .replace('’', '\'')
                        .replaceAll("^[¿¡ ]+|[ ?!.…]+$", "");
        if (FollowUpWords.WHERE_IT_STANDS.matcher(plain).find()) {
            return before.get().withPlace();
        }
        String fragment = FollowUpWords.OPENER.matcher(plain).replaceFirst("").strip();
        boolean opened = fragment.length() < plain.length();
        Optional<Resolved> other = otherOne(fragment, before.get());
        if (other.isPresent()) {
            return other.get();
        }
        boolean mayGoOn =
                Words.count(plain) <= MOST_WORDS
                        && WishReader.read(before.get().question()) instanceof Wish.Question
                        && WishReader.read(question) instanceof Wish.Question;
        if (!mayGoOn || fragment.isEmpty()) {
            return Resolved.literally(question);
        }
        boolean asks = FollowUpWords.ASKS.matcher(fragment).find();
        String own =
                line.replaceFirst("^[¿¡ ]+", "").substring(opened ? offset(plain, fragment) : 0);
        if (asks) {
            return (opened && !namesThing(fragment)) || leavesOut(fragment, line)
                    ? somethingElse(own, before.get(), answer)
                    : Resolved.literally(question);
        }
        return opened || isFragment(fragment)
                ? sameOf(own, fragment, before.get())
                : Resolved.literally(question);
    }

    /// Where a question's own words begin.
    private static int offset(String plain, String fragment) {
        return plain.length() - fragment.length();
    }

    /// A place or a thing without any verb: "in 2022", "for children".
    private static boolean isFragment(String fragment) {
        return Words.count(fragment) <= FEW_WORDS
                && (FollowUpWords.PREPOSITION.matcher(fragment).find()
                        || FollowUpWords.YEAR.matcher(fragment).matches());
    }

    private boolean leavesOut(String fragment, String line) {
        String plain = FollowUpWords.EMPTY_PRONOUN.matcher(fragment).replaceAll(" ");
        Matcher pronoun = FollowUpWords.PRONOUN.matcher(plain);
        if (pronoun.find()) {
            // A thing that is named before the pronoun is what it stands for; "Sie" is polite.
            return !namesThing(plain.substring(0, pronoun.start()))
                    && !(pronoun.group().equals("sie") && line.contains(" Sie"));
        }
        return plain.equals(fragment)
                && Words.count(fragment) <= FEW_WORDS
                && !namesThing(fragment)
                && FollowUpWords.ASKS.matcher(fragment).find();
    }

    /// Whether a text names something by itself: an article begins its name.
    private boolean namesThing(String text) {
        return Arrays.stream(text.split("[\\s']+", -1))
                .anyMatch(word -> word.equals("l") || FollowUpWords.isDeterminer(word, language));
    }

    /// "What about the second one?" after a question about the first.
    private Optional<Resolved> otherOne(String fragment, Resolved before) {
        Matcher matcher = FollowUpWords.ORDINAL.matcher(fragment);
        if (!matcher.matches() || !ScopeReader.isOrdinal(matcher.group(1))) {
            return Optional.empty();
        }
        String ordinal = matcher.group(1);
        Matcher named = ScopeReader.ORDINAL.matcher(before.question());
        if (named.find()) {
            String question =
                    before.question().substring(0, named.start())
                            + ordinal
                            + before.question().substring(named.end());
            return Optional.of(Resolved.joined(question, before.carried(), before.document()));
        }
        if (documents > 1) {
            return Optional.of(
                    Resolved.joined(
                            before.question(), before.carried(), ScopeReader.ordinal(ordinal)));
        }
        return Optional.of(
                Resolved.joined(
                        before.question() + BETWEEN + ordinal,
                        before.carried(),
                        OptionalInt.empty()));
    }

    /// The same question of something else.
    private Resolved sameOf(String own, String fragment, Resolved before) {
        String text = own.replaceAll("[ ?!.…]+$", "");
        Matcher year = FollowUpWords.YEAR.matcher(text);
        Matcher yearBefore = FollowUpWords.YEAR.matcher(before.question());
        if (year.find() && yearBefore.find()) {
            String question = yearBefore.replaceFirst(year.group());
            return Resolved.joined(question, before.carried(), before.document());
        }
        Matcher preposition = FollowUpWords.PREPOSITION.matcher(fragment);
        if (preposition.find()) {
            Matcher place =
                    Pattern.compile(
                                    "(?iu)\\b"
                                            + Pattern.quote(preposition.group(1))
                                            + "\\b [^?.!,—]+(?=[?.!]*$)")
                            .matcher(before.question());
            if (place.find() && !FollowUpWords.YEAR.matcher(place.group()).find()) {
                String question = place.replaceFirst(Matcher.quoteReplacement(text));
                return Resolved.joined(question, before.carried(), before.document());
            }
        }
        Set<String> carried = new HashSet<>(words(before.question()));
        carried.removeAll(words(text));
        return Resolved.joined(
                before.question().replaceAll("[ ?!.…]+$", "") + BETWEEN + text + "?",
                carried,
                before.document());
    }

    /// Another question about the same thing.
    private Resolved somethingElse(String own, Resolved before, String answer) {
        Optional<String> person =
                FollowUpWords.PERSON.matcher(own.toLowerCase(Locale.ROOT)).find()
                        ? answer.lines()
                                .filter(line -> line.startsWith("> "))
                                .findFirst()
                                .flatMap(AskedSubject::name)
                        : Optional.empty();
        String subject = person.orElseGet(() -> AskedSubject.of(head(before.question()), language));
        if (subject.isEmpty()) {
            return Resolved.literally(own);
        }
        Set<String> carried = new HashSet<>(words(subject));
        carried.removeAll(words(own));
        return Resolved.joined(own + BETWEEN + subject, carried, before.document());
    }

    /// What was asked about a thing is not what it is: of "who designed it? — the tower" the tower.
    private static String head(String question) {
        int between = question.lastIndexOf(BETWEEN);
        return between < 0 ? question : question.substring(between + BETWEEN.length());
    }

    private Set<String> words(String text) {
        return TextWords.in(language).asked(text);
    }
}
