package parley.llm.builtin.skill;

import java.util.List;
import java.util.Optional;
import parley.llm.builtin.language.Language;
import parley.llm.builtin.language.LanguageGuess;
import parley.llm.builtin.language.Phrases;
import parley.llm.builtin.language.Words;

/// The honest excuse, for everything no other skill can answer: what was understood, why the engine
/// cannot answer it, what it can do instead, how to connect a model.
final class Fallback {
    private static final int LONG_TEXT = 400;
    // Of these the whole question is quoted, not its subject alone.
    private static final List<String> WHOLE = List.of("how", "why", "opinion", "action");
    private static final List<String> ABLE_WITH_PICTURES = List.of("translate", "code", "write");
    // Where a model would not help, or it is not clear that one is needed.
    private static final List<String> WITHOUT_MODEL =
            List.of(
                    "fallback.image",
                    "fallback.wish",
                    "fallback.data",
                    "fallback.file",
                    "fallback.self",
                    "fallback.action",
                    "fallback.statement");

    private Fallback() {}

    static Answer excuse(Question question) {
        Language language = question.language();
        Phrases phrases = Phrases.of(language);
        if (Legibility.isForeignScript(question.text())) {
            return new Answer(withConnection(phrases, "fallback.script", "", question), false);
        }
        if (question.text().length() > LONG_TEXT) {
            String words = String.valueOf(Words.count(question.text()));
            return new Answer(phrases.text("fallback.text", words), false);
        }
        if (Legibility.isGibberish(question.line())) {
            String shown = Subject.quoted(question.line(), language);
            return new Answer(phrases.text("fallback.gibberish", shown), false);
        }
        Language asked = LanguageGuess.of(question.text());
        String type = QuestionTypes.of(question.line(), asked);
        Subject subject = Subject.of(question.text(), asked);
        if (question.pictured() && !ABLE_WITH_PICTURES.contains(type)) {
            return new Answer(
                    capitalised(phrases.text("fallback.seen", subject.shown(true, language))),
                    false);
        }
        if (type.equals("image") && !question.textOnly()) {
            type = "wish";
        }
        boolean whole = type.equals("statement") && question.text().contains("?");
        boolean unclear = subject.isWholeQuestion() && type.equals("fact");
        String name = whole || unclear ? "question" : type;
        String shown = subject.shown(WHOLE.contains(type), language);
        return new Answer(withConnection(phrases, "fallback." + name, shown, question), false);
    }

    /// How to connect a model is said once; whoever read it in the last answer knows it.
    private static String withConnection(
            Phrases phrases, String name, String subject, Question question) {
        String excuse = capitalised(phrases.text(name, subject));
        String line = phrases.text("connect.line");
        Optional<String> last = question.lastAnswer();
        boolean known = last.isPresent() && last.get().contains(line);
        return known || WITHOUT_MODEL.contains(name) ? excuse : excuse + " " + line;
    }

    private static String capitalised(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
