package parley.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.storage.database.Migration;
import parley.storage.database.Row;
import parley.storage.database.Session;

final class SqliteDatabaseTest {
    private static final Migration ONE =
            new Migration(
                    1,
                    """
                    PRAGMA application_id = 1347570777;
                    CREATE TABLE one (text TEXT NOT NULL);
                    INSERT INTO one VALUES ('kept');
                    """);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "with space", "a?b=c", "50%25", "hash#tag", "日本🐟", "a;b'c\"d"})
    void theHomeMayHaveAnyName(String name) throws IOException {
        Path file = folder.resolve(name).resolve("parley.db");
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            assertThat(database.problem()).isEmpty();
            assertThat(database.describe()).isEqualTo("SQLite, parley.db");
        }
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        SqliteDatabase.verify(file);
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            database.write(session -> session.update("INSERT INTO node VALUES ('a', 1)"));
            for (Path path : List.of(file(), folder.resolve("parley.db-wal"))) {
                assertThat(Files.getPosixFilePermissions(path))
                        .allSatisfy(
                                permission -> assertThat(permission.name()).startsWith("OWNER"));
            }
        }
    }

    @Test
    void everyConnectionIsSafe() {
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            List<Long> settings =
                    database.write(session ->
                            List.of(
                                    session.one("PRAGMA synchronous", Row::number),
                                    session.one("PRAGMA foreign_keys", Row::number)));
            assertThat(settings).containsExactly(2L, 1L);
            String mode = database.read(session -> session.one("PRAGMA journal_mode", Row::text));
            assertThat(mode).isEqualTo("wal");
            assertThatThrownBy(
                            () -> database.read(session -> session.update("DELETE FROM message")))
                    .isInstanceOf(AppException.class);
        }
    }

    @Test
    void aFullDiskIsSaidAndGotOver() {
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            long pages = database.read(session -> session.one("PRAGMA page_count", Row::number));
            database.write(
                    session -> session.one("PRAGMA max_page_count = " + (pages + 20), Row::number));
            AppException full = fill(database);
            assertThat(full.code()).isEqualTo(ErrorCode.STORAGE_FULL);
            assertThat(full.retryAfter()).isPresent();
            long stored =
                    database.read(session -> session.one("SELECT count(*) FROM node", Row::number));
            assertThat(stored).isPositive();

            database.write(session -> session.one("PRAGMA max_page_count = 100000", Row::number));
            assertThat(insert(database, "after")).isEqualTo(1);
        }
        SqliteDatabase.verify(file());
    }

    @Test
    void aFileTakenAwayIsAProblem() throws IOException {
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            assertThat(database.problem()).isEmpty();
            Files.move(file(), folder.resolve("elsewhere.db"));
            assertThat(database.problem()).get().asString().contains("parley.db");
        }
    }

    @Test
    void programsThatStartAtOnceMakeOneDatabase() throws Exception {
        Callable<SqliteDatabase> start = () -> SqliteDatabase.open(file());
        try (ExecutorService programs = Executors.newFixedThreadPool(8)) {
            for (Future<SqliteDatabase> started :
                    programs.invokeAll(Collections.nCopies(8, start))) {
                try (SqliteDatabase database = started.get()) {
                    assertThat(insert(database, started.toString())).isEqualTo(1);
                }
            }
        }
        SqliteDatabase.verify(file());
    }

    @Test
    void aNewerSchemaIsRefusedAndUntouched() throws Exception {
        open(ONE, two("CREATE TABLE two (n INTEGER)")).close();
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> open(ONE))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("newer Parley");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void anUpgradeAddsWhatIsMissing() {
        open(ONE).close();
        try (SqliteDatabase database = open(ONE, two("INSERT INTO one VALUES ('added')"))) {
            assertThat(texts(database)).containsExactly("kept", "added");
        }
        try (SqliteDatabase database = open(ONE, two("INSERT INTO one VALUES ('added')"))) {
            assertThat(texts(database)).containsExactly("kept", "added");
        }
    }

    @Test
    void anUpgradeThatFailsHalfwayChangesNothing() {
        open(ONE).close();
        Migration broken =
                two("INSERT INTO one VALUES ('lost'); CREATE TABLE two (n INTEGER); NONSENSE");
        assertThatThrownBy(() -> open(ONE, broken)).isInstanceOf(AppException.class);
        try (SqliteDatabase database = open(ONE)) {
            assertThat(texts(database)).containsExactly("kept");
        }
        try (SqliteDatabase database = open(ONE, two("CREATE TABLE two (n INTEGER)"))) {
            List<Long> numbers =
                    database.read(session -> session.all("SELECT n FROM two", Row::number));
            assertThat(numbers).isEmpty();
        }
    }

    @Test
    void whatIsNoDatabaseIsRefusedAndUntouched() throws IOException {
        byte[] garbage = new byte[20_000];
        new Random(1).nextBytes(garbage);
        Files.write(file(), garbage);
        assertThatThrownBy(() -> SqliteDatabase.open(file()))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("parley.db")
                .hasMessageContaining("damaged");
        assertThat(Files.readAllBytes(file())).isEqualTo(garbage);
    }

    @Test
    void aFileCutShortIsRefused() throws IOException {
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            for (int i = 0; i < 200; i++) {
                insert(database, "x".repeat(500) + i);
            }
        }
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> SqliteDatabase.open(file()))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void damageFoundWhileRunningIsSaid() throws IOException {
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            for (int i = 0; i < 2000; i++) {
                insert(database, "x".repeat(500) + i);
            }
        }
        byte[] bytes = Files.readAllBytes(file());
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0x55);
        Files.write(file(), bytes);
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            assertThatThrownBy(() ->
                            database.read(session -> session.all("SELECT id FROM node", Row::text)))
                    .isInstanceOfSatisfying(
                            AppException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE))
                    .hasMessageContaining("damaged");
        }
        assertThatThrownBy(() -> SqliteDatabase.verify(file())).isInstanceOf(AppException.class);
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefusedAndUntouched() throws Exception {
        try (Session session = new SqliteFile(file(), Duration.ZERO).openForWriting()) {
            session.script("CREATE TABLE theirs (n INTEGER)");
        }
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> SqliteDatabase.open(file()))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("not made by Parley");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> SqliteDatabase.open(notAFolder.resolve("parley.db")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("parley.db")
                .hasMessageNotContaining(folder.toString());
    }

    private Path file() {
        return folder.resolve("parley.db");
    }

    private SqliteDatabase open(Migration... migrations) {
        return SqliteDatabase.open(
                new SqliteFile(file(), Duration.ofSeconds(1)), List.of(migrations));
    }

    private static Migration two(String sql) {
        return new Migration(2, sql);
    }

    private static int insert(SqliteDatabase database, String id) {
        return database.write(session -> session.update("INSERT INTO node VALUES (?, 1)", id));
    }

    private static List<String> texts(SqliteDatabase database) {
        return database.read(session -> session.all("SELECT text FROM one", Row::text));
    }

    /// Stores until there is no room.
    private static AppException fill(SqliteDatabase database) {
        List<String> stored = new ArrayList<>();
        while (stored.size() < 10_000) {
            try {
                stored.add("x".repeat(1000) + stored.size());
                insert(database, stored.getLast());
            } catch (AppException e) {
                return e;
            }
        }
        throw new AssertionError("The disk never was full.");
    }
}
