package parley.llm.builtin.skill;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.builtin.language.Interruption;

/// Takes things out of texts: addresses, links, numbers.
final class Extracts {
    private static final String OPENING =
            "\\b(?:extract|find|list|get|show|pull out|give me|which)\\b.*\\b";
    // Possessive, so that no text makes them try twice; and without \b, which looks back over all
    // accents of a letter and takes the square of their number.
    private static final Pattern EMAIL =
            Pattern.compile("[\\w.%+-]{1,64}+@(?:[\\w-]{1,63}+\\.){1,8}[a-zA-Z]{2,24}+");
    private static final Pattern LINK =
            Pattern.compile("(?<![A-Za-z0-9])(?:https?://|www\\.)[^\\s<>\"'`)\\]}]{1,2000}+");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.,])[-+]?\\d[\\d,]{0,30}+(?:\\.\\d{1,30}+)?+%?(?![\\w])");
    private static final Pattern HASHTAG = Pattern.compile("(?<!\\w)#[\\p{L}\\d_]{1,100}+");

    private Extracts() {}

    static List<TextTool> tools() {
        return List.of(
                tool("e-?mails?(?: address(?:es)?)?\\b", EMAIL, "e-mail address"),
                tool("(?:urls?|links?|web addresses)\\b", LINK, "link"),
                tool("hash ?tags?\\b", HASHTAG, "hashtag"),
                tool("(?:numbers|figures|digits)\\b(?!.*\\blines?\\b)", NUMBER, "number"));
    }

    private static TextTool tool(String wanted, Pattern pattern, String name) {
        return TextTool.of(OPENING + wanted, (text, _) -> extract(text, pattern, name));
    }

    private static String extract(String text, Pattern pattern, String name)
            throws InterruptedException {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Interruption.check();
            found.add(withoutEndMarks(matcher.group()));
        }
        return found.isEmpty()
                ? "There is no %s in the text.".formatted(name)
                : String.join("\n", found);
    }

    private static String withoutEndMarks(String text) {
        int end = text.length();
        while (end > 1 && ".,;:!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
