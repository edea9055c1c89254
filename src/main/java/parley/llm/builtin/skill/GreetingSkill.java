package parley.llm.builtin.skill;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parley.llm.builtin.language.Language;
import parley.llm.builtin.language.Phrases;

/// Answers courtesies: greetings, thanks, good-byes, "who are you". Only messages that hold nothing
/// else; the courtesies before a real question are left to the other skills.
final class GreetingSkill implements Skill {
    private static final Pattern HELLO_IN =
            Pattern.compile(
                    "(?:say |greet me |write )?(?:hello|hi|greetings)? ?in (english|german"
                            + "|french|spanish)");

    @Override
    public Optional<Answer> answer(Question question) {
        if (question.text().length() < 60 && HELLO_IN.matcher(question.line()).matches()) {
            return Answer.prose(Phrases.of(question.language()).text("hello.plain"));
        }
        return Courtesies.in(question.text()).map(said -> new Answer(reply(question, said), false));
    }

    private static String reply(Question question, Courtesies.Said said) {
        Language language = question.wishes().language().orElse(said.language());
        Phrases phrases = Phrases.of(language);
        Set<Courtesies.Kind> kinds = EnumSet.copyOf(said.kinds());
        if (kinds.contains(Courtesies.Kind.FOREIGN)) {
            return said.foreignGreeting() + "! " + phrases.text("hello.foreign");
        }
        if (kinds.contains(Courtesies.Kind.HELLO)) {
            return hello(question, phrases, kinds);
        }
        return phrases.text(kinds.iterator().next().phrase());
    }

    private static String hello(Question question, Phrases phrases, Set<Courtesies.Kind> kinds) {
        Optional<String> name = Facts.name(question);
        String greeting =
                name.map(known -> phrases.text("hello.named", known))
                        .orElseGet(() -> phrases.text("hello.plain"));
        if (kinds.size() > 1) {
            Courtesies.Kind other =
                    kinds.stream()
                            .filter(kind -> kind != Courtesies.Kind.HELLO)
                            .findFirst()
                            .orElse(Courtesies.Kind.HOW);
            return greeting + " " + phrases.text(other.phrase());
        }
        boolean first = question.history().isEmpty();
        return greeting + " " + phrases.text(first ? "hello.first" : "hello.again");
    }
}
