package parley.dialect;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;

/// Names files that are sent as attachments, in the form of RFC 6266.
public final class Attachment {
    /// In characters of UTF-16, without the id and the extension.
    private static final int LONGEST_NAME = 80;

    private static final String FALLBACK_NAME = "message";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Attachment() {}

    /// The `Content-Disposition` of a file that is named after a title and an id: `Sales plan!` and
    /// 12 become `Sales-plan-12.md`. Letters of every language stay in `filename*`; the plain
    /// `filename`, for clients that know no other, has ASCII only.
    public static String disposition(String title, long id, String extension) {
        String ending = "-%d.%s".formatted(id, extension);
        String name = cleaned(title, "[^\\p{L}\\p{M}\\p{N}]+");
        String plain =
                cleaned(
                        Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}+", ""),
                        "[^A-Za-z0-9]+");
        return "attachment; filename=\"%s%s\"; filename*=UTF-8''%s%s"
                .formatted(plain, ending, percentEncoded(name), ending);
    }

    /// Keeps letters and digits, and a hyphen for what is between: nothing that any file system, or
    /// a header, takes for more than a name.
    private static String cleaned(String title, String others) {
        String joined = title.replaceAll(others, "-").replaceAll("^-|-$", "");
        String name = joined.substring(0, endOfName(joined)).replaceAll("-$", "");
        return name.isEmpty() ? FALLBACK_NAME : name;
    }

    private static int endOfName(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name.length();
        }
        boolean cutsPair = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1));
        return cutsPair ? LONGEST_NAME - 1 : LONGEST_NAME;
    }

    /// The `ext-value` of RFC 5987, by which only letters, digits and hyphens of ASCII stay as they
    /// are here.
    private static String percentEncoded(String name) {
        StringBuilder encoded = new StringBuilder(name.length() * 3);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c == '-' || (c < 0x80 && Character.isLetterOrDigit(c))) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
