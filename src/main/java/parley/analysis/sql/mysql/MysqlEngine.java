package parley.analysis.sql.mysql;

import java.math.BigDecimal;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.ConnectFaults;
import parley.analysis.sql.ConnectionString.Encryption;
import parley.analysis.sql.ConnectionString.Server;
import parley.analysis.sql.Diagnosis;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Fault;
import parley.analysis.sql.Places;
import parley.analysis.sql.ReadOnlyEngine;
import parley.analysis.sql.Table;

/// One database of MySQL or MariaDB, read only. `INTO OUTFILE` is stopped by no transaction, only
/// by the account's missing FILE privilege; so the account is looked at before each query.
final class MysqlEngine implements ReadOnlyEngine {
    private static final int CONNECT_MILLISECONDS = 3_000;
    private static final List<String> OFF =
            List.of(
                    "allowLocalInfile",
                    "allowMultiQueries",
                    "permitRedirect",
                    "allowPublicKeyRetrieval",
                    "createDatabaseIfNotExist",
                    "dumpQueriesOnException",
                    "includeInnodbStatusInDeadlockExceptions",
                    "includeThreadDumpInDeadlockExceptions",
                    "cachePrepStmts",
                    "tinyInt1isBit",
                    "yearIsDateType",
                    "permitNoResults",
                    "pool");
    private static final List<String> ON = List.of("useServerPrepStmts", "tcpKeepAlive");
    private static final Pattern QUOTED = Pattern.compile("'([^']{1,80})'");

    /// The driver writes failures into the log by itself, with the user's name. What is to be known
    /// of them is logged by whoever asked.
    private static final Logger DRIVER = Logger.getLogger("org.mariadb.jdbc");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private final Server server;
    private final Places places;

    MysqlEngine(Server server, Places places) {
        this.server = server;
        this.places = places;
    }

    @Override
    public Engine engine() {
        return Engine.MYSQL;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = Driver.connect(configuration());
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES,NO_ENGINE_SUBSTITUTION,\
                    ONLY_FULL_GROUP_BY', time_zone = '+00:00', lock_wait_timeout = 1, \
                    innodb_lock_wait_timeout = 1, wait_timeout = 60\
                    """);
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /// All that could do harm is said, whatever a driver's defaults are (reading local files is on
    /// by default), and read again from what the driver made of it.
    private Configuration configuration() throws SQLException {
        String host = host();
        String place = host.contains(":") ? "[" + host + "]" : host;
        Configuration read =
                Configuration.parse(
                        "jdbc:mariadb://%s:%d/%s"
                                .formatted(place, server.port(), server.database()),
                        properties());
        if (read == null
                || read.allowLocalInfile()
                || read.allowMultiQueries()
                || read.permitRedirect()
                || !server.database().equals(read.database())
                || read.addresses().size() != 1) {
            throw new SQLException("The driver understood something else than it was told");
        }
        return read;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password().orElse(""));
        properties.setProperty(
                "sslMode",
                switch (server.encryption()) {
                    case USUAL, NONE -> "disable";
                    case REQUIRED -> "trust";
                    case VERIFIED -> "verify-full";
                });
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_MILLISECONDS));
        OFF.forEach(name -> properties.setProperty(name, "false"));
        ON.forEach(name -> properties.setProperty(name, "true"));
        return properties;
    }

    private String host() throws SQLException {
        try {
            String address = places.address(server).getHostAddress();
            // A certificate is for a name. Who can prove to have it need not be held to an address.
            return server.encryption() == Encryption.VERIFIED ? server.host() : address;
        } catch (UnknownHostException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public void begin(Connection connection, Duration time) throws SQLException {
        boolean mariaDb =
                connection
                        .getMetaData()
                        .getDatabaseProductName()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("mariadb");
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    mariaDb
                            ? "SET SESSION max_statement_time = %d.%03d, max_session_mem_used = 268435456"
                                    .formatted(time.toSeconds(), time.toMillisPart())
                            : "SET SESSION max_execution_time = " + time.toMillis());
            statement.execute("SET SESSION TRANSACTION READ ONLY");
            statement.execute("START TRANSACTION READ ONLY");
        }
        new MysqlPrivileges(server).check(connection);
    }

    @Override
    public List<Table> tables(Connection connection) throws SQLException {
        return MysqlTables.read(connection);
    }

    @Override
    public Column column(ResultSetMetaData columns, int index) throws SQLException {
        return new Column(
                columns.getColumnLabel(index), MysqlTables.type(columns.getColumnTypeName(index)));
    }

    @Override
    public @Nullable Object cell(ResultSet row, int index, ColumnType type) throws SQLException {
        Object value =
                switch (type) {
                    case INTEGER -> integer(row.getBigDecimal(index));
                    case DECIMAL -> decimal(row, index);
                    case DATE -> row.getObject(index, LocalDate.class);
                    case TIMESTAMP -> row.getObject(index, LocalDateTime.class);
                    case TEXT, BOOLEAN, TIME, OTHER -> row.getString(index);
                };
        return row.wasNull() ? null : value;
    }

    /// An unsigned BIGINT can be larger than a `Long`.
    private static @Nullable Object integer(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return value.toBigInteger().bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    private static @Nullable Object decimal(ResultSet row, int index) throws SQLException {
        return MysqlTables.isExact(row.getMetaData().getColumnTypeName(index))
                ? row.getBigDecimal(index)
                : (Object) row.getDouble(index);
    }

    /// The numbers are those of MySQL's and MariaDB's manuals ("Server Error Message Reference").
    @Override
    public Diagnosis diagnose(SQLException failure) {
        Fault fault =
                switch (failure.getErrorCode()) {
                    case 1064, 1149 -> Fault.SYNTAX;
                    case 1054 -> Fault.NO_SUCH_COLUMN;
                    case 1146, 1109 -> Fault.NO_SUCH_TABLE;
                    case 1305, 1582, 1630 -> Fault.NO_SUCH_FUNCTION;
                    case 1055, 1140, 1111 -> Fault.GROUPING;
                    case 1267, 1292, 1366, 1411 -> Fault.WRONG_TYPE;
                    case 1365 -> Fault.DIVISION_BY_ZERO;
                    case 1142, 1143, 1227, 1290, 1370, 1792 -> Fault.NOT_PERMITTED;
                    case 1205, 1317, 1969, 3024 -> Fault.TIME_OVER;
                    case 1037, 1038, 1041, 1301, 4178 -> Fault.TOO_MUCH;
                    case 1045, 1698 -> Fault.WRONG_PASSWORD;
                    case 1044, 1049 -> Fault.NO_SUCH_DATABASE;
                    case 1040, 1203, 1226 -> Fault.TOO_MANY_CONNECTIONS;
                    default -> ofNetwork(failure);
                };
        return new Diagnosis(fault, about(failure));
    }

    private static Fault ofNetwork(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return ConnectFaults.of(failure)
                .orElse(state.startsWith("08") ? Fault.LOST : Fault.BAD_QUERY);
    }

    private static Optional<String> about(SQLException failure) {
        Matcher quoted = QUOTED.matcher(String.valueOf(failure.getMessage()));
        return quoted.find() ? Optional.of(quoted.group(1)) : Optional.empty();
    }

    @Override
    public List<String> secrets() {
        return List.of(server.password().orElse(""), server.host(), server.user());
    }
}
