package parley.storage.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A database that stores run on. Safe for many threads at once, made for virtual ones. A thread
/// that is interrupted in the middle of a work waits for the outcome, and stays interrupted.
///
/// Every method throws [parley.error.AppException]: `STORAGE_FULL` when the disk is full,
/// `UNAVAILABLE` with a time to wait when the database cannot be reached or has too much to do.
/// Once the reason is gone the next work succeeds, without a restart.
public interface Database extends AutoCloseable {
    /// Runs a work that changes nothing. Each of its statements sees what was committed before it;
    /// what must belong together is read by one statement.
    <T> T read(Work<T> work);

    /// Runs a work in a transaction of its own, all or nothing, and returns after its commit is
    /// durable. If this throws `UNAVAILABLE`, the commit may still have happened.
    <T> T write(Work<T> work);

    /// Why the database cannot do its work just now; empty if it can. Takes at most seconds.
    Optional<String> problem();

    /// What it is and where, for people: `SQLite, parley.db`. Without secrets.
    String describe();

    /// How this database numbers rows.
    Identities identities();

    /// Writes everything, as it was at one moment, into a file, while others read and write.
    ///
    /// @param copy an empty file
    void copyTo(Path copy) throws IOException;

    /// Lets the works under way end, then gives everything back.
    @Override
    void close();
}
