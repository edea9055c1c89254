package parley.bench.wire;

/// Hears what an [EventScanner] finds.
@FunctionalInterface
public interface EventListener {
    /// What an event is.
    enum Kind {
        DATA,
        /// `[DONE]`, the end as it should be.
        DONE,
        /// An event named `error`, or data that begins with `{"error"`.
        FAILURE
    }

    /// An event is complete.
    ///
    /// @param dataBytes the length of its data
    void event(Kind kind, long dataBytes);
}
