package parley.dialect;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Names a file that is sent as an attachment, in the form of RFC 6266.
public final class AttachedName {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String OTHER_MARKS = "-._~";

    private AttachedName() {}

    /// The `Content-Disposition` of a file of this name: whole in `filename*`; in the plain
    /// `filename`, for clients that know no other, letters and digits of ASCII only.
    public static String disposition(String filename) {
        String plain = filename.replaceAll("[^A-Za-z0-9._ -]", "_");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(plain, percentEncoded(filename));
    }

    /// The `ext-value` of RFC 5987.
    private static String percentEncoded(String name) {
        StringBuilder encoded = new StringBuilder(name.length() * 3);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean stays =
                    c < 0x80 && (Character.isLetterOrDigit(c) || OTHER_MARKS.indexOf(c) >= 0);
            if (stays) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
