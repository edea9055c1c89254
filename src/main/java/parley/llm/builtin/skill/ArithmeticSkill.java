package parley.llm.builtin.skill;

import java.util.Optional;
import parley.llm.builtin.calculation.Arithmetic;
import parley.llm.builtin.calculation.Calculation;
import parley.llm.builtin.calculation.Conversion;
import parley.llm.builtin.calculation.NumberQuestions;
import parley.llm.builtin.language.Whitespace;

/// Calculates, converts units, answers questions about numbers.
final class ArithmeticSkill implements Skill {
    // Room for an expression; the calculator itself sets the limit.
    private static final int LONGEST = 2_500;
    private static final int LONGEST_CONVERSION = 200;

    @Override
    public Optional<Answer> answer(Question question) {
        String text = question.text();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        // Units tell themselves apart by capitals, so the line keeps them.
        Optional<Answer> converted =
                text.length() > LONGEST_CONVERSION
                        ? Optional.empty()
                        : said(Conversion.convert(bare(text, question.line())));
        Optional<Answer> known =
                converted.isPresent()
                        ? converted
                        : NumberQuestions.answer(question.line()).flatMap(Answer::exact);
        return known.isPresent() ? known : said(Arithmetic.solve(expression(question)));
    }

    private static Optional<Answer> said(Calculation calculation) {
        return switch (calculation) {
            case Calculation.Solved solved -> Answer.exact(solved.line());
            case Calculation.Refused refused -> Answer.exact(refused.sentence());
            case Calculation.None _ -> Optional.empty();
        };
    }

    /// A factorial ends with a mark that is no exclamation, so marks are left to the calculator.
    private static String expression(Question question) {
        String plain = Courtesy.plain(question.text());
        int start = plain.length() > 400 ? 0 : plain.indexOf(question.line());
        return start > 0 ? plain.substring(start) : plain;
    }

    /// The line without courtesies, in its own case.
    private static String bare(String text, String line) {
        String collapsed = Whitespace.collapse(text).replace('’', '\'');
        int start = Courtesy.plain(text).indexOf(line);
        boolean found = start >= 0 && start + line.length() <= collapsed.length();
        return found ? collapsed.substring(start, start + line.length()) : collapsed;
    }
}
