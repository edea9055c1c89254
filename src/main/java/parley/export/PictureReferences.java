package parley.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the ids of kept pictures in texts, and puts in their place those that the pictures have
/// here.
public final class PictureReferences {
    private static final Pattern ID = Pattern.compile("img_[0-9A-Za-z]{20,40}");

    /// No message that was written here names as many. The rest of a text that was made to name
    /// more stays as it is.
    static final int MOST = 200;

    private final BiFunction<Long, String, Optional<String>> idHere;

    /// @param idHere the id that an account has the picture under which was made under another;
    ///   empty if it does not have it
    public PictureReferences(BiFunction<Long, String, Optional<String>> idHere) {
        this.idHere = idHere;
    }

    /// Looks each id up once, and only so many of them.
    String withIdsOfHere(long accountId, String text) {
        if (!text.contains("img_")) {
            return text;
        }
        Map<String, String> known = new HashMap<>();
        return ID.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(here(accountId, found.group(), known)));
    }

    private String here(long accountId, String id, Map<String, String> known) {
        if (known.size() == MOST) {
            return known.getOrDefault(id, id);
        }
        return known.computeIfAbsent(id, unknown -> idHere.apply(accountId, unknown).orElse(id));
    }
}
