package parley.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.Part;

/// Pictures in files of other programs: what they are shows in their first bytes.
public final class PictureBytes {
    private static final Pattern DATA = Pattern.compile("(?is)data:[^,]{0,100};base64,(.*)");

    private PictureBytes() {}

    /// A picture as a part of a message; empty if it is of a form that models do not read.
    public static Optional<Part.Image> part(byte[] file) {
        return type(file)
                .map(type ->
                        new Part.Image(
                                type, Base64.getEncoder().encodeToString(file), Optional.empty()));
    }

    /// The picture of a `data:` URI.
    public static Optional<Part.Image> ofDataUri(String uri) {
        Matcher data = DATA.matcher(uri);
        if (!data.matches()) {
            return Optional.empty();
        }
        try {
            return part(Base64.getMimeDecoder().decode(data.group(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> type(byte[] file) {
        String head =
                new String(
                        Arrays.copyOf(file, Math.min(file.length, 12)),
                        StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return Optional.of("image/gif");
        }
        return head.startsWith("RIFF") && head.endsWith("WEBP")
                ? Optional.of("image/webp")
                : Optional.empty();
    }
}
