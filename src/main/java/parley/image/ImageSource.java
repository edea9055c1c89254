package parley.image;

import java.net.URI;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.error.AppException;

/// Where a picture that comes with a request is.
public sealed interface ImageSource {
    /// In the request itself.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    record Bytes(byte[] file) implements ImageSource {}

    /// Elsewhere, to be fetched.
    record Address(URI uri) implements ImageSource {}

    /// Among the pictures of the account.
    record Kept(String imageId) implements ImageSource {}

    /// A source as a text: a `data:` URI, an `http(s)` address, the id of a kept picture (or the
    /// path or address of its file), or Base64.
    ///
    /// @param field where it stands in the request
    /// @throws AppException (400) if it is none of these
    static ImageSource parse(String field, String text) {
        return SourceText.parse(field, text);
    }

    /// Whether a text that may be something else as well is one of those, Base64 apart.
    static boolean isNamedBy(String text) {
        return SourceText.isNamed(text.strip());
    }
}

/// Sources as texts.
final class SourceText {
    /// How ids of kept pictures look: see [ImageIds].
    private static final Pattern ID = Pattern.compile("img_[0-9a-zA-Z]{20,40}");

    private static final Pattern KEPT_FILE =
            Pattern.compile(
                    "(?:https?://[^/?#]+)?/v1/gallery/(img_[0-9a-zA-Z]{20,40})(?:/[a-z]*)?/?");

    private static final Pattern DATA = Pattern.compile("(?is)data:[^,]{0,200}?(;base64)?,(.*)");

    private SourceText() {}

    static boolean isNamed(String source) {
        return ID.matcher(source).matches()
                || KEPT_FILE.matcher(source).matches()
                || source.regionMatches(true, 0, "data:", 0, 5)
                || source.contains("://");
    }

    static ImageSource parse(String field, String text) {
        String source = text.strip();
        if (ID.matcher(source).matches()) {
            return new ImageSource.Kept(source);
        }
        Matcher file = KEPT_FILE.matcher(source);
        if (file.matches()) {
            return new ImageSource.Kept(file.group(1));
        }
        if (source.regionMatches(true, 0, "data:", 0, 5)) {
            Matcher data = DATA.matcher(source);
            if (!data.matches() || data.group(1) == null) {
                throw AppException.invalid(
                        field, "%s is a data: URI that is not in Base64.".formatted(field));
            }
            return new ImageSource.Bytes(decoded(field, data.group(2)));
        }
        if (source.regionMatches(true, 0, "http:", 0, 5)
                || source.regionMatches(true, 0, "https:", 0, 6)) {
            return new ImageSource.Address(address(field, source));
        }
        if (source.contains("://")) {
            throw AppException.invalid(
                    field, "%s is an address that is neither http nor https.".formatted(field));
        }
        return new ImageSource.Bytes(decoded(field, source));
    }

    private static URI address(String field, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw AppException.invalid(
                    field, "%s is not an address that can be read.".formatted(field));
        }
    }

    private static byte[] decoded(String field, String base64) {
        try {
            byte[] file =
                    Base64.getMimeDecoder().decode(base64.replace('-', '+').replace('_', '/'));
            if (file.length > 0) {
                return file;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw AppException.invalid(
                field,
                ("%s must be a file, a data: URI, Base64, an http(s) address, or the id of a picture"
                                + " in the gallery.")
                        .formatted(field));
    }
}
