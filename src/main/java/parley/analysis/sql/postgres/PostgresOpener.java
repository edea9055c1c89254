package parley.analysis.sql.postgres;

import java.util.Optional;
import parley.analysis.sql.ConnectionString;
import parley.analysis.sql.ConnectionString.Server;
import parley.analysis.sql.DatabaseOpener;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Places;
import parley.analysis.sql.ReadOnlyEngine;

/// Opens PostgreSQL databases.
public final class PostgresOpener implements DatabaseOpener {
    @Override
    public Optional<ReadOnlyEngine> open(ConnectionString connection, Places places) {
        return connection instanceof Server server && server.engine() == Engine.POSTGRESQL
                ? Optional.of(new PostgresEngine(server, places))
                : Optional.empty();
    }
}
