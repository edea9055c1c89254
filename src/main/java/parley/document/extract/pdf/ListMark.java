package parley.document.extract.pdf;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a list item begins with.
///
/// @param length of the mark and the space behind it
record ListMark(boolean isBullet, int length) {
    private static final Pattern BULLET = Pattern.compile("^([•◦▪‣·○●■□➢✓∙⁃–—*o-])\\s+(?=\\S)");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "^(\\d{1,3}[.)]|[a-z][.)]|[ivx]{1,5}[.)]|[A-Z]\\)|\\((\\d{1,3}|[a-zA-Z]|[ivx]{1,5})\\)|\\[\\d{1,3}])"
                            + "\\s+(?=\\S)");

    static Optional<ListMark> of(String line) {
        Matcher bullet = BULLET.matcher(line);
        if (bullet.find()) {
            return Optional.of(new ListMark(true, bullet.end()));
        }
        Matcher number = NUMBER.matcher(line);
        return number.find() ? Optional.of(new ListMark(false, number.end())) : Optional.empty();
    }

    /// An item's text: all bullets look the same, numbers stay.
    String normalised(String text) {
        return isBullet ? "• " + text.substring(length) : text;
    }
}
