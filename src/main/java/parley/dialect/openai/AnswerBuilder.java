package parley.dialect.openai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.Part;

/// Puts an answer together from what a model says.
final class AnswerBuilder implements ModelEvents {
    private record Call(String id, String name, StringBuilder arguments) {}

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final Map<Integer, Call> calls = new LinkedHashMap<>();
    private final List<Part.Image> images = new ArrayList<>();

    @Override
    public void accept(ModelEvent event) {
        switch (event) {
            case ModelEvent.TextDelta(String piece) -> text.append(piece);
            case ModelEvent.ReasoningDelta(String piece) -> reasoning.append(piece);
            case ModelEvent.ToolCallDelta call ->
                    calls.computeIfAbsent(
                                    call.index(),
                                    _ -> new Call(call.id(), call.name(), new StringBuilder()))
                            .arguments()
                            .append(call.arguments());
            case ModelEvent.ImageMade(Part.Image image) -> images.add(image);
            case ModelEvent.ReasoningSigned _,
                    ModelEvent.UsageReported _,
                    ModelEvent.Finished _ -> {}
        }
    }

    Answer build(FinishReason reason, boolean legacyFunctions) {
        return new Answer(
                text.toString(),
                reasoning.toString(),
                calls.values().stream()
                        .map(call ->
                                new Part.ToolCall(
                                        call.id(), call.name(), call.arguments().toString()))
                        .toList(),
                images,
                Answer.finishReason(reason, legacyFunctions));
    }
}
