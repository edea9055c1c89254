package parley.dialect;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.http.RequestFields;
import parley.llm.Part;

/// Reads pictures that come inside a request. What a picture is, its first bytes say.
public final class Picture {
    private static final int MOST_BYTES = 20 << 20;
    private static final Pattern DATA_URI = Pattern.compile("(?i)data:[^,]{0,200};base64,");
    private static final int HEAD_CHARACTERS = 24;

    private Picture() {}

    /// @param name the field with the `data:` URI
    /// @param detail how closely to look, as [Part.Image#detail]
    /// @throws AppException (400) if it is no picture, or an address to fetch one from
    public static Part.Image ofUri(RequestFields fields, String name, Optional<String> detail) {
        String uri = fields.requiredText(name);
        var head = DATA_URI.matcher(uri);
        if (!head.lookingAt()) {
            throw fields.wrong(
                    name,
                    "a data: URI with the picture in Base64 (data:image/png;base64,…); this server"
                            + " fetches no pictures from other addresses");
        }
        return ofBase64(fields, name, uri.substring(head.end()), detail);
    }

    /// @param name the field that holds the picture
    /// @param data its bytes in Base64
    /// @throws AppException (400) if it is no picture
    public static Part.Image ofBase64(
            RequestFields fields, String name, String data, Optional<String> detail) {
        if (data.length() / 4L * 3 > MOST_BYTES) {
            throw fields.wrong(name, "a picture of at most %d MB".formatted(MOST_BYTES >> 20));
        }
        if (!isBase64(data)) {
            throw fields.wrong(name, "a picture in Base64, without line breaks");
        }
        String type = typeOf(data);
        if (type == null) {
            throw fields.wrong(name, "a picture: PNG, JPEG, WebP or GIF");
        }
        return new Part.Image(type, data, detail);
    }

    private static boolean isBase64(String data) {
        int length = data.length();
        int end = data.endsWith("==") ? length - 2 : data.endsWith("=") ? length - 1 : length;
        for (int i = 0; i < end; i++) {
            char c = data.charAt(i);
            boolean letterOrDigit =
                    (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && c != '+' && c != '/') {
                return false;
            }
        }
        return length > 0 && length % 4 == 0;
    }

    private static @Nullable String typeOf(String data) {
        byte[] head =
                Base64.getDecoder()
                        .decode(data.substring(0, Math.min(data.length(), HEAD_CHARACTERS)));
        String text = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n")) {
            return "image/png";
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (text.startsWith("GIF8")) {
            return "image/gif";
        }
        boolean isWebp = text.startsWith("RIFF") && text.startsWith("WEBP", 8);
        return isWebp ? "image/webp" : null;
    }

    /// The picture as a `data:` URI.
    public static String uri(Part.Image image) {
        return "data:%s;base64,%s"
                .formatted(image.mediaType().toLowerCase(Locale.ROOT), image.data());
    }
}
