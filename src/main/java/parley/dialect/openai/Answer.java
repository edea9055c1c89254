package parley.dialect.openai;

import java.util.ArrayList;
import java.util.List;
import parley.llm.FinishReason;
import parley.llm.Part;

/// One answer, whole.
record Answer(
        String text,
        String reasoning,
        List<Part.ToolCall> calls,
        List<Part.Image> images,
        String finishReason) {
    Answer {
        calls = List.copyOf(calls);
        images = List.copyOf(images);
    }

    /// An answer that the history keeps.
    static Answer of(List<Part> parts, String finishReason) {
        StringBuilder text = new StringBuilder();
        StringBuilder reasoning = new StringBuilder();
        List<Part.ToolCall> calls = new ArrayList<>();
        List<Part.Image> images = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Part.Text(String words) -> text.append(words);
                case Part.Reasoning thought -> reasoning.append(thought.text());
                case Part.ToolCall call -> calls.add(call);
                case Part.Image image -> images.add(image);
                case Part.ToolResult _ -> {}
            }
        }
        return new Answer(text.toString(), reasoning.toString(), calls, images, finishReason);
    }

    /// The name of a reason in this answer's form.
    static String finishReason(FinishReason reason, boolean legacyFunctions) {
        return reason == FinishReason.TOOL_CALLS && legacyFunctions
                ? "function_call"
                : reason.wireName();
    }
}
