package parley.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.analysis.DataQuery;
import parley.analysis.DataSource;
import parley.analysis.DataSourceStore;
import parley.analysis.NewDataSource;
import parley.analysis.SourceType;
import parley.storage.database.Database;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Data sources, queries and charts in SQL.
final class SqlDataSourceStore implements DataSourceStore {
    private static final String COLUMNS =
            """
            id, account_id, name, type, connection, csv_file_name, csv_table_name, size, profile,
            problem, created_at
            """;

    private static final String INSERT =
            """
            INSERT INTO data_source (
                account_id, name, type, connection, csv_file_name, csv_table_name, size, profile,
                problem, ready, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            RETURNING %s
            """
                    .formatted(COLUMNS);

    private static final String READY =
            "UPDATE data_source SET ready = 1 WHERE id = ? AND account_id = ? RETURNING %s"
                    .formatted(COLUMNS);

    private static final String LIST =
            "SELECT %s FROM data_source WHERE account_id = ? AND ready = 1 ORDER BY id"
                    .formatted(COLUMNS);

    private static final String FIND =
            "SELECT %s FROM data_source WHERE id = ? AND account_id = ? AND ready = 1"
                    .formatted(COLUMNS);

    private static final String DETACH =
            "UPDATE conversation SET data_source_id = NULL WHERE account_id = ? AND data_source_id = ?";

    private static final String EXISTING =
            "SELECT id FROM data_source WHERE id IN (%s)".formatted(IdBatches.PLACES);

    private static final String EXISTING_CHARTS =
            "SELECT filename FROM chart WHERE filename IN (%s)".formatted(IdBatches.PLACES);

    private static final String RECORD =
            """
            INSERT INTO data_query (
                account_id, data_source_id, message_id, sql, outcome, rows, truncated,
                duration_micros, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String QUERIES =
            """
            SELECT
                account_id, data_source_id, message_id, sql, outcome, rows, truncated,
                duration_micros, at
            FROM data_query
            WHERE account_id = ? AND data_source_id = ?
            ORDER BY id DESC
            LIMIT ?
            """;

    private final Database database;

    SqlDataSourceStore(Database database) {
        this.database = database;
    }

    @Override
    public DataSource create(NewDataSource source, Instant now) {
        return database.write(session ->
                session.one(INSERT, SqlDataSourceStore::read, values(source, true, now)));
    }

    @Override
    public long begin(NewDataSource source, Instant now) {
        return database.write(session ->
                        session.one(INSERT, SqlDataSourceStore::read, values(source, false, now)))
                .id();
    }

    @Override
    public void addChunk(long sourceId, int number, byte[] bytes) {
        update(
                "INSERT INTO data_source_chunk (data_source_id, number, bytes) VALUES (?, ?, ?)",
                sourceId,
                number,
                bytes);
    }

    @Override
    public DataSource ready(long accountId, long sourceId) {
        return database.write(
                session -> session.one(READY, SqlDataSourceStore::read, sourceId, accountId));
    }

    @Override
    public void dropUnready(Instant before) {
        update("DELETE FROM data_source WHERE ready = 0 AND created_at < ?", before);
    }

    @Override
    public List<DataSource> list(long accountId) {
        return database.read(session -> session.all(LIST, SqlDataSourceStore::read, accountId));
    }

    @Override
    public Optional<DataSource> find(long accountId, long sourceId) {
        return database.read(
                session -> session.first(FIND, SqlDataSourceStore::read, sourceId, accountId));
    }

    @Override
    public Optional<byte[]> chunk(long sourceId, int number) {
        return database.read(session ->
                session.first(
                        "SELECT bytes FROM data_source_chunk WHERE data_source_id = ? AND number = ?",
                        Row::bytes,
                        sourceId,
                        number));
    }

    @Override
    public boolean delete(long accountId, long sourceId) {
        return database.write(session -> delete(session, accountId, sourceId));
    }

    private static boolean delete(Session session, long accountId, long sourceId)
            throws SQLException {
        int deleted =
                session.update(
                        "DELETE FROM data_source WHERE id = ? AND account_id = ? AND ready = 1",
                        sourceId,
                        accountId);
        if (deleted > 0) {
            session.update(DETACH, accountId, sourceId);
        }
        return deleted > 0;
    }

    @Override
    public void setProblem(long sourceId, Optional<String> problem) {
        update("UPDATE data_source SET problem = ? WHERE id = ?", problem, sourceId);
    }

    @Override
    public void record(DataQuery query) {
        update(
                RECORD,
                query.accountId(),
                query.dataSourceId(),
                query.messageId(),
                query.sql(),
                query.outcome(),
                query.rows(),
                query.truncated(),
                query.duration().toNanos() / 1000,
                query.at());
    }

    @Override
    public List<DataQuery> queries(long accountId, long sourceId, int limit) {
        return database.read(session ->
                session.all(QUERIES, SqlDataSourceStore::query, accountId, sourceId, limit));
    }

    @Override
    public List<Long> existing(List<Long> sourceIds) {
        return database.read(session -> IdBatches.all(session, EXISTING, Row::number, sourceIds));
    }

    @Override
    public void addChart(String filename, long accountId, long messageId, Instant now) {
        update(
                "INSERT INTO chart (filename, account_id, message_id, created_at) VALUES (?, ?, ?, ?)",
                filename,
                accountId,
                messageId,
                now);
    }

    @Override
    public List<String> existingCharts(List<String> filenames) {
        return database.read(
                session -> IdBatches.all(session, EXISTING_CHARTS, Row::text, filenames));
    }

    @Override
    public OptionalLong messageOfChart(long accountId, String filename) {
        Optional<Long> id =
                database.read(session ->
                        session.first(
                                "SELECT message_id FROM chart WHERE filename = ? AND account_id = ?",
                                Row::number,
                                filename,
                                accountId));
        return id.isPresent() ? OptionalLong.of(id.get()) : OptionalLong.empty();
    }

    private void update(String sql, @Nullable Object... values) {
        database.write(session -> session.update(sql, values));
    }

    private static @Nullable Object[] values(NewDataSource source, boolean ready, Instant now) {
        return new @Nullable Object[] {
            source.accountId(),
            source.name(),
            source.type().wireName(),
            source.connection(),
            source.csvFileName(),
            source.csvTableName(),
            source.size(),
            source.profile(),
            source.problem(),
            ready,
            now
        };
    }

    private static DataSource read(Row row) throws SQLException {
        return new DataSource(
                row.number(),
                row.number(),
                row.text(),
                type(row.text()),
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                row.optionalNumber(),
                row.optionalText(),
                row.optionalText(),
                row.instant());
    }

    private static SourceType type(String name) throws SQLException {
        return SourceType.named(name)
                .orElseThrow(() -> new SQLException("There is no type of source " + name));
    }

    private static DataQuery query(Row row) throws SQLException {
        return new DataQuery(
                row.number(),
                row.number(),
                row.optionalNumber(),
                row.text(),
                row.text(),
                row.smallNumber(),
                row.flag(),
                Duration.of(row.number(), ChronoUnit.MICROS),
                row.instant());
    }
}
