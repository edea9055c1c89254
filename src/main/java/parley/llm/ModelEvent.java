package parley.llm;

/// What a model says while it answers. The pieces of one part come together: a part has ended when
/// a piece of another begins.
public sealed interface ModelEvent {
    /// A piece of the answer. Never empty, never cut inside a code point.
    record TextDelta(String text) implements ModelEvent {}

    /// A piece of what the model thinks. Never empty, never cut inside a code point.
    record ReasoningDelta(String text) implements ModelEvent {}

    /// The end of a stretch of thinking, with what its provider wants back beside the text in later
    /// turns ([Part.Reasoning#signature]). Only where there is such a thing.
    record ReasoningSigned(String signature) implements ModelEvent {}

    /// A piece of a tool call.
    ///
    /// @param index which call of this answer it belongs to, from 0; calls come one after another
    /// @param id the call's id, the same in every piece
    /// @param arguments the next piece of its arguments; may be empty in the first
    record ToolCallDelta(int index, String id, String name, String arguments)
            implements ModelEvent {}

    /// A picture, whole.
    record ImageMade(Part.Image image) implements ModelEvent {}

    /// What the provider says of the tokens so far. May come several times: the last one counts,
    /// nothing is added up.
    record UsageReported(ReportedUsage usage) implements ModelEvent {}

    /// The end of the answer: the last event of a run that did not fail.
    record Finished(FinishReason reason) implements ModelEvent {}
}
