package parley.llm.builtin.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.builtin.language.Language;
import parley.llm.builtin.language.Sentences;
import parley.llm.builtin.language.Stem;
import parley.llm.builtin.language.Whitespace;

/// What users say of themselves: `my name is Ada`, `I live in Turin`, `my favourite colour is
/// green`. Nothing is kept: facts are read from the conversation whenever they are asked for.
final class Facts {
    /// Something a user said.
    ///
    /// @param subject what it is about, as a key: `name`, `home`, `favourite colour`
    /// @param value what was said of it, in the user's words
    /// @param sentence the whole sentence
    /// @param language the language it was said in
    record Fact(String subject, String value, String sentence, Language language) {}

    /// A way to say something of oneself; the last group is the value.
    private record Form(String subject, Pattern pattern, Language language) {
        static Form of(String subject, String pattern) {
            return of(subject, pattern, Language.ENGLISH);
        }

        static Form of(String subject, String pattern, Language language) {
            int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            return new Form(subject, Pattern.compile(pattern, flags), language);
        }
    }

    private static final String CAPITALISED = "(?-i:\\p{Lu})[\\p{L}'’.-]{0,30}";
    private static final String NAME =
            "("
                    + CAPITALISED
                    + "(?: "
                    + CAPITALISED
                    + "){0,3}|(?!(?:not|a|an|the|too|so|very|on|in)\\b)[\\p{L}'-]{1,30})";
    // What follows "I am" in capitals without being a name.
    private static final String NO_NAME =
            "(?!(?:fine|good|sorry|sure|back|here|ok|okay|tired|happy|hungry|bored|sad|lost"
                    + "|ready|done|sick|new|german"
                    + "|french|english|american|italian|spanish|british|dutch|swiss|indian"
                    + "|chinese|japanese|russian|canadian"
                    + "|australian|austrian|polish|mexican|brazilian|greek|turkish|swedish"
                    + "|irish|scottish|european|asian"
                    + "|african|not)\\b)";
    private static final String VALUE = "[^.!?;,]{1,100}";
    // Where the next thing is said in the same sentence.
    private static final Pattern NEXT =
            Pattern.compile(
                    " (?:and|but|because|so|und|et|y) (?:i|i'm|my|we|it|ich|je|yo)\\b.*| but .*",
                    Pattern.CASE_INSENSITIVE);

    private static final List<Form> FORMS =
            List.of(
                    Form.of("name", "\\b(?:my name is|my name's|i am called|i'm called) " + NAME),
                    Form.of(
                            "name",
                            "\\b(?:ich heiße|ich heisse|mein name ist) " + NAME,
                            Language.GERMAN),
                    Form.of("name", "\\b(?:je m'appelle|mon nom est) " + NAME, Language.FRENCH),
                    Form.of("name", "\\b(?:me llamo|mi nombre es) " + NAME, Language.SPANISH),
                    Form.of("name", "\\bcall me (" + CAPITALISED + ")"),
                    Form.of(
                            "name",
                            "^(?:(?:hi|hello|hey)(?: there)?,? )?(?:i'm|i am) "
                                    + NO_NAME
                                    + "("
                                    + CAPITALISED
                                    + ")[.!]?$"),
                    Form.of("age", "\\b(?:i am|i'm) (\\d{1,3})(?: years old)?[.!]?$"),
                    Form.of("home", "\\bi (?:live|am living) (in " + VALUE + ")"),
                    Form.of(
                            "home",
                            "\\b(?:ich wohne|ich lebe|j'habite|vivo) ((?:in|à|en) [^.!?;,]{1,60})"),
                    Form.of("work", "\\bi (work (?:as|at|for|in) " + VALUE + ")"),
                    Form.of("origin", "\\b(?:i am|i'm|i come) (from [^.!?;,]{1,60})"),
                    Form.of("birth", "\\bi was (born (?:on|in|at) [^.!?;]{1,60})"),
                    Form.of(
                            "likes",
                            "\\bi ((?:really )?(?:like|love|enjoy|prefer|hate|dislike) "
                                    + VALUE
                                    + ")"),
                    Form.of(
                            "note",
                            "^(?:please )?(?:remember|note|keep in mind)(?: that|:)?"
                                    + " (.{2,160}?)[.!]*$"));
    private static final Pattern POSSESSION =
            Pattern.compile(
                    "\\bmy ([\\p{L}' -]{2,40}?)(?:'s name)? (?:is|are|was)(?: called| named)? ("
                            + VALUE
                            + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_SENTENCE = 250;
    private static final int MOST_SENTENCES = 40;

    private Facts() {}

    /// The user's name, if they said it.
    static Optional<String> name(Question question) {
        return latest(question, "name").map(Fact::value);
    }

    /// The newest fact about a subject.
    static Optional<Fact> latest(Question question, String subject) {
        return all(question).reversed().stream()
                .filter(fact -> sameSubject(fact.subject(), subject))
                .findFirst();
    }

    /// Everything the user said of themselves before this question, oldest first.
    static List<Fact> all(Question question) {
        List<Fact> facts = new ArrayList<>();
        question.earlierQuestions().forEach(text -> facts.addAll(in(text)));
        return facts;
    }

    /// The facts in one message; none in a long one, which is a text and not talk.
    static List<Fact> in(String text) {
        if (text.length() > LONGEST_MESSAGE) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        for (String sentence : Sentences.of(text, MOST_SENTENCES)) {
            if (sentence.length() <= LONGEST_SENTENCE && !sentence.endsWith("?")) {
                facts.addAll(facts(sentence.replace('’', '\'')));
            }
        }
        return facts;
    }

    private static List<Fact> facts(String sentence) {
        List<Fact> facts = new ArrayList<>();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(sentence);
            if (matcher.find()) {
                facts.add(
                        new Fact(
                                form.subject(),
                                value(matcher.group(1)),
                                sentence,
                                form.language()));
            }
        }
        Matcher possession = POSSESSION.matcher(sentence);
        while (possession.find()) {
            String subject = possession.group(1).toLowerCase(Locale.ROOT);
            if (!subject.equals("name")) {
                facts.add(
                        new Fact(subject, value(possession.group(2)), sentence, Language.ENGLISH));
            }
        }
        return facts;
    }

    private static String value(String written) {
        String value = NEXT.matcher(Whitespace.collapse(written)).replaceFirst("");
        int end = value.length();
        while (end > 1 && ".!,;".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(0, end);
    }

    static boolean sameSubject(String one, String other) {
        return key(one).equals(key(other));
    }

    private static String key(String subject) {
        String british = subject.replace("favorite", "favourite").replace("color", "colour");
        return Stem.of(british.strip());
    }
}
