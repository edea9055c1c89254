package parley.llm;

import java.util.List;

/// The tools a model may ask for. Parley never calls one: the call goes to the client, which sends
/// the result in its next message.
///
/// @param parallel whether several calls may come in one answer
public record ToolUse(List<Tool> tools, ToolChoice choice, boolean parallel) {
    public static final ToolUse NONE = new ToolUse(List.of(), new ToolChoice.Auto(), true);

    public ToolUse {
        tools = List.copyOf(tools);
    }

    /// Whether the model may call one now.
    public boolean offered() {
        return !tools.isEmpty() && !(choice instanceof ToolChoice.None);
    }

    /// A function of the client's.
    ///
    /// @param parameters a JSON Schema, as the text of an object
    /// @param strict whether arguments must keep to the schema, where the provider can force that
    public record Tool(String name, String description, String parameters, boolean strict) {}

    /// Whether a tool is to be called.
    public sealed interface ToolChoice {
        /// The model decides.
        record Auto() implements ToolChoice {}

        /// No tool.
        record None() implements ToolChoice {}

        /// At least one, whichever.
        record Required() implements ToolChoice {}

        /// This one.
        record Named(String name) implements ToolChoice {}
    }
}
