package parley.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import parley.llm.ChatMessage;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.Part;
import parley.llm.Role;

/// What a model says in one call: gathered, its words also passed on as they come.
final class ModelRound implements ModelEvents {
    private final String origin;
    private final Consumer<String> words;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thought = new StringBuilder();
    private final List<Part> reasoning = new ArrayList<>();
    private final Map<Integer, Part.ToolCall> calls = new TreeMap<>();

    /// @param origin the provider that answers
    /// @param words hears the text
    ModelRound(String origin, Consumer<String> words) {
        this.origin = origin;
        this.words = words;
    }

    @Override
    public void accept(ModelEvent event) {
        switch (event) {
            case ModelEvent.TextDelta(String piece) -> {
                text.append(piece);
                words.accept(piece);
            }
            case ModelEvent.ReasoningDelta(String piece) -> thought.append(piece);
            case ModelEvent.ReasoningSigned(String signature) -> endThought(Optional.of(signature));
            case ModelEvent.ToolCallDelta call ->
                    calls.merge(
                            call.index(),
                            new Part.ToolCall(call.id(), call.name(), call.arguments()),
                            (before, piece) ->
                                    new Part.ToolCall(
                                            before.id(),
                                            before.name(),
                                            before.arguments() + piece.arguments()));
            case ModelEvent.ImageMade _, ModelEvent.UsageReported _, ModelEvent.Finished _ -> {}
        }
    }

    String text() {
        return text.toString();
    }

    List<Part.ToolCall> calls() {
        return List.copyOf(calls.values());
    }

    /// All of it, for the next call of the same model.
    ChatMessage message() {
        endThought(Optional.empty());
        List<Part> parts = new ArrayList<>(reasoning);
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text.toString()));
        }
        calls.values()
                .forEach(call ->
                        parts.add(
                                call.arguments().isBlank()
                                        ? new Part.ToolCall(call.id(), call.name(), "{}")
                                        : call));
        return new ChatMessage(Role.ASSISTANT, parts);
    }

    private void endThought(Optional<String> signature) {
        if (!thought.isEmpty() || signature.isPresent()) {
            reasoning.add(new Part.Reasoning(thought.toString(), origin, signature));
            thought.setLength(0);
        }
    }
}
