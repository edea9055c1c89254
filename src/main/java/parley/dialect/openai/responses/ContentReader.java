package parley.dialect.openai.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.dialect.Picture;
import parley.http.RequestFields;
import parley.llm.Part;

/// Reads the content of an item: a text, or pieces of text and pictures.
final class ContentReader {
    private ContentReader() {}

    /// @throws parley.error.AppException (400) naming the piece that is wrong
    static List<Part> read(RequestFields item, String name) {
        var content = item.find(name).orElseThrow(() -> item.missing(name));
        if (content.isString()) {
            return List.of(new Part.Text(content.stringValue()));
        }
        if (!content.isArray()) {
            throw item.wrong(name, "text, or an array of content parts");
        }
        List<Part> parts = new ArrayList<>();
        for (RequestFields piece : item.objects(name)) {
            parts.add(part(piece));
        }
        return parts;
    }

    /// As [#read], where only text has a place.
    static String text(RequestFields item, String name) {
        return read(item, name).stream()
                .map(part -> {
                    if (part instanceof Part.Text(String text)) {
                        return text;
                    }
                    throw item.wrong(name, "text: pictures of tools are not supported");
                })
                .collect(Collectors.joining());
    }

    private static Part part(RequestFields piece) {
        String type = piece.requiredText("type");
        return switch (type) {
            case "input_text", "output_text", "text" -> new Part.Text(piece.requiredText("text"));
            case "refusal" -> new Part.Text(piece.requiredText("refusal"));
            case "input_image" -> image(piece);
            default ->
                    throw piece.wrong(
                            "type",
                            "input_text, input_image, input_file, output_text or refusal; '%s' is not supported here"
                                    .formatted(type));
        };
    }

    private static Part image(RequestFields piece) {
        if (piece.has("file_id")) {
            throw piece.wrong("file_id", "absent: send the picture in image_url, as a data: URI");
        }
        String detail = piece.optionalText("detail").orElse("auto");
        if (!List.of("low", "high", "auto", "original").contains(detail)) {
            throw piece.wrong("detail", "low, high, auto or original");
        }
        return Picture.ofUri(
                piece, "image_url", Optional.of(detail.equals("original") ? "high" : detail));
    }
}
