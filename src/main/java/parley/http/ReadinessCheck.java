package parley.http;

import java.util.Optional;

/// Something the server uses to do its work, for instance its database.
public interface ReadinessCheck {
    /// A short name, shown in the answer of `GET /ready`.
    String name();

    /// What is wrong, as a sentence that may be shown to everybody; empty if nothing is. May block
    /// for a moment.
    Optional<String> check();

    /// Whether it is something that may be missing, and is: then there is nothing to check.
    default boolean isAbsent() {
        return false;
    }

    /// Whether the server cannot work without it. Without other things it is ready still, and says
    /// that it is degraded.
    default boolean isVital() {
        return true;
    }
}
