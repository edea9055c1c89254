package parley.dialect.anthropic;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.http.Json;
import parley.http.RequestFields;
import parley.llm.Part;

/// The signature of a thinking block as clients of this server get it: who thought, and what that
/// provider wants back beside the text. Clients send it back unread.
final class ThinkingSeal {
    private static final String PREFIX = "parley.";

    private ThinkingSeal() {}

    private record Contents(String origin, @Nullable String signature) {}

    /// @param origin the provider that thought
    /// @param signature what it wants back
    static String of(String origin, Optional<String> signature) {
        byte[] json = Json.bytes(new Contents(origin, signature.orElse(null)));
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /// The thought of a block that came back; empty if another server sealed it, so that no
    /// provider here could read it.
    static Optional<Part.Reasoning> open(String text, String seal) {
        if (!seal.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(seal.substring(PREFIX.length()));
            RequestFields contents =
                    new RequestFields(Json.readObject(new String(json, StandardCharsets.UTF_8)));
            return Optional.of(
                    new Part.Reasoning(
                            text,
                            contents.requiredText("origin"),
                            contents.optionalText("signature")));
        } catch (IllegalArgumentException | AppException e) {
            // It only looked like one of ours.
            return Optional.empty();
        }
    }
}
