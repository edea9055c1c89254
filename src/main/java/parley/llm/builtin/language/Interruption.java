package parley.llm.builtin.language;

/// Lets long computations be cancelled.
public final class Interruption {
    private Interruption() {}

    /// @throws InterruptedException if somebody interrupted this thread
    public static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("The answer is no longer wanted.");
        }
    }
}
