package parley.analysis.sql.sqlite;

import java.util.Optional;
import parley.analysis.sql.ConnectionString;
import parley.analysis.sql.ConnectionString.FileName;
import parley.analysis.sql.DatabaseOpener;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Places;
import parley.analysis.sql.ReadOnlyEngine;

/// Opens SQLite files.
public final class SqliteOpener implements DatabaseOpener {
    @Override
    public Optional<ReadOnlyEngine> open(ConnectionString connection, Places places) {
        return connection instanceof FileName name && name.engine() == Engine.SQLITE
                ? Optional.of(new SqliteEngine(name, places))
                : Optional.empty();
    }
}
