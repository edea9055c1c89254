package parley.dialect.openai;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.dialect.Picture;
import parley.http.RequestFields;
import parley.llm.Part;
import tools.jackson.databind.JsonNode;

/// Reads what a message says: a text, or an array of texts and pictures.
final class ContentReader {
    private static final List<String> DETAILS = List.of("auto", "low", "high");

    private ContentReader() {}

    /// @throws parley.error.AppException (400) naming the part that is wrong
    static List<Part> parts(RequestFields message, String name) {
        JsonNode content = message.find(name).orElseThrow(() -> message.missing(name));
        if (content.isString()) {
            return List.of(new Part.Text(content.stringValue()));
        }
        if (!content.isArray() || content.isEmpty()) {
            throw message.wrong(name, "text, or an array of content parts");
        }
        return message.objects(name).stream().map(ContentReader::part).toList();
    }

    /// As [#parts], where only text has a place.
    static String text(RequestFields message, String name) {
        return parts(message, name).stream()
                .map(part -> {
                    if (part instanceof Part.Text(String text)) {
                        return text;
                    }
                    throw message.wrong(name, "text: only users show pictures");
                })
                .collect(Collectors.joining());
    }

    private static Part part(RequestFields part) {
        String type = part.requiredText("type");
        return switch (type) {
            case "text" -> new Part.Text(part.requiredText("text"));
            case "refusal" -> new Part.Text(part.requiredText("refusal"));
            case "image_url" -> image(part);
            default ->
                    throw part.wrong(
                            "type",
                            "text, image_url or file; '%s' is not available here".formatted(type));
        };
    }

    private static Part image(RequestFields part) {
        if (part.find("image_url").filter(JsonNode::isString).isPresent()) {
            // Not OpenAI's form, but a frequent one.
            return Picture.ofUri(part, "image_url", Optional.empty());
        }
        RequestFields image =
                part.optionalObject("image_url").orElseThrow(() -> part.missing("image_url"));
        Optional<String> detail = image.optionalText("detail");
        if (detail.isPresent() && !DETAILS.contains(detail.get())) {
            throw image.wrong("detail", "auto, low or high");
        }
        return Picture.ofUri(image, "url", detail);
    }
}
