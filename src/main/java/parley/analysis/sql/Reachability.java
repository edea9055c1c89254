package parley.analysis.sql;

/// Whether a database could be reached when it was tried.
public sealed interface Reachability {
    record Reachable() implements Reachability {}

    /// @param reason why, for programs
    /// @param sentence why, for people, and what to check
    record Unreachable(Fault reason, String sentence) implements Reachability {}
}
