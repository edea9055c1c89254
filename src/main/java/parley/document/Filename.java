package parley.document;

import java.util.regex.Pattern;

/// Names of files as people see them.
final class Filename {
    private static final int LONGEST = 200;
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    /// Control characters, and invisible ones that turn the direction of writing round.
    private static final Pattern UNSHOWN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\p{Cf}&&[^\\u200d]]");

    private Filename() {}

    /// The last part of a name, of what can be shown. Of a long one, the end stays: it holds what
    /// kind of file it is.
    static String of(String sent) {
        String[] parts = SEPARATOR.split(sent, -1);
        String shown = UNSHOWN.matcher(parts[parts.length - 1]).replaceAll("").strip();
        if (shown.isEmpty() || shown.equals(".") || shown.equals("..")) {
            return "document";
        }
        int points = shown.codePointCount(0, shown.length());
        return points <= LONGEST
                ? shown
                : shown.substring(shown.offsetByCodePoints(0, points - LONGEST));
    }
}
