package parley.analysis.sql;

import java.util.List;

/// An open database that can be read and nothing else. The engine itself enforces that; [SqlGuard]
/// stands before it. Safe for use by many threads.
public interface Database extends AutoCloseable {
    Engine engine();

    /// The tables and views that may be asked, by name; at most a few hundred.
    ///
    /// @throws parley.error.AppException (503) it cannot be reached; (400) its account may do more
    ///   than read
    List<Table> tables() throws InterruptedException;

    /// Runs one query in a read-only transaction that is always rolled back.
    ///
    /// @throws parley.error.AppException (400) the engine does not understand the query; (503) it
    ///   cannot be reached, or the time is over. The sentence names the kind and an id; the
    ///   engine's own words are in the server's log
    Rows run(CheckedQuery query, Caps caps) throws InterruptedException;

    @Override
    void close();
}
