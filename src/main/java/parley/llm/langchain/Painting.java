package parley.llm.langchain;

import java.util.Base64;
import java.util.Optional;
import parley.llm.ModelRequest;
import parley.llm.Part;
import parley.llm.Role;

/// What all that paint have in common: what they are asked, and what they answer.
public final class Painting {
    private Painting() {}

    /// The picture in a file, of the type that its first bytes say, whatever the server calls it.
    ///
    /// @throws parley.llm.ProviderException if it is none
    public static Part.Image picture(byte[] file, ProviderErrors errors) {
        String type =
                mediaType(file)
                        .orElseThrow(() ->
                                errors.badResponse(
                                        "sent something that is not a PNG, JPEG or WebP picture.",
                                        null));
        return new Part.Image(type, Base64.getEncoder().encodeToString(file), Optional.empty());
    }

    /// The last text of the user's last message: a front end may say first what it shows, and then
    /// what is to be painted.
    ///
    /// @throws parley.llm.ProviderException if there is none
    public static String prompt(ModelRequest request, ProviderErrors errors) {
        return request.messages().reversed().stream()
                .filter(message -> message.role() == Role.USER)
                .limit(1)
                .flatMap(message -> message.parts().reversed().stream())
                .map(part -> part instanceof Part.Text(String text) ? text.strip() : "")
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow(() ->
                        errors.refused(
                                "cannot paint without words. Say what the picture is to show.",
                                null));
    }

    private static Optional<String> mediaType(byte[] file) {
        if (begins(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of("image/png");
        }
        if (begins(file, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of("image/jpeg");
        }
        boolean webp = begins(file, 0, 'R', 'I', 'F', 'F') && begins(file, 8, 'W', 'E', 'B', 'P');
        return webp ? Optional.of("image/webp") : Optional.empty();
    }

    private static boolean begins(byte[] file, int offset, int... bytes) {
        if (file.length < offset + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[offset + i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
