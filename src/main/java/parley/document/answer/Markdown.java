package parley.document.answer;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes the text of documents into Markdown so that it stays text: it cannot become a heading, a
/// link, a picture, or HTML.
final class Markdown {
    // Signs that mean something inside a line.
    private static final Pattern INLINE = Pattern.compile("[\\\\`*\\[\\]<>~|]|(?<!\\w)_|_(?!\\w)");
    private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w{1,32};)");
    // Signs that mean something where a line begins.
    private static final Pattern START =
            Pattern.compile("^(\\s*)(#{1,6}(?=\\s|$)|[-+=](?=\\s|$|[-+=]))");
    private static final Pattern NUMBERED = Pattern.compile("^(\\s*\\d{1,9})([.)])(?=\\s|$)");

    private Markdown() {}

    /// One line of text.
    static String text(String text) {
        String line = text.replaceAll("[\\r\\n\\t\\f\\u2028\\u2029]+", " ");
        String inline = INLINE.matcher(line).replaceAll("\\\\$0");
        String plain = ENTITY.matcher(inline).replaceAll("&amp;");
        String start = START.matcher(plain).replaceFirst("$1\\\\$2");
        return NUMBERED.matcher(start).replaceFirst("$1\\\\$2");
    }

    /// A block of quotation.
    static String quote(String markdown) {
        return Arrays.stream(markdown.split("\n", -1))
                .map(line -> line.isEmpty() ? ">" : "> " + line)
                .collect(Collectors.joining("\n"));
    }
}
