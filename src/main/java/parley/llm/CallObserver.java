package parley.llm;

/// Hears of every call when it has ended, well or not: metrics and traces. Called on the thread of
/// the call; must be quick and must not throw.
@FunctionalInterface
public interface CallObserver {
    /// @param call what is known of it
    void ended(ModelCall call);
}
