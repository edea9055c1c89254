package parley.llm.builtin.skill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import parley.llm.TokenCounter;
import parley.llm.builtin.language.Interruption;
import parley.llm.builtin.language.Sentences;

/// Everything the engine can do, in the order it is tried: what is asked for in so many words comes
/// before what needs guessing, and the excuse comes last.
public final class Skills {
    // A message of more sentences is a text, not several questions.
    private static final int MOST_PARTS = 4;
    private static final int LONGEST_IN_PARTS = 400;

    private static final Pattern JOINT =
            Pattern.compile(",? and (?=(?:what|where|who|when|how|which|do|is|tell)\\b)");

    private final GreetingSkill greeting = new GreetingSkill();
    private final List<Supplier<Skill>> makers;
    private final AtomicReferenceArray<Skill> made;

    /// Cheap: a skill is made when a question first comes as far as it.
    ///
    /// @param counter counts the tokens of texts for who asks
    public Skills(TokenCounter counter) {
        makers =
                List.of(
                        EmptySkill::new,
                        () -> greeting,
                        EchoSkill::new,
                        CountSkill::new,
                        LoremSkill::new,
                        LetterCountSkill::new,
                        () -> new TextToolSkill(counter),
                        SummarySkill::new,
                        FactSkill::new,
                        RecallSkill::new,
                        ArithmeticSkill::new,
                        DateSkill::new,
                        ListSkill::new,
                        CreativeSkill::new,
                        ChanceSkill::new,
                        HelpSkill::new,
                        QuoteSkill::new);
        made = new AtomicReferenceArray<>(makers.size());
    }

    /// The engine's answer; never empty.
    public String answer(Question question) throws InterruptedException {
        Optional<Answer> answer = first(question);
        if (answer.isEmpty()) {
            answer = inParts(question);
        }
        Answer found = answer.isPresent() ? answer.get() : Fallback.excuse(question);
        return found.exact() ? found.text() : Length.fit(found.text(), question.wishes());
    }

    private Optional<Answer> first(Question question) throws InterruptedException {
        for (int index = 0; index < makers.size(); index++) {
            Interruption.check();
            Optional<Answer> answer = skill(index).answer(question);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /// Its sentences; of a single one the questions that an "and" joins.
    private static List<String> parts(String text) {
        List<String> sentences = Sentences.of(text, MOST_PARTS + 1);
        return sentences.size() == 1
                ? Arrays.asList(JOINT.split(sentences.getFirst(), -1))
                : sentences;
    }

    private Skill skill(int index) {
        Skill known = made.get(index);
        if (known != null) {
            return known;
        }
        // Two questions at once may both make it: skills have no state, so either will do.
        Skill skill = makers.get(index).get();
        made.set(index, skill);
        return skill;
    }

    /// Several short sentences are answered one by one, if each can be.
    private Optional<Answer> inParts(Question question) throws InterruptedException {
        if (question.text().length() > LONGEST_IN_PARTS) {
            return Optional.empty();
        }
        List<String> parts = parts(question.text());
        if (parts.size() < 2 || parts.size() > MOST_PARTS) {
            return Optional.empty();
        }
        List<String> answers = new ArrayList<>();
        for (String part : parts) {
            Question asked = question.part(part);
            boolean courtesy = greeting.answer(asked).isPresent();
            Optional<Answer> answer = courtesy ? Optional.empty() : first(asked);
            if (answer.isEmpty() && !courtesy) {
                return Optional.empty();
            }
            answer.ifPresent(said -> answers.add(said.text()));
        }
        return answers.isEmpty() ? Optional.empty() : Answer.exact(String.join("\n\n", answers));
    }
}
