package parley.llm.langchain.huggingface;

import java.util.Base64;
import java.util.Optional;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ModelRequest;
import parley.llm.Part;
import parley.llm.Role;
import parley.llm.langchain.ProviderErrors;
import tools.jackson.databind.json.JsonMapper;

/// Paints what the user asked for last. The answer is the file of a picture, of at most 20 MB, and
/// of the type that its first bytes say, whatever the server calls it.
final class ImageGeneration {
    private final ModelEndpoint endpoint;
    private final ProviderErrors errors;

    ImageGeneration(ModelEndpoint endpoint, ProviderErrors errors) {
        this.endpoint = endpoint;
        this.errors = errors;
    }

    void run(ModelRequest request, ModelEvents events) {
        byte[] file =
                endpoint.client()
                        .execute(
                                endpoint.request(
                                        request.model(),
                                        JsonMapper.shared()
                                                .createObjectNode()
                                                .put("inputs", prompt(request)),
                                        "image/png"))
                        .bodyBytes();
        String type =
                mediaType(file)
                        .orElseThrow(() ->
                                errors.badResponse(
                                        "sent something that is not a PNG, JPEG or WebP picture.",
                                        null));
        events.accept(
                new ModelEvent.ImageMade(
                        new Part.Image(
                                type, Base64.getEncoder().encodeToString(file), Optional.empty())));
        events.accept(new ModelEvent.Finished(FinishReason.STOP));
    }

    /// The last text of the user's last message: a front end may say first what it shows, and then
    /// what is to be painted.
    private String prompt(ModelRequest request) {
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
