package parley.llm.builtin.skill;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// Writes texts in other alphabets: Base64, percent-encoding, slugs, ROT13.
final class Encodings {
    private Encodings() {}

    static List<TextTool> tools() {
        return List.of(
                TextTool.of(
                        "\\bdecode\\b.*\\bbase ?64\\b|\\bbase ?64\\b.*\\bdecode\\b|\\bfrom"
                                + " base ?64\\b|\\bdecode (?:this|it)\\b",
                        (text, _) -> base64Decoded(text)),
                TextTool.of(
                        "\\bbase ?64\\b(?!.*\\bwhat\\b)",
                        (text, _) ->
                                Base64.getEncoder()
                                        .encodeToString(text.getBytes(StandardCharsets.UTF_8))),
                TextTool.of(
                        "\\b(?:url|percent)[ -]?decode\\b",
                        (text, _) -> percentDecoded(text.strip())),
                TextTool.of(
                        "\\b(?:url|percent)[ -]?encode\\b",
                        (text, _) ->
                                URLEncoder.encode(text, StandardCharsets.UTF_8)
                                        .replace("+", "%20")),
                TextTool.of("\\bslug(?:ify)?\\b", (text, _) -> slug(text)),
                TextTool.of("\\brot ?13\\b", (text, _) -> rotated(text)));
    }

    private static String base64Decoded(String text) {
        String code = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
        try {
            byte[] bytes = Base64.getDecoder().decode(code);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException e) {
            return "That is not Base64: it holds other characters than letters, digits, + and /,"
                    + " or lacks some at its end.";
        } catch (CharacterCodingException e) {
            return "That is Base64, but of binary data and not of text.";
        }
    }

    private static String percentDecoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "That is not percent-encoded: behind each % there must be two hexadecimal"
                    + " digits.";
        }
    }

    private static String slug(String text) {
        String plain =
                Normalizer.normalize(text.strip().replace("ß", "ss"), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("[^\\p{L}\\p{Nd}]++", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "There is no letter or digit in it to make a slug of." : slug;
    }

    private static String rotated(String text) {
        StringBuilder rotated = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            int base =
                    letter >= 'a' && letter <= 'z' ? 'a' : letter >= 'A' && letter <= 'Z' ? 'A' : 0;
            rotated.append(base == 0 ? letter : (char) (base + (letter - base + 13) % 26));
        }
        return rotated.toString();
    }
}
