package parley.analysis.sql.sqlite;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.ConnectionString.FileName;
import parley.analysis.sql.Diagnosis;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Fault;
import parley.analysis.sql.Places;
import parley.analysis.sql.ReadOnlyEngine;
import parley.analysis.sql.Rows;
import parley.analysis.sql.Table;

/// One SQLite file, read only. SQLite runs in this process, so its limits are set low: nothing can
/// be attached, no cell can be large.
final class SqliteEngine implements ReadOnlyEngine {
    private static final String LONGEST_CELL = String.valueOf(4 << 20);
    private static final int STEPS_BETWEEN_LOOKS = 2_000;
    private static final int BUSY_MILLISECONDS = 1_000;
    private static final int INTERRUPTED = 9;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS]");
    private static final Pattern NAME =
            Pattern.compile(
                    "(no such \\w+|near|ambiguous column name): ?\"?([^\")\\s]{1,80})|near \"([^\"]{1,80})\"");

    private final FileName name;
    private final Places places;

    SqliteEngine(FileName name, Places places) {
        this.name = name;
        this.places = places;
    }

    @Override
    public Engine engine() {
        return Engine.SQLITE;
    }

    @Override
    public Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setPragma(Pragma.LIMIT_ATTACHED, "0");
        config.setPragma(Pragma.LIMIT_LENGTH, LONGEST_CELL);
        config.setPragma(Pragma.LIMIT_LIKE_PATTERN_LENGTH, "1000");
        config.setPragma(Pragma.LIMIT_WORKER_THREADS, "0");
        // The path is ours: an existing file in the folder, whose name has no sign that means
        // something in such a URL.
        Connection connection = config.createConnection("jdbc:sqlite:" + file());
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA query_only = ON");
            statement.executeUpdate("PRAGMA trusted_schema = OFF");
            statement.executeUpdate("PRAGMA mmap_size = 0");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private Path file() throws SQLException {
        try {
            return places.file(name);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /// The driver's own time-out does not end a query; the handler does, and it also notices when
    /// nobody waits any more.
    @Override
    public void begin(Connection connection, Duration time) throws SQLException {
        long deadline = System.nanoTime() + time.toNanos();
        ProgressHandler.setHandler(
                connection,
                STEPS_BETWEEN_LOOKS,
                new ProgressHandler() {
                    @Override
                    protected int progress() {
                        boolean over = System.nanoTime() - deadline > 0;
                        return over || Thread.currentThread().isInterrupted() ? 1 : 0;
                    }
                });
    }

    @Override
    public List<Table> tables(Connection connection) throws SQLException {
        return SqliteTables.read(connection);
    }

    /// A first guess; [#finish] decides when it has seen the cells.
    @Override
    public Column column(ResultSetMetaData columns, int index) throws SQLException {
        return new Column(
                columns.getColumnLabel(index),
                SqliteTypes.declared(columns.getColumnTypeName(index)).orElse(ColumnType.OTHER));
    }

    @Override
    public @Nullable Object cell(ResultSet row, int index, ColumnType type) throws SQLException {
        return switch (row.getObject(index)) {
            case null -> null;
            case Integer number -> number.longValue();
            case byte[] bytes -> SqliteTypes.shown(bytes);
            case Object other -> other;
        };
    }

    @Override
    public Rows finish(Rows rows) {
        return SqliteTypes.typed(rows);
    }

    @Override
    public Object parameter(Object value) {
        return switch (value) {
            case LocalDate date -> date.toString();
            case LocalDateTime time -> TIME.format(time);
            case BigDecimal number -> number.doubleValue();
            case Boolean flag -> flag ? 1L : 0L;
            default -> value;
        };
    }

    @Override
    public Diagnosis diagnose(SQLException failure) {
        if (failure.getCause() instanceof NoSuchFileException) {
            return Diagnosis.of(Fault.NO_SUCH_FILE);
        }
        if (failure.getCause() instanceof IOException) {
            return Diagnosis.of(Fault.LOST);
        }
        String words = String.valueOf(failure.getMessage());
        Matcher named = NAME.matcher(words);
        Optional<String> about =
                named.find()
                        ? Optional.ofNullable(named.group(2))
                                .or(() -> Optional.ofNullable(named.group(3)))
                        : Optional.empty();
        return new Diagnosis(fault(failure.getErrorCode(), words), about);
    }

    private static Fault fault(int code, String words) {
        if (code == INTERRUPTED) {
            return Fault.TIME_OVER;
        }
        return words.contains("no such column")
                ? Fault.NO_SUCH_COLUMN
                : words.contains("no such table")
                        ? Fault.NO_SUCH_TABLE
                        : words.contains("no such function")
                                ? Fault.NO_SUCH_FUNCTION
                                : ofOther(words);
    }

    private static Fault ofOther(String words) {
        if (words.contains("too big")) {
            return Fault.TOO_MUCH;
        }
        if (words.contains("readonly") || words.contains("not authorized")) {
            return Fault.NOT_PERMITTED;
        }
        return words.contains("syntax error") ? Fault.SYNTAX : Fault.BAD_QUERY;
    }

    @Override
    public List<String> secrets() {
        return List.of();
    }
}
