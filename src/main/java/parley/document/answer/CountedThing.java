package parley.document.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.document.search.QuestionWord;
import parley.document.search.TextWords;
import parley.llm.builtin.language.NumberWords;
import parley.llm.builtin.language.Words;

/// What "how many" asks to count. It is counted where a number stands shortly before it: 94 plots,
/// eleven young sailors.
final class CountedThing {
    private static final Pattern ASKED =
            Pattern.compile(
                    "\\b(?:how many|number of|wie ?viele|combien d(?:e"
                            + " |')|cuánt[oa]s|quant[ie]|quant[oa]s|hoeveel|сколько) ?(?:of the |other"
                            + " |more |different )?([\\p{L}\\p{N}'-]+)",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final int NEAR = 3;
    // "A plot" counts nothing.
    private static final int LONGEST_ARTICLE = 2;
    private static final int MOST_WORDS = 200;

    private final Optional<QuestionWord> thing;

    private CountedThing(Optional<QuestionWord> thing) {
        this.thing = thing;
    }

    /// @param plain the question on one line, in lower case
    static CountedThing of(String plain, List<QuestionWord> words) {
        Matcher matcher = ASKED.matcher(plain);
        if (!matcher.find()) {
            return new CountedThing(Optional.empty());
        }
        String counted = matcher.group(1);
        return new CountedThing(
                words.stream().filter(word -> word.word().equals(counted)).findFirst());
    }

    /// What is to be counted, if anything is.
    Optional<QuestionWord> thing() {
        return thing;
    }

    boolean isCountedIn(String sentence, TextWords stems) {
        if (thing.isEmpty()) {
            return false;
        }
        List<String> words = Words.of(sentence);
        int since = NEAR + 1;
        for (String word : words.subList(0, Math.min(MOST_WORDS, words.size()))) {
            since++;
            if (isNumber(word)) {
                since = 0;
            } else if (since <= NEAR && names(stems.stems(word))) {
                return true;
            }
        }
        return false;
    }

    private boolean names(List<String> stems) {
        return stems.stream().anyMatch(stem -> thing.orElseThrow().forms().containsKey(stem));
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.codePointAt(0))
                || (word.length() > LONGEST_ARTICLE
                        && NumberWords.parse(word.toLowerCase(Locale.ROOT)).isPresent());
    }
}
