package parley.llm;

/// Something of the history that a model was not sent as it is.
///
/// @param reason what was done and why, in a few words for people
public record Withheld(Kind kind, String reason) {
    /// What it was.
    public enum Kind {
        /// What another provider's model thought: only its maker can read it.
        REASONING,
        /// A picture, for a model that cannot see, or in a place where no model reads one.
        IMAGE,
        /// A tool call without a result, or with arguments that are not JSON.
        TOOL_CALL,
        /// A tool's result without its call.
        TOOL_RESULT
    }
}
