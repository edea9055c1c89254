package parley.analysis.sql.postgres;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.ConnectionString.Encryption;
import parley.analysis.sql.ConnectionString.Server;
import parley.analysis.sql.Diagnosis;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Places;
import parley.analysis.sql.ReadOnlyEngine;
import parley.analysis.sql.Table;

/// One PostgreSQL database, read only. The wall is the role: one that could write, read files or
/// run programs is refused, since a transaction's "read only" can be left and does not hold these.
final class PostgresEngine implements ReadOnlyEngine {
    private static final int CONNECT_SECONDS = 3;

    // Settings end with the transaction. The names are written out with their schema, so that
    // nobody's own function of that name is called. The role's checks follow in the same query, and
    // as it is the first of the transaction, READ WRITE is refused from here on.
    private static final String BEGIN =
            """
            SELECT pg_catalog.set_config('statement_timeout', ?, true),
              pg_catalog.set_config('lock_timeout', '1000', true),
              pg_catalog.set_config('idle_in_transaction_session_timeout', '30000', true),
              pg_catalog.set_config('standard_conforming_strings', 'on', true),
              pg_catalog.set_config('work_mem', '64MB', true),
              pg_catalog.set_config('TimeZone', 'UTC', true),
              pg_catalog.set_config('search_path', coalesce((
                SELECT pg_catalog.string_agg(pg_catalog.quote_ident(nspname), ', '
                    ORDER BY nspname <> 'public', nspname)
                FROM pg_catalog.pg_namespace
                WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                  AND pg_catalog.has_schema_privilege(oid, 'USAGE')), 'public'), true)
            """;

    private final Server server;
    private final Places places;

    PostgresEngine(Server server, Places places) {
        this.server = server;
        this.places = places;
    }

    @Override
    public Engine engine() {
        return Engine.POSTGRESQL;
    }

    @Override
    public Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            String address = places.address(server).getHostAddress();
            // A certificate is for a name. Who can prove to have it need not be held to an address.
            boolean byName = server.encryption() == Encryption.VERIFIED;
            source.setServerNames(new String[] {byName ? server.host() : address});
        } catch (UnknownHostException e) {
            throw new SQLException(e);
        }
        source.setPortNumbers(new int[] {server.port()});
        source.setDatabaseName(server.database());
        source.setUser(server.user());
        source.setPassword(server.password().orElse(""));
        pin(source);
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private void pin(PGSimpleDataSource source) {
        source.setSslMode(
                switch (server.encryption()) {
                    case USUAL -> "prefer";
                    case NONE -> "disable";
                    case REQUIRED -> "require";
                    case VERIFIED -> "verify-full";
                });
        if (server.encryption() == Encryption.VERIFIED) {
            // The driver's own, which trusts what this Java trusts; a file it would look for else.
            source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        source.setGssEncMode("disable");
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setCancelSignalTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("parley");
        source.setReadOnly(true);
        source.setReadOnlyMode("always");
        source.setMaxResultBuffer("64M");
        source.setLogServerErrorDetail(false);
        // No statement is prepared by name, so that connection poolers work too.
        source.setPrepareThreshold(0);
    }

    @Override
    public void begin(Connection connection, Duration time) throws SQLException {
        try (PreparedStatement start = connection.prepareStatement("SET TRANSACTION READ ONLY")) {
            start.execute();
        }
        try (PreparedStatement settings = connection.prepareStatement(BEGIN)) {
            settings.setString(1, String.valueOf(time.toMillis()));
            settings.executeQuery().close();
        }
        new PostgresPrivileges(server).check(connection);
    }

    @Override
    public List<Table> tables(Connection connection) throws SQLException {
        return PostgresTables.read(connection);
    }

    @Override
    public Column column(ResultSetMetaData columns, int index) throws SQLException {
        return new Column(
                columns.getColumnLabel(index),
                PostgresTables.type(columns.getColumnTypeName(index)));
    }

    @Override
    public @Nullable Object cell(ResultSet row, int index, ColumnType type) throws SQLException {
        return PostgresCells.read(row, index, type);
    }

    @Override
    public Diagnosis diagnose(SQLException failure) {
        return PostgresDiagnosis.of(failure);
    }

    @Override
    public List<String> secrets() {
        return List.of(server.password().orElse(""), server.host(), server.user());
    }
}
