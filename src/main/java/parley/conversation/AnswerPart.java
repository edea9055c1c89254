package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.llm.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A part of an answer as it is stored when the answer has ended.
public sealed interface AnswerPart {
    record Whole(Part part) implements AnswerPart {}

    /// See [Said.Lost].
    record Lost(int units) implements AnswerPart {}

    /// The parts of an answer.
    ///
    /// @param ended whether the model ended it; if not, a call at its end may have broken off. Such
    ///   a call cannot be answered and is lost
    static List<AnswerPart> of(List<Said> said, boolean ended) {
        List<AnswerPart> parts = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            Said next = i + 1 < said.size() ? said.get(i + 1) : new Said.Lost(0);
            switch (said.get(i)) {
                case Said.Words(String text) -> parts.add(new Whole(new Part.Text(text)));
                case Said.Picture(Part.Image image) -> parts.add(new Whole(image));
                case Said.Lost(int units) -> parts.add(new Lost(units));
                case Said.Thought(String origin, String text) -> {
                    Optional<String> signature = Optional.empty();
                    if (next instanceof Said.Signature(String _, String signed)) {
                        signature = Optional.of(signed);
                        i++;
                    }
                    parts.add(new Whole(new Part.Reasoning(text, origin, signature)));
                }
                case Said.Signature(String origin, String signed) ->
                        parts.add(new Whole(new Part.Reasoning("", origin, Optional.of(signed))));
                case Said.Call(String id, String name) -> {
                    String arguments = "";
                    if (next instanceof Said.Arguments(String text)) {
                        arguments = text;
                        i++;
                    }
                    boolean whole = ended || i + 1 < said.size() || isObject(arguments);
                    parts.add(
                            whole
                                    ? new Whole(new Part.ToolCall(id, name, arguments))
                                    : new Lost(1 + arguments.length()));
                }
                case Said.Arguments(String text) -> parts.add(new Lost(text.length()));
            }
        }
        return parts;
    }

    /// The parts without what is lost.
    static List<Part> whole(List<AnswerPart> parts) {
        List<Part> whole = new ArrayList<>();
        for (AnswerPart part : parts) {
            switch (part) {
                case Whole(Part kept) -> whole.add(kept);
                case Lost _ -> {}
            }
        }
        return whole;
    }

    /// The way back: what the parts were made of.
    static List<Said> said(List<AnswerPart> parts) {
        List<Said> said = new ArrayList<>();
        for (AnswerPart part : parts) {
            switch (part) {
                case Lost(int units) -> said.add(new Said.Lost(units));
                case Whole(Part.Text(String text)) -> said.add(new Said.Words(text));
                case Whole(Part.Image image) -> said.add(new Said.Picture(image));
                case Whole(Part.ToolCall call) -> {
                    said.add(new Said.Call(call.id(), call.name()));
                    said.add(new Said.Arguments(call.arguments()));
                }
                case Whole(
                                Part.Reasoning(
                                        String text,
                                        String origin,
                                        Optional<String> signature)) -> {
                    said.add(new Said.Thought(origin, text));
                    signature.ifPresent(signed -> said.add(new Said.Signature(origin, signed)));
                }
                // No model says one.
                case Whole(Part.ToolResult _) -> {}
            }
        }
        return said;
    }

    private static boolean isObject(String arguments) {
        try {
            return JsonMapper.shared().readTree(arguments).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }
}
