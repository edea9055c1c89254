package parley.storage.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import parley.error.AppException;
import parley.storage.archive.ArchiveWriter;
import parley.storage.database.Database;
import parley.storage.database.Failures;
import parley.storage.database.Identities;
import parley.storage.database.Migration;
import parley.storage.database.Row;
import parley.storage.database.Session;
import parley.storage.database.Work;

/// A PostgreSQL database, shared by any number of servers.
public final class PostgresDatabase implements Database {
    private static final int CONNECT_SECONDS = 3;

    private final PostgresUrl url;
    private final Connections pool;
    private final Workers workers;

    private PostgresDatabase(PostgresUrl url, int connections) {
        this.url = url;
        this.pool = new Connections(url, connections);
        this.workers = new Workers(pool, connections);
    }

    /// Connects and brings the schema up to date.
    ///
    /// @param connections the most connections at once
    /// @throws AppException if that is not possible
    public static PostgresDatabase open(PostgresUrl url, int connections) {
        return open(url, connections, Migration.all("postgres"));
    }

    static PostgresDatabase open(PostgresUrl url, int connections, List<Migration> migrations) {
        try (Session session = new Session(connect(url))) {
            checkEncoding(session);
            new PostgresSchema(migrations).bringUpToDate(session);
        } catch (SQLException e) {
            throw PostgresFailures.cannotOpen(url, e);
        }
        return new PostgresDatabase(url, connections);
    }

    @Override
    public <T> T read(Work<T> work) {
        return workers.read(work);
    }

    @Override
    public <T> T write(Work<T> work) {
        return workers.write(work);
    }

    @Override
    public Optional<String> problem() {
        try {
            read(session -> session.one("SELECT 1", Row::number));
            return Optional.empty();
        } catch (AppException e) {
            return Optional.of(e.sentence());
        }
    }

    @Override
    public String describe() {
        return "PostgreSQL, " + url.place();
    }

    @Override
    public Identities identities() {
        return new PostgresIdentities();
    }

    /// Writes an archive, see [parley.storage.archive].
    @Override
    public void copyTo(Path copy) throws IOException {
        try (Session session = new Session(snapshot(connect(url)))) {
            ArchiveWriter.write(session, identities(), copy);
        } catch (SQLException e) {
            throw PostgresFailures.translate(e);
        }
    }

    @Override
    public void close() {
        workers.close();
        pool.close();
    }

    /// A connection apart from the pool, which may take its time.
    private static Connection connect(PostgresUrl url) throws SQLException {
        PGSimpleDataSource source = url.dataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        return source.getConnection();
    }

    private static Connection snapshot(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void checkEncoding(Session session) throws SQLException {
        String encoding = session.one("SHOW server_encoding", Row::text);
        if (!encoding.equals("UTF8")) {
            throw Failures.unusable(
                    "The PostgreSQL database has the encoding %s. Create one with UTF8."
                            .formatted(encoding),
                    null);
        }
    }
}
