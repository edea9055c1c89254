package parley.document;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ids of documents as clients see them: `file-12`. The number alone is understood too.
public final class DocumentId {
    private static final String PREFIX = "file-";
    private static final Pattern FORM = Pattern.compile("(?:file-)?([1-9][0-9]{0,15})");

    private DocumentId() {}

    public static String text(long id) {
        return PREFIX + id;
    }

    /// @return empty if no id is written so
    public static OptionalLong parse(String text) {
        Matcher match = FORM.matcher(text);
        return match.matches()
                ? OptionalLong.of(Long.parseLong(match.group(1)))
                : OptionalLong.empty();
    }
}
