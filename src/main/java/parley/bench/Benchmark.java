package parley.bench;

/// One question about the server's speed or size. Bounded in count and time; talks to loopback
/// only; what it starts it also ends.
interface Benchmark {
    /// The name on the command line.
    String name();

    /// What it answers, in one line.
    String question();

    /// Measures.
    ///
    /// @throws parley.error.AppException if the server cannot be measured
    Findings run(Workbench bench) throws InterruptedException;
}
