package parley.llm.builtin.skill;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts a letter in a word: `how many r's are in strawberry?`
final class LetterCountSkill implements Skill {
    private static final int LONGEST_LINE = 160;
    private static final String LETTER = "(?:the )?(?:letters? )?[\"'“]?(\\p{L})[\"'”]?(?:'?s)?";
    private static final String PLACE =
            "(?:in|of|within|does|has) (?:the )?(?:word |name )?[\"'“]?([^\"”]{1,80}?)[\"'”]?";
    private static final Pattern ASKED =
            Pattern.compile(
                    "(?:how many (?:times (?:does |do |is )?)?|count (?:the )?(?:number of )?"
                            + "|number of )"
                            + LETTER
                            + "(?: (?:are|is|appear|appears|occur|occurs|there|letters?))* "
                            + PLACE
                            + "(?: have| contain)?",
                    Pattern.UNICODE_CASE);

    @Override
    public Optional<Answer> answer(Question question) {
        String line = question.line();
        Matcher matcher = ASKED.matcher(line);
        if (line.length() > LONGEST_LINE || !matcher.matches()) {
            return Optional.empty();
        }
        String letter = matcher.group(1);
        String word = matcher.group(2);
        long count = word.codePoints().filter(one -> one == letter.codePointAt(0)).count();
        return Answer.exact(
                "The letter “%s” is %s in “%s”."
                        .formatted(
                                letter.toUpperCase(Locale.ROOT),
                                count == 0 ? "not" : count == 1 ? "once" : count + " times",
                                word));
    }
}
