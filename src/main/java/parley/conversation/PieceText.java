package parley.conversation;

import java.util.Locale;
import java.util.Optional;
import parley.llm.Part;
import tools.jackson.databind.json.JsonMapper;

/// The stored form of one stretch of a running answer: its kind, and its text. Where a text is not
/// enough, that of a JSON object as [MessageParts] writes it.
public record PieceText(Kind kind, String text) {
    /// What a piece is.
    public enum Kind {
        TEXT,
        REASONING,
        SIGNATURE,
        CALL,
        ARGUMENTS,
        IMAGE,
        LOST;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static PieceText of(Said said) {
        return switch (said) {
            case Said.Words(String text) -> new PieceText(Kind.TEXT, text);
            case Said.Arguments(String text) -> new PieceText(Kind.ARGUMENTS, text);
            case Said.Thought(String origin, String text) ->
                    json(Kind.REASONING, new Part.Reasoning(text, origin, Optional.empty()));
            case Said.Signature(String origin, String signature) ->
                    json(Kind.SIGNATURE, new Part.Reasoning("", origin, Optional.of(signature)));
            case Said.Call(String id, String name) ->
                    json(Kind.CALL, new Part.ToolCall(id, name, ""));
            case Said.Picture(Part.Image image) -> json(Kind.IMAGE, image);
            case Said.Lost(int units) -> new PieceText(Kind.LOST, Integer.toString(units));
        };
    }

    public Said said() {
        return switch (kind) {
            case TEXT -> new Said.Words(text);
            case ARGUMENTS -> new Said.Arguments(text);
            case LOST -> new Said.Lost(Integer.parseInt(text));
            case REASONING, SIGNATURE, CALL, IMAGE -> ofPart();
        };
    }

    private Said ofPart() {
        Part part = MessageParts.part(JsonMapper.shared().readTree(text)).orElseThrow();
        return switch (part) {
            case Part.Reasoning(String thought, String origin, Optional<String> signature) ->
                    signature.isPresent()
                            ? new Said.Signature(origin, signature.get())
                            : new Said.Thought(origin, thought);
            case Part.ToolCall call -> new Said.Call(call.id(), call.name());
            case Part.Image image -> new Said.Picture(image);
            case Part.Text _, Part.ToolResult _ ->
                    throw new IllegalStateException("A piece of an answer is damaged.");
        };
    }

    private static PieceText json(Kind kind, Part part) {
        return new PieceText(kind, MessageParts.text(MessageParts.node(part)));
    }
}
