package parley.dialect;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Ids as clients write them. What cannot be an id names nothing: it gets the same answer as an id
/// that is unknown, with the asked text in it.
public final class AskedId {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,15}");

    /// The largest whole number that every reader of JSON keeps exactly: 2^53 - 1.
    private static final long LARGEST = (1L << 53) - 1;

    private AskedId() {}

    /// The number that the text names; empty if no id of ours is written so.
    public static OptionalLong parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        long id = Long.parseLong(text);
        return id <= LARGEST ? OptionalLong.of(id) : OptionalLong.empty();
    }
}
