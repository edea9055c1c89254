package parley.dialect.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.dialect.Picture;
import parley.dialect.anthropic.WireMessage.Block;
import parley.error.AppException;
import parley.http.Json;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import tools.jackson.databind.JsonNode;

/// Puts the blocks of an answer together from what a model says.
final class MessageBuilder implements ModelEvents {
    private final Supplier<String> origin;
    private final boolean thoughts;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private @Nullable Kind kind;
    private ModelEvent.@Nullable ToolCallDelta call;

    private enum Kind {
        TEXT,
        THINKING,
        TOOL_USE
    }

    /// @param origin the provider that answers; asked when it does
    /// @param thoughts whether what it thinks is to be shown
    MessageBuilder(Supplier<String> origin, boolean thoughts) {
        this.origin = origin;
        this.thoughts = thoughts;
    }

    @Override
    public void accept(ModelEvent event) {
        switch (event) {
            case ModelEvent.TextDelta(String text) -> in(Kind.TEXT).append(text);
            case ModelEvent.ReasoningDelta(String text) -> in(Kind.THINKING).append(text);
            case ModelEvent.ReasoningSigned(String signature) -> {
                in(Kind.THINKING);
                endThought(Optional.of(signature));
            }
            case ModelEvent.ToolCallDelta delta -> {
                if (call == null || call.index() != delta.index()) {
                    end();
                    call = delta;
                }
                in(Kind.TOOL_USE).append(delta.arguments());
            }
            case ModelEvent.ImageMade made ->
                    in(Kind.TEXT).append("![picture](%s)".formatted(Picture.uri(made.image())));
            case ModelEvent.UsageReported _, ModelEvent.Finished _ -> {}
        }
    }

    List<Block> build() {
        end();
        return blocks;
    }

    private StringBuilder in(Kind wanted) {
        if (kind != wanted) {
            end();
            kind = wanted;
        }
        return piece;
    }

    private void end() {
        switch (kind) {
            case null -> {}
            case TEXT -> blocks.add(new Block.Text(piece.toString()));
            case THINKING -> endThought(Optional.empty());
            case TOOL_USE -> {
                ModelEvent.ToolCallDelta ended = call;
                if (ended != null) {
                    blocks.add(
                            new Block.ToolUse(ended.id(), ended.name(), input(piece.toString())));
                }
            }
        }
        piece.setLength(0);
        kind = null;
    }

    private void endThought(Optional<String> signature) {
        if (thoughts) {
            blocks.add(
                    new Block.Thinking(piece.toString(), ThinkingSeal.of(origin.get(), signature)));
        }
        piece.setLength(0);
        kind = null;
    }

    /// What the model wrote, if it is an object; this wire has no place for anything else.
    private static JsonNode input(String arguments) {
        try {
            return arguments.isBlank() ? Json.object() : Json.readObject(arguments);
        } catch (AppException e) {
            return Json.object().put("arguments", arguments);
        }
    }
}
