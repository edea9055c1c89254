package parley.llm;

/// What a model says while it answers.
public sealed interface ModelEvent {
    /// A piece of the answer. Never empty, never cut inside a code point.
    record TextDelta(String text) implements ModelEvent {}

    /// The end of the answer: the last event of a run that did not fail.
    record Finished(FinishReason reason, Usage usage) implements ModelEvent {}
}
