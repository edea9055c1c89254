package parley.storage.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A connection with the statements prepared on it, each once. For one thread at a time.
///
/// Values are numbers, texts, bytes, flags (kept as 1 and 0), instants (kept as microseconds since
/// 1970), optionals of these, and null. Texts lose what no database here can hold, see
/// [StorableText].
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /// @param connection in auto-commit mode, or in the transaction the session is for; closed with
    ///   the session
    public Session(Connection connection) {
        this.connection = connection;
    }

    /// All rows.
    public <T> List<T> all(String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        return execute(
                sql,
                statement -> {
                    bind(statement, values);
                    List<T> rows = new ArrayList<>();
                    try (ResultSet results = statement.executeQuery()) {
                        while (results.next()) {
                            rows.add(reader.read(new Row(results)));
                        }
                    }
                    return rows;
                });
    }

    /// The first row, if there is one. Changes of a statement that returns rows are made entirely.
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        return execute(
                sql,
                statement -> {
                    bind(statement, values);
                    try (ResultSet results = statement.executeQuery()) {
                        return results.next()
                                ? Optional.of(reader.read(new Row(results)))
                                : Optional.empty();
                    }
                });
    }

    /// The one row of a statement that always has one.
    public <T> T one(String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        return first(sql, reader, values)
                .orElseThrow(() -> new SQLException("A statement returned no row."));
    }

    /// @return how many rows were changed
    public int update(String sql, @Nullable Object... values) throws SQLException {
        return execute(
                sql,
                statement -> {
                    bind(statement, values);
                    return statement.executeUpdate();
                });
    }

    /// Runs one statement with each of the rows, in order.
    public void updateEach(String sql, List<@Nullable Object[]> rows) throws SQLException {
        execute(
                sql,
                statement -> {
                    for (@Nullable Object[] row : rows) {
                        bind(statement, row);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    /// Hands each row to the reader without keeping them; for results of any size.
    public void each(String sql, RowReader<?> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(500);
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    reader.read(new Row(results));
                }
            }
        }
    }

    /// Runs statements that are separated by semicolons and have no parameters.
    public void script(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
        } finally {
            prepared.clear();
            connection.close();
        }
    }

    private <T> T execute(String sql, Execution<T> execution) throws SQLException {
        @Nullable PreparedStatement known = prepared.get(sql);
        PreparedStatement statement = known == null ? connection.prepareStatement(sql) : known;
        prepared.put(sql, statement);
        try {
            return execution.run(statement);
        } catch (SQLException e) {
            // After some failures sqlite-jdbc has closed the statement.
            prepared.remove(sql);
            closeAfter(e, statement);
            throw e;
        }
    }

    private static void closeAfter(SQLException failure, PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @FunctionalInterface
    private interface Execution<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case String text -> statement.setString(index, StorableText.of(text));
            case Boolean flag -> statement.setInt(index, flag ? 1 : 0);
            case Instant instant -> statement.setLong(index, Times.toMicros(instant));
            case byte[] bytes -> statement.setBytes(index, bytes);
            case Optional<?> optional -> bind(statement, index, optional.orElse(null));
            case OptionalLong number when number.isPresent() ->
                    statement.setLong(index, number.getAsLong());
            case OptionalLong _ -> statement.setNull(index, Types.NULL);
            default -> throw new IllegalArgumentException("No column holds " + value.getClass());
        }
    }
}
