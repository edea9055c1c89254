package parley.bench.wire;

/// Hears what an [EventScanner] finds.
@FunctionalInterface
public interface EventListener {
    /// What an event is.
    enum Kind {
        DATA,
        /// `[DONE]`, or the last event of contracts without that mark: the end as it should be.
        DONE,
        /// An event that says the answer failed, or data that begins with `{"error"`.
        FAILURE
    }

    /// An event is complete.
    ///
    /// @param dataBytes the length of its data
    void event(Kind kind, long dataBytes);
}
