package parley.llm.builtin.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.llm.builtin.language.Phrases;
import parley.llm.builtin.language.Sentences;

/// Remembers what users say of themselves, for as long as it is in the conversation, and quotes it.
final class FactSkill implements Skill {
    /// A way to ask for a fact.
    private record Asked(String subject, Pattern pattern) {
        static Asked of(String subject, String pattern) {
            return new Asked(subject, Pattern.compile(pattern));
        }
    }

    private static final Pattern MINE =
            Pattern.compile(
                    "(?:what(?:'s| is| are| was)|tell me|do you (?:know|remember)(?: what)?"
                            + "|remember|recall|who(?:'s| is))"
                            + " my (?!(?:very |most )?(?:first|second|third|fourth|fifth|last"
                            + "|latest|previous|recent|questions"
                            + "|messages)\\b)([\\p{L}' -]{2,40}?)(?: is| again|'s name)?(?:"
                            + " again)?",
                    Pattern.UNICODE_CASE);
    private static final List<Asked> ASKED =
            List.of(
                    Asked.of(
                            "name",
                            "who am i|what am i called|(?:what(?:'s| is)|tell me|say) my"
                                    + " (?:first )?name(?: again)?"
                                    + "|(?:do you )?(?:know|remember) (?:my name|who i am)|wie"
                                    + " hei(?:ß|ss)e ich"
                                    + "|wie ist mein name|comment je m'appelle|quel est mon nom"
                                    + "|cómo me llamo"
                                    + "|cuál es mi nombre"),
                    Asked.of(
                            "home",
                            "where do i live|where (?:is my home|am i living)|wo wohne ich"
                                    + "|où est-ce que j'habite|dónde vivo"),
                    Asked.of(
                            "work",
                            "where do i work|what do i (?:do(?: for a living)?|work as)"
                                    + "|what(?:'s| is) my (?:job|profession|work)"),
                    Asked.of("age", "how old am i|what(?:'s| is) my age"),
                    Asked.of("origin", "where (?:am i|do i come) from"),
                    Asked.of("birth", "(?:when|where) was i born"),
                    Asked.of("likes", "what do i (?:like|love|prefer|enjoy|hate|dislike)"),
                    Asked.of(
                            "note",
                            "what (?:did i ask you to|should you|do you) remember"
                                    + "|what did i tell you to (?:remember|note)"));
    private static final Pattern EVERYTHING =
            Pattern.compile(
                    "what do you (?:know|remember) (?:about|of) me|do you (?:know|remember) me"
                            + "|what have i told you(?: about (?:me|myself))?"
                            + "|what did i tell you(?: about (?:me|myself))?|was weißt du über"
                            + " mich|que sais-tu de moi|qué sabes de mí");
    // "My code is broken" is a plea, "my dog is called Rex" is a fact.
    private static final Pattern KEPT =
            Pattern.compile(
                    "(?:name|age|home|work|origin|birth|likes|note|.*\\b(?:favou?rite|birthday"
                            + "|hobby|job|dog|cat|pet|wife|husband"
                            + "|partner|son|daughter|mother|father|brother|sister|friend|boss"
                            + "|team|city|town|country|address"
                            + "|phone|number|e-?mail|colou?r|language|company|project|goal"
                            + "|deadline|budget|car|school|meeting)\\b.*)");
    private static final int LONGEST_LINE = 200;

    @Override
    public Optional<Answer> answer(Question question) {
        String line = question.line();
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        if (EVERYTHING.matcher(line).matches()) {
            return Answer.exact(everything(question));
        }
        List<String> subjects = subjects(line);
        return subjects.isEmpty() ? acknowledgement(question) : recall(question, subjects);
    }

    /// What the line asks for, in the words the fact may have been told in.
    private static List<String> subjects(String line) {
        List<String> subjects = new ArrayList<>();
        for (Asked asked : ASKED) {
            if (asked.pattern().matcher(line).matches()) {
                subjects.add(asked.subject());
            }
        }
        Matcher mine = MINE.matcher(line);
        if (mine.matches()) {
            subjects.add(mine.group(1));
        }
        return subjects;
    }

    private static Optional<Answer> recall(Question question, List<String> subjects) {
        for (String subject : subjects) {
            Optional<Facts.Fact> fact = Facts.latest(question, subject);
            if (fact.isPresent()) {
                return Answer.exact(said(fact.get()) + " " + quoted(fact.get()));
            }
        }
        return Answer.exact(unknown(subjects.getFirst()));
    }

    private static String quoted(Facts.Fact fact) {
        return Phrases.of(fact.language()).text("said", fact.sentence());
    }

    private static String unknown(String subject) {
        String what =
                switch (subject) {
                    case "home" -> "where you live";
                    case "work" -> "what you work as";
                    case "origin" -> "where you are from";
                    case "birth" -> "when you were born";
                    case "likes" -> "what you like";
                    case "note" -> "what to remember";
                    default -> "your " + subject;
                };
        return "You have not told me %s in this conversation, and I know only what is said here."
                .formatted(what);
    }

    private static String said(Facts.Fact fact) {
        return switch (fact.subject()) {
            case "home" -> "You live " + fact.value() + ".";
            case "age" -> "You are " + fact.value() + ".";
            case "origin" -> "You are " + fact.value() + ".";
            case "birth" -> "You were " + fact.value() + ".";
            case "work", "likes" -> "You " + fact.value() + ".";
            case "note" -> "You asked me to remember: " + fact.value() + ".";
            case "name" -> Phrases.of(fact.language()).text("name", fact.value());
            default -> "Your " + fact.subject() + " is " + fact.value() + ".";
        };
    }

    private static String everything(Question question) {
        List<Facts.Fact> facts = Facts.all(question);
        return facts.isEmpty()
                ? "Nothing yet: you have not told me anything about yourself in this conversation,"
                        + " and I know nothing from outside it."
                : "This is what you told me:\n"
                        + facts.stream()
                                .map(fact -> "- " + said(fact))
                                .distinct()
                                .collect(Collectors.joining("\n"));
    }

    /// Says that a fact was heard, where the message is nothing but facts.
    private static Optional<Answer> acknowledgement(Question question) {
        List<Facts.Fact> facts = Facts.in(question.text());
        boolean only =
                !facts.isEmpty()
                        && !question.text().contains("?")
                        && question.text().length() <= LONGEST_LINE
                        && facts.stream().allMatch(FactSkill::isKept)
                        && facts.size() >= Sentences.of(question.text()).size();
        return only ? Answer.prose(heard(foremost(facts))) : Optional.empty();
    }

    /// A name, if one is among them, else what was said last.
    private static Facts.Fact foremost(List<Facts.Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.subject().equals("name"))
                .findFirst()
                .orElse(facts.getLast());
    }

    private static boolean isKept(Facts.Fact fact) {
        return KEPT.matcher(fact.subject().toLowerCase(Locale.ROOT)).matches();
    }

    private static String heard(Facts.Fact fact) {
        if (fact.subject().equals("name")) {
            return Phrases.of(fact.language()).text("met", fact.value());
        }
        String said = said(fact);
        return "Noted. " + said + " Ask me whenever you want to hear it again.";
    }
}
