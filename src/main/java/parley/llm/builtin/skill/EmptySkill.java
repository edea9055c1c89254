package parley.llm.builtin.skill;

import java.util.Optional;
import parley.llm.builtin.language.Language;
import parley.llm.builtin.language.Phrases;

/// Answers messages without a letter or a digit in them.
final class EmptySkill implements Skill {
    private static final int CHARACTERS_READ = 1_000;

    @Override
    public Optional<Answer> answer(Question question) {
        String text = question.text();
        boolean says =
                text.length() > CHARACTERS_READ || text.codePoints().anyMatch(EmptySkill::isSaying);
        Phrases phrases = Phrases.of(question.wishes().language().orElse(Language.ENGLISH));
        return says
                ? Optional.empty()
                : Answer.prose(phrases.text(question.pictured() ? "picture.alone" : name(text)));
    }

    private static String name(String text) {
        if (text.isBlank()) {
            return "empty";
        }
        return text.codePoints().anyMatch(Character::isEmoji) ? "emoji" : "marks";
    }

    private static boolean isSaying(int codePoint) {
        return Character.isLetterOrDigit(codePoint);
    }
}
