package parley.dialect.anthropic;

import java.util.Optional;
import parley.dialect.Picture;
import parley.http.RequestFields;
import parley.llm.Part;

/// Reads one block of content.
final class BlockReader {
    private BlockReader() {}

    /// What a user or a tool shows.
    ///
    /// @throws parley.error.AppException (400) naming the field that is wrong
    static Part shown(RequestFields block) {
        String type = block.requiredText("type");
        return switch (type) {
            case "text" -> new Part.Text(block.requiredText("text"));
            case "image" -> image(block);
            case "document" -> document(block);
            default ->
                    throw block.wrong(
                            "type",
                            "text, image, document or tool_result; '%s' is not available here"
                                    .formatted(type));
        };
    }

    /// What an assistant said; empty for a thought that no provider here could read again.
    ///
    /// @throws parley.error.AppException (400) naming the field that is wrong
    static Optional<Part> said(RequestFields block) {
        String type = block.requiredText("type");
        return switch (type) {
            case "text" -> Optional.of(new Part.Text(block.requiredText("text")));
            case "tool_use" -> Optional.of(call(block));
            case "thinking" ->
                    ThinkingSeal.open(
                                    block.optionalText("thinking").orElse(""),
                                    block.optionalText("signature").orElse(""))
                            .map(Part.class::cast);
            case "redacted_thinking" -> Optional.empty();
            default ->
                    throw block.wrong(
                            "type",
                            "text, tool_use or thinking; '%s' is not available here"
                                    .formatted(type));
        };
    }

    private static Part call(RequestFields block) {
        return new Part.ToolCall(
                block.requiredText("id"),
                block.requiredText("name"),
                block.objectText("input").orElse("{}"));
    }

    private static Part image(RequestFields block) {
        RequestFields source =
                block.optionalObject("source").orElseThrow(() -> block.missing("source"));
        if (!source.requiredText("type").equals("base64")) {
            throw source.wrong(
                    "type",
                    "base64; this server fetches no pictures from other addresses and keeps no"
                            + " files");
        }
        return Picture.ofBase64(source, "data", source.requiredText("data"), Optional.empty());
    }

    private static Part document(RequestFields block) {
        RequestFields source =
                block.optionalObject("source").orElseThrow(() -> block.missing("source"));
        if (!source.requiredText("type").equals("text")) {
            throw source.wrong("type", "text; other documents are not taken here");
        }
        String title = block.optionalText("title").map(text -> text + "\n\n").orElse("");
        return new Part.Text(title + source.requiredText("data"));
    }
}
