package parley.analysis.sql.mysql;

import java.util.Optional;
import parley.analysis.sql.ConnectionString;
import parley.analysis.sql.ConnectionString.Server;
import parley.analysis.sql.DatabaseOpener;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Places;
import parley.analysis.sql.ReadOnlyEngine;

/// Opens MySQL and MariaDB databases.
public final class MysqlOpener implements DatabaseOpener {
    @Override
    public Optional<ReadOnlyEngine> open(ConnectionString connection, Places places) {
        return connection instanceof Server server && server.engine() == Engine.MYSQL
                ? Optional.of(new MysqlEngine(server, places))
                : Optional.empty();
    }
}
