package parley.llm.builtin.skill;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.Role;
import parley.llm.builtin.language.Seed;

/// Flips coins, rolls dice, picks numbers and chooses. Says that it is no true chance: the same
/// conversation leads to the same result.
final class ChanceSkill implements Skill {
    private static final int LONGEST_LINE = 200;
    private static final int MOST_CHOICES = 20;
    private static final Pattern COIN =
            Pattern.compile("(?:flip|toss|throw) (?:me )?a coin|heads or tails|coin (?:flip|toss)");
    private static final Pattern DIE =
            Pattern.compile(
                    "(?:roll|throw) (?:me )?(?:a |one |the )?(?:die|dice|d6)|roll (?:a"
                            + " )?d(\\d{1,4})");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:(?:pick|choose|give me|tell me|generate|think of|say) )?(?:a |any"
                            + " )?(?:random )?number"
                            + "(?: (?:between|from) (\\d{1,9}) (?:and|to) (\\d{1,9}))?");
    private static final Pattern CHOICE =
            Pattern.compile(
                    "(?:choose|pick|decide|select)(?: one(?: of)?)?(?: between| from| among"
                            + "|:)?:? (.{1,60}(?:,| or | and ).{1,100})");

    @Override
    public Optional<Answer> answer(Question question) {
        String line = question.line();
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        Seed seed = new Seed(line + turn(question));
        if (COIN.matcher(line).matches()) {
            return result(seed.pick(List.of("Heads", "Tails")));
        }
        Matcher die = DIE.matcher(line);
        if (die.matches()) {
            int sides = die.group(1) == null ? 6 : Integer.parseInt(die.group(1));
            return result("A " + (1 + seed.next(Math.max(1, sides))));
        }
        Matcher number = NUMBER.matcher(line);
        if (number.matches()) {
            return result(number(number, seed));
        }
        Matcher choice = CHOICE.matcher(line);
        return choice.matches() ? choice(choice.group(1), seed) : Optional.empty();
    }

    private static String number(Matcher matcher, Seed seed) {
        int first = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? 100 : Integer.parseInt(matcher.group(2));
        int least = Math.min(first, last);
        return String.valueOf(least + seed.next(Math.abs(last - first) + 1));
    }

    private static Optional<Answer> choice(String choices, Seed seed) {
        List<String> options =
                Arrays.stream(choices.split(",? or |,? and |, ", -1))
                        .map(String::strip)
                        .filter(option -> !option.isEmpty())
                        .toList();
        return options.size() < 2 || options.size() > MOST_CHOICES
                ? Optional.empty()
                : result("I choose " + seed.pick(options));
    }

    private static Optional<Answer> result(String result) {
        return Answer.prose(
                result
                        + ". (Drawn from your words, not by chance: the same conversation gives the"
                        + " same result.)");
    }

    private static long turn(Question question) {
        return question.history().stream().filter(said -> said.role() == Role.ASSISTANT).count();
    }
}
