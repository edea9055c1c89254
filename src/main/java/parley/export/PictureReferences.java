package parley.export;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the ids of kept pictures in texts, and puts in their place those that the pictures have
/// here.
public final class PictureReferences {
    private static final Pattern ID = Pattern.compile("img_[0-9A-Za-z]{20,40}");

    private final BiFunction<Long, String, Optional<String>> idHere;

    /// @param idHere the id that an account has the picture under which was made under another;
    ///   empty if it does not have it
    public PictureReferences(BiFunction<Long, String, Optional<String>> idHere) {
        this.idHere = idHere;
    }

    String withIdsOfHere(long accountId, String text) {
        if (!text.contains("img_")) {
            return text;
        }
        return ID.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                idHere.apply(accountId, found.group()).orElse(found.group())));
    }
}
