package parley.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/// Connections to a server that may be away: those of a pool, and new ones as long as the pool has
/// none.
///
/// A pool that cannot connect pauses ever longer, and in the end longer than anybody here waits: a
/// server that is back would go on to be refused. So from the first failure on, whoever asks tries
/// for itself. Where nobody listens, that is told at once.
final class Connections implements AutoCloseable {
    /// A server that is away is known to be within three seconds: this for a new connection, …
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// … and this for one that is in use. No statement of ours takes as long.
    private static final int ANSWER_SECONDS = 3;

    /// Durable means durable, whatever the database's default; a stronger default is left alone.
    private static final String DURABLE =
            """
            SELECT set_config('synchronous_commit', 'on', false)
            WHERE current_setting('synchronous_commit') IN ('off', 'local')
            """;

    private final PGSimpleDataSource source;
    private final HikariDataSource pool;
    private volatile boolean failed;

    /// @param most how many the pool has at once; whoever uses them asks for no more at a time
    Connections(PostgresUrl url, int most) {
        source = url.dataSource();
        source.setConnectTimeout(Math.toIntExact(PATIENCE.toSeconds()));
        source.setLoginTimeout(Math.toIntExact(PATIENCE.toSeconds()));
        source.setSocketTimeout(ANSWER_SECONDS);
        pool = new HikariDataSource(poolConfig(most));
    }

    private HikariConfig poolConfig(int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("parley");
        config.setDataSource(source);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(Math.min(2, most));
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PATIENCE.toMillis() / 2);
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql(DURABLE);
        return config;
    }

    /// A connection in auto-commit mode, to be closed after use.
    ///
    /// @throws SQLException there is none; within [#PATIENCE] and a second
    Connection open() throws SQLException {
        if (failed && pool.getHikariPoolMXBean().getIdleConnections() == 0) {
            return newConnection();
        }
        try {
            Connection connection = pool.getConnection();
            failed = false;
            return connection;
        } catch (SQLTransientConnectionException e) {
            failed = true;
            throw e;
        }
    }

    private Connection newConnection() throws SQLException {
        try {
            return durable(source.getConnection());
        } catch (SQLException e) {
            throw new SQLTransientConnectionException(e.getMessage(), e.getSQLState(), e);
        }
    }

    private static Connection durable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(DURABLE);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
