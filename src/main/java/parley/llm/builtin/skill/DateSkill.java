package parley.llm.builtin.skill;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.llm.builtin.calendar.DateQuestions;
import parley.llm.builtin.language.Language;
import parley.llm.builtin.language.Phrases;

/// Answers questions about dates. Knows the day, of UTC, and deliberately not the minute: the same
/// question has the same answer all day.
final class DateSkill implements Skill {
    private static final Pattern GERMAN =
            Pattern.compile(
                    "(?:welche[rsn]? (?:tag|datum)|was für ein tag|der wievielte|den"
                            + " wievielten)\\b.{0,30}"
                            + "|wie spät ist es|wie viel uhr ist es");
    private static final Pattern FRENCH =
            Pattern.compile(
                    "(?:quel jour|quelle est la date|quelle date|on est quel jour)\\b.{0,40}"
                            + "|quelle heure est-il|quelle heure il est");
    private static final Pattern SPANISH =
            Pattern.compile(
                    "(?:qué día|que dia|qué fecha|cuál es la fecha|a qué fecha)\\b.{0,30}|qué"
                            + " hora es");

    @Override
    public Optional<Answer> answer(Question question) {
        String line = question.line();
        if (GERMAN.matcher(line).matches()) {
            return today(Language.GERMAN, question.today());
        }
        if (FRENCH.matcher(line).matches()) {
            return today(Language.FRENCH, question.today());
        }
        if (SPANISH.matcher(line).matches()) {
            return today(Language.SPANISH, question.today());
        }
        return DateQuestions.answer(line, question.today()).flatMap(Answer::exact);
    }

    private static Optional<Answer> today(Language language, LocalDate today) {
        Phrases phrases = Phrases.of(language);
        String weekday = phrases.list("weekdays").get(today.getDayOfWeek().getValue() - 1);
        String month = phrases.list("months").get(today.getMonthValue() - 1);
        return Answer.exact(
                phrases.text("today")
                        .replace("{weekday}", weekday)
                        .replace("{day}", String.valueOf(today.getDayOfMonth()))
                        .replace("{month}", month)
                        .replace("{year}", String.valueOf(today.getYear())));
    }
}
