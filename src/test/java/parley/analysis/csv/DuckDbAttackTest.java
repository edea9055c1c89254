package parley.analysis.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Query;
import parley.analysis.sql.SqlGuard;
import parley.analysis.sql.Table;
import parley.error.AppException;

/// What a query could do to the machine, tried behind the guard and before it. What counts is what
/// is left afterwards.
final class DuckDbAttackTest {
    @TempDir private Path folder;
    private Upload upload;
    private Path secret;
    private byte[] before;

    @BeforeEach
    void openAFile() throws Exception {
        secret = Files.writeString(folder.resolve("secret.csv"), "a,b\nhidden,1\n");
        upload = Upload.of(folder, "a,b\nx,1\ny,2\n");
        assertThat(upload.rows("SELECT count(*) FROM uploaded_data").cells())
                .isEqualTo(List.of(List.of(2L)));
        before = Files.readAllBytes(upload.file());
    }

    @AfterEach
    void nothingHasChanged() throws Exception {
        assertThat(upload.rows("SELECT sum(b) FROM uploaded_data").cells())
                .isEqualTo(List.of(List.of(3L)));
        upload.close();
        assertThat(Files.readAllBytes(upload.file())).isEqualTo(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .allMatch(name -> name.matches("secret\\.csv|upload-\\d+\\.(csv|duckdb)"));
        }
    }

    /// Behind the guard: the statement reaches the engine itself.
    private void runUnguarded(String sql) throws SQLException {
        DuckDbEngine engine =
                new DuckDbEngine(
                        new DuckDbFile(upload.file(), CsvSettings.DEFAULTS),
                        new Table(Optional.empty(), CsvImport.TABLE, List.of()));
        try (Connection connection = engine.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("FOLDER", folder.toString()));
        } finally {
            engine.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_text('FOLDER/secret.csv')",
                "SELECT * FROM read_csv('FOLDER/secret.csv')",
                "SELECT * FROM read_blob('FOLDER/secret.csv')",
                "SELECT * FROM glob('FOLDER/*')",
                "SELECT * FROM 'FOLDER/secret.csv'",
                "COPY uploaded_data TO 'FOLDER/out.csv'",
                "COPY (SELECT 1) TO 'FOLDER/out.parquet'",
                "COPY uploaded_data FROM 'FOLDER/secret.csv'",
                "EXPORT DATABASE 'FOLDER/out'",
                "ATTACH 'FOLDER/other.duckdb' AS other",
                "INSTALL httpfs",
                "LOAD 'FOLDER/evil.duckdb_extension'",
                "CREATE MACRO twice(x) AS x + x",
                "CREATE TABLE other AS SELECT 1",
                "INSERT INTO uploaded_data VALUES ('z', 3)",
                "UPDATE uploaded_data SET b = 0",
                "DELETE FROM uploaded_data",
                "DROP TABLE uploaded_data",
                "SET enable_external_access = true",
                "SET lock_configuration = false",
                "SET memory_limit = '100GB'",
                "SET temp_directory = 'FOLDER/spill'",
                "RESET enable_external_access",
                "PRAGMA enable_profiling='json'; PRAGMA profile_output='FOLDER/profile.json'",
                "CREATE SECRET s (TYPE s3)",
                "SELECT 1; COPY uploaded_data TO 'FOLDER/out.csv'",
            })
    void theEngineItselfRefuses(String sql) {
        assertThatThrownBy(() -> runUnguarded(sql)).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM '/etc/passwd'",
                "COPY uploaded_data TO '/tmp/out.csv'",
                "SELECT getenv('HOME') FROM uploaded_data",
                "SELECT repeat('x', 2000000000) FROM uploaded_data",
                "SELECT * FROM range(100000000000)",
                "SELECT * FROM duckdb_settings()",
                "SELECT query('SELECT 1') FROM uploaded_data",
                "SELECT 1; SELECT 2",
                "PRAGMA database_list",
                "WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t) SELECT * FROM t",
            })
    void theGuardRefuses(String sql) {
        assertThatThrownBy(() ->
                        new SqlGuard()
                                .check(new Query(sql), Engine.DUCKDB, upload.database().tables()))
                .isInstanceOf(AppException.class);
    }

    @Test
    void memoryAndThreadsAreBoundedAndNothingCanBeSet() throws Exception {
        try (Connection connection =
                        new DuckDbFile(upload.file(), CsvSettings.DEFAULTS).openToRead();
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                SELECT current_setting('access_mode'),
                                  current_setting('enable_external_access'),
                                  current_setting('lock_configuration'),
                                  current_setting('memory_limit'),
                                  current_setting('threads'),
                                  current_setting('temp_directory'),
                                  current_setting('autoload_known_extensions')
                                """)) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("read_only");
            assertThat(row.getBoolean(2)).isFalse();
            assertThat(row.getBoolean(3)).isTrue();
            assertThat(row.getString(4)).isEqualTo("256.0 MiB");
            assertThat(row.getLong(5)).isEqualTo(2);
            assertThat(row.getString(6)).isEmpty();
            assertThat(row.getBoolean(7)).isFalse();
        }
    }

    @Test
    void optionsCannotRideOnThePath() throws Exception {
        Path init =
                Files.writeString(folder.resolve("secret.csv"), "CREATE TABLE evil (a INTEGER);");
        Path sly = folder.resolve("x.duckdb;session_init_sql_file=" + init.getFileName());
        assertThatThrownBy(() -> new CsvImport(CsvSettings.DEFAULTS).load(secret, "x.csv", sly))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstBytesAreNotTheDatabasesBusiness() throws Exception {
        // A file that is asked is one that the import made: text is refused, not opened.
        Path text = folder.resolve("secret.csv");
        assertThatThrownBy(() -> new DuckDbFile(text, CsvSettings.DEFAULTS).openToRead())
                .isInstanceOf(SQLException.class);
        assertThat(Files.readString(text, StandardCharsets.UTF_8)).contains("hidden");
    }
}
