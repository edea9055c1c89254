package parley.conversation;

import parley.llm.Part;

/// What a listener of a turn hears. The numbers rise; the pieces of text joined from the beginning
/// are the stored answer, unit by unit.
public sealed interface TurnEvent {
    /// Listening again from this number brings what comes after the event, whether this server
    /// wrote it or an earlier one. It is the length of all that was heard up to and with this
    /// event, in UTF-16 units: for an answer of nothing but text, the length of that text; for the
    /// end one more. What has no text counts 1: the beginning of a tool call (its arguments count
    /// their length), a picture, and what a provider signed, which nobody hears.
    long number();

    record Text(long number, String text) implements TurnEvent {}

    /// What the model thinks before it answers.
    record Reasoning(long number, String text) implements TurnEvent {}

    /// A piece of a tool call.
    ///
    /// @param index which call of the answer, from 0
    /// @param arguments the next piece of its arguments
    record ToolCall(long number, int index, String id, String name, String arguments)
            implements TurnEvent {}

    /// A picture, whole.
    record Image(long number, Part.Image image) implements TurnEvent {}

    /// The end, always the last event and always there. The turn says how it ended.
    record Ended(long number, Turn turn) implements TurnEvent {}
}
