package parley.analysis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.analysis.sql.sqlite.SqliteOpener;
import parley.error.AppException;

final class SqliteEngineTest extends EngineContract {
    private byte[] before = new byte[0];

    @Override
    void prepare() throws Exception {
        Files.createDirectories(folder());
        try (Connection connection = admin();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "CREATE TABLE sales (id INTEGER PRIMARY KEY, day TEXT, region TEXT, amount REAL)");
            statement.executeUpdate(
                    """
                    WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < 9)
                    INSERT INTO sales SELECT i + 1, date('2024-01-01', '+' || i || ' days'),
                      CASE i % 2 WHEN 0 THEN 'North' ELSE 'South' END, i + 1.5 FROM c
                    """);
            statement.executeUpdate("CREATE TABLE numbers (n INTEGER)");
            statement.executeUpdate(
                    """
                    WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < 999)
                    INSERT INTO numbers SELECT i FROM c
                    """);
            statement.executeUpdate(
                    "CREATE TABLE odd (at DATETIME, kind, flag BOOLEAN, data BLOB)");
            statement.executeUpdate(
                    "INSERT INTO odd VALUES ('2024-01-01 10:30:00', 'a', 1, x'0102'), (NULL, 2, 0, NULL)");
        }
        before = Files.readAllBytes(file());
    }

    @Override
    String connection() {
        return "sqlite:///shop.db";
    }

    @Override
    DatabaseOpener opener() {
        return new SqliteOpener();
    }

    @Override
    long count(String sql) throws SQLException {
        try (Connection connection = admin();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    @Override
    Stream<String> attacks() {
        String file = home.resolve("stolen.db").toString();
        return Stream.of(
                "DELETE FROM sales",
                "UPDATE sales SET amount = 0 RETURNING id",
                "INSERT INTO sales (region) VALUES ('x') RETURNING id",
                "WITH x AS (SELECT 1) DELETE FROM sales",
                "SELECT 1; DELETE FROM sales",
                "DROP TABLE sales",
                "CREATE TABLE evil (a)",
                "ATTACH '" + file + "' AS stolen",
                "VACUUM INTO '" + file + "'",
                "VACUUM",
                "backup to " + file,
                "restore from " + file,
                "PRAGMA query_only = OFF",
                "PRAGMA writable_schema = 1",
                "PRAGMA journal_mode = DELETE",
                "PRAGMA temp_store_directory = '" + home + "'",
                "SELECT load_extension('" + file + "')",
                "SELECT writefile('" + file + "', 'x')",
                "SELECT readfile('/etc/hostname')",
                "SELECT randomblob(1000000000)",
                "SELECT zeroblob(1000000000)",
                "SELECT hex(zeroblob(1000000000))",
                "SELECT printf('%1000000000d', 1)",
                "SELECT * FROM pragma_database_list",
                "COMMIT",
                "SAVEPOINT x");
    }

    @Override
    void assertNoHarm() throws IOException {
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(file());
        }
    }

    @Override
    String endless() {
        return "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT count(*) FROM r";
    }

    @Override
    String huge() {
        return "SELECT hex(randomblob(3000000))";
    }

    @Test
    void aCrossJoinEndsWithItsTime() {
        String join = "SELECT count(*) FROM numbers a, numbers b, numbers c, numbers d";
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> ask(join))
                .withMessageContaining("longer than it may");
    }

    @Test
    void aViewOfWhatIsGoneIsLeftOutAndTheTablesAreAsked() throws Exception {
        Path broken = folder().resolve("broken.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + broken);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE orders (id INTEGER)");
            statement.executeUpdate("INSERT INTO orders VALUES (1), (2)");
            statement.executeUpdate("CREATE TABLE gone (id INTEGER)");
            statement.executeUpdate("CREATE VIEW whole AS SELECT id FROM orders");
            statement.executeUpdate("CREATE VIEW hollow AS SELECT * FROM gone");
            statement.executeUpdate("DROP TABLE gone");
        }
        try (JdbcDatabase opened =
                databases().open(ConnectionString.parse("sqlite:///broken.db"))) {
            assertThat(opened.tables()).extracting(Table::name).containsExactly("orders", "whole");
        }
    }

    @Test
    void writesAfterAPragmaAreStillRefused() throws Exception {
        try {
            alone("PRAGMA query_only = OFF");
        } catch (AppException e) {
            assertThat(e.sentence()).isNotEmpty();
        }
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> alone("INSERT INTO sales (region) VALUES ('x') RETURNING id"));
        assertNoHarm();
    }

    @Test
    void typesAreThoseOfTheValues() throws Exception {
        Rows rows = ask("SELECT at, kind, flag, data, strftime('%Y', at) AS year FROM odd");
        assertThat(rows.columns())
                .extracting(Column::type)
                .containsExactly(
                        ColumnType.TIMESTAMP,
                        ColumnType.OTHER,
                        ColumnType.BOOLEAN,
                        ColumnType.TEXT,
                        ColumnType.TEXT);
        assertThat(rows.cells().getFirst())
                .containsExactly(
                        LocalDateTime.of(2024, 1, 1, 10, 30), "a", true, "x'0102'", "2024");
    }

    @Test
    void onlyDatabaseFilesInsideTheFolderAreOpened() throws Exception {
        Path outside = Files.copy(file(), home.resolve("outside.db"));
        Files.createSymbolicLink(folder().resolve("link.db"), outside);
        Files.writeString(folder().resolve("text.db"), "not a database at all");
        Files.createDirectory(folder().resolve("directory.db"));
        for (String name : List.of("link.db", "text.db", "directory.db")) {
            assertThatExceptionOfType(AppException.class)
                    .as(name)
                    .isThrownBy(
                            () -> databases().probe(ConnectionString.parse("sqlite:///" + name)))
                    .withMessageContaining(name);
        }
        assertThat(databases().probe(ConnectionString.parse("sqlite:missing.db")))
                .isInstanceOfSatisfying(
                        Reachability.Unreachable.class,
                        answer -> assertThat(answer.reason()).isEqualTo(Fault.NO_SUCH_FILE));
        assertThat(folder().resolve("missing.db")).doesNotExist();
    }

    @Test
    void theServersOwnFileCannotBeAsked() throws Exception {
        Files.createLink(
                folder().resolve("mine.db"), Files.copy(file(), home.resolve("parley.db")));
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> databases().probe(ConnectionString.parse("sqlite:mine.db")))
                .withMessageContaining("its own data");
    }

    private Path folder() {
        return home.resolve("data-sources");
    }

    private Path file() {
        return folder().resolve("shop.db");
    }

    private Connection admin() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }
}
