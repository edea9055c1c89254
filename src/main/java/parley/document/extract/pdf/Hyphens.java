package parley.document.extract.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decides which hyphens at the ends of lines belong to the word. The document's own words decide
/// first: what it writes elsewhere with a hyphen has one, what it writes elsewhere in one piece has
/// none. Of the rest only those stay that follow a word which forms compounds and no syllable.
final class Hyphens {
    private static final Pattern BROKEN =
            Pattern.compile("(\\p{L}[\\p{L}-]*)" + LineBreaks.BROKEN + "(\\p{Ll}[\\p{L}-]*)");
    private static final Pattern WORD = Pattern.compile("\\p{L}+(-\\p{L}+)*");
    private static final Set<String> COMPOUNDING =
            Set.of(
                    "well",
                    "self",
                    "half",
                    "quasi",
                    "cross",
                    "high",
                    "low",
                    "long",
                    "short",
                    "full",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "twenty",
                    "thirty",
                    "forty",
                    "fifty",
                    "sixty",
                    "seventy",
                    "eighty",
                    "ninety",
                    "non",
                    "ill",
                    "ex",
                    "so",
                    "state",
                    "open",
                    "hard",
                    "hand",
                    "real",
                    "real-time",
                    "up",
                    "first",
                    "second",
                    "third",
                    "large",
                    "small",
                    "user",
                    "data",
                    "decision",
                    "left",
                    "right",
                    "time",
                    "end",
                    "to",
                    "one",
                    "mother",
                    "father",
                    "brother");

    private final Set<String> words = new HashSet<>();

    Hyphens(List<List<Draft>> pages) {
        boolean anyBroken = false;
        for (List<Draft> page : pages) {
            for (Draft draft : page) {
                anyBroken |= draft.text().indexOf(LineBreaks.BROKEN) >= 0;
            }
        }
        if (anyBroken) {
            pages.forEach(page -> page.forEach(draft -> learn(draft.text())));
        }
    }

    private void learn(String text) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean whole =
                    (word.start() == 0 || text.charAt(word.start() - 1) != LineBreaks.BROKEN)
                            && (word.end() == text.length()
                                    || text.charAt(word.end()) != LineBreaks.BROKEN);
            if (whole) {
                words.add(word.group().toLowerCase(Locale.ROOT));
            }
        }
    }

    String resolve(String text) {
        if (text.indexOf(LineBreaks.BROKEN) < 0) {
            return text;
        }
        String resolved = text;
        // A word can be broken twice.
        while (resolved.indexOf(LineBreaks.BROKEN) >= 0) {
            Matcher broken = BROKEN.matcher(resolved);
            if (!broken.find()) {
                return resolved.replace(LineBreaks.BROKEN, '-');
            }
            resolved =
                    broken.replaceAll(found ->
                            Matcher.quoteReplacement(joined(found.group(1), found.group(2))));
        }
        return resolved;
    }

    private String joined(String before, String after) {
        String first = before.toLowerCase(Locale.ROOT);
        String second = after.toLowerCase(Locale.ROOT);
        if (words.contains(first + "-" + second)) {
            return before + "-" + after;
        }
        if (words.contains(first + second)) {
            return before + after;
        }
        boolean compound =
                first.contains("-") || (COMPOUNDING.contains(first) && second.length() > 2);
        return compound ? before + "-" + after : before + after;
    }
}
