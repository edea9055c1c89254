package parley.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A server that takes requests, and what its operator should know.
public interface RunningServer {
    /// The address it listens on: `127.0.0.1`, `0.0.0.0`, a name.
    String host();

    /// The ports it listens on, at least one, the main one first.
    List<Integer> ports();

    /// Ports that were asked for and are held by another program.
    List<Integer> skippedPorts();

    /// The token of the owner, if this start made it. It cannot be had again.
    Optional<String> newOwnerToken();

    /// Whether every request needs a token.
    boolean tokensRequired();

    /// The models that answer, as `provider/model`; the default first.
    List<String> models();

    /// The database in a word or two: `SQLite`, `PostgreSQL at db.example`.
    String database();

    /// Stores what answers under way have said until now, and waits for it, but not longer than
    /// that.
    void storeNow(Duration longest) throws InterruptedException;

    /// Stops: refuses new work, lets answers finish or keeps what they have, closes everything.
    /// Returns when that is done. Calling it again waits for the same end.
    void drainAndStop() throws InterruptedException;

    /// Waits until the server has stopped, for whatever reason.
    void awaitStop() throws InterruptedException;
}
