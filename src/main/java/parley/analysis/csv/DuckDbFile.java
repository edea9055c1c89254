package parley.analysis.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import parley.analysis.sql.Column;

/// A DuckDB database in a file of ours, with one table.
final class DuckDbFile {
    static final String TABLE = "uploaded_data";

    private final Path file;
    private final CsvSettings settings;

    DuckDbFile(Path file, CsvSettings settings) {
        this.file = file.toAbsolutePath();
        this.settings = settings;
        if (this.file.toString().indexOf(';') >= 0) {
            // The driver takes what follows for options, one of which runs a file of SQL.
            throw new IllegalArgumentException("A DuckDB file's path must have no semicolon");
        }
    }

    /// To fill it. Even so it reaches nothing but its own file.
    DuckDBConnection openToWrite() throws SQLException {
        return open(false);
    }

    /// To be asked. What is set here cannot be set otherwise by any query.
    DuckDBConnection openToRead() throws SQLException {
        return open(true);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("enable_external_access", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        properties.setProperty("allow_unsigned_extensions", "false");
        properties.setProperty("memory_limit", settings.duckDbMemory() + "MiB");
        properties.setProperty("threads", String.valueOf(settings.duckDbThreads()));
        properties.setProperty("temp_directory", "");
        properties.setProperty("lock_configuration", "true");
        return properties;
    }

    private DuckDBConnection open(boolean toRead) throws SQLException {
        return DuckDBConnection.newConnection("jdbc:duckdb:" + file, toRead, "", properties());
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
    }

    /// A name as SQL has it.
    static String quoted(Column column) {
        return "\"" + column.name().replace("\"", "\"\"") + "\"";
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is closed as far as it can be.
        }
    }
}
