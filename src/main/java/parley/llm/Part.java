package parley.llm;

import java.util.Optional;

/// A piece of a message, in the form that belongs to no provider. Each provider turns parts into
/// its own form; what it cannot say is taken out before ([Replay]).
public sealed interface Part {
    /// What is said in words.
    record Text(String text) implements Part {}

    /// A picture.
    ///
    /// @param mediaType `image/png`, `image/jpeg`, `image/webp` or `image/gif`
    /// @param data its bytes in Base64, without line breaks
    /// @param detail how closely to look, in OpenAI's terms: `low`, `high`, `auto`
    record Image(String mediaType, String data, Optional<String> detail) implements Part {}

    /// A tool the model wants to be called.
    ///
    /// @param id what the result refers to; unique within a conversation
    /// @param arguments the text of a JSON object, as the model wrote it
    record ToolCall(String id, String name, String arguments) implements Part {}

    /// What a tool answered.
    ///
    /// @param callId the id of the [ToolCall]
    /// @param name the tool's name; empty where the client did not repeat it
    /// @param failed whether the tool says that it failed
    record ToolResult(String callId, String name, String content, boolean failed) implements Part {}

    /// What a model thought before it answered.
    ///
    /// @param text what it shows of it; may be empty
    /// @param origin the [ModelProvider#name] that made it: nobody else gets it back
    /// @param signature what that provider wants back beside the text, in a form only its code
    ///   reads
    record Reasoning(String text, String origin, Optional<String> signature) implements Part {}
}
