package parley.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.storage.TestPostgres;
import parley.storage.database.Migration;
import parley.storage.database.Row;
import parley.storage.database.Session;
import parley.storage.database.Work;

final class PostgresDatabaseTest {
    private static final Migration ONE =
            new Migration(
                    1,
                    """
                    CREATE TABLE one (text TEXT NOT NULL);
                    INSERT INTO one VALUES ('kept');
                    """);

    private PostgresUrl url;

    @BeforeEach
    void makeDatabase() {
        url = PostgresUrl.parse(TestPostgres.emptyDatabase().url());
    }

    @Test
    void transactionsThatBlockEachOtherAllSucceedInTheEnd() throws Exception {
        try (PostgresDatabase database = open(ONE)) {
            database.write(session -> session.update("INSERT INTO one VALUES ('a'), ('b')"));
            AtomicInteger runs = new AtomicInteger();
            CyclicBarrier bothHoldOne = new CyclicBarrier(2);
            List<Callable<Integer>> calls =
                    List.of(
                            () -> database.write(lockBoth("a", "b", bothHoldOne, runs)),
                            () -> database.write(lockBoth("b", "a", bothHoldOne, runs)));
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Integer> changed : callers.invokeAll(calls)) {
                    assertThat(changed.get()).isEqualTo(1);
                }
            }
            assertThat(runs).hasValue(3);
        }
    }

    @Test
    void aWorkThatFailsLeavesNothing() {
        try (PostgresDatabase database = open(ONE)) {
            Work<Integer> broken =
                    session -> {
                        session.update("INSERT INTO one VALUES ('lost')");
                        throw new IllegalStateException("broken");
                    };
            assertThatThrownBy(() -> database.write(broken)).hasMessage("broken");
            assertThatThrownBy(() -> database.write(session -> session.update("NONSENSE")))
                    .isInstanceOfSatisfying(
                            AppException.class,
                            e -> {
                                assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL);
                                assertThat(e.sentence()).doesNotContain("NONSENSE");
                            });
            assertThat(texts(database)).containsExactly("kept");
        }
    }

    @Test
    void commitsAreDurableWhateverTheDatabaseSays() throws SQLException {
        execute("ALTER DATABASE %s SET synchronous_commit = off".formatted(url.database()));
        try (PostgresDatabase database = open(ONE)) {
            String mode =
                    database.write(session -> session.one("SHOW synchronous_commit", Row::text));
            assertThat(mode).isEqualTo("on");
        }
    }

    @Test
    void whatWasCutOffByTheServerIsReplaced() throws SQLException {
        try (PostgresDatabase database = open(ONE)) {
            assertThat(texts(database)).containsExactly("kept");
            execute(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = '%s' AND pid <> pg_backend_pid()
                    """
                            .formatted(url.database()));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (database.problem().isPresent()) {
                assertThat(System.nanoTime()).isLessThan(end);
            }
            assertThat(texts(database)).containsExactly("kept");
        }
    }

    @Test
    void serversThatStartAtOnceUpgradeOnce() throws Exception {
        List<Callable<PostgresDatabase>> starts =
                IntStream.range(0, 4)
                        .<Callable<PostgresDatabase>>mapToObj(_ -> () -> open(ONE))
                        .toList();
        try (ExecutorService servers = Executors.newFixedThreadPool(4)) {
            for (Future<PostgresDatabase> started : servers.invokeAll(starts)) {
                try (PostgresDatabase database = started.get()) {
                    assertThat(texts(database)).containsExactly("kept");
                }
            }
        }
    }

    @Test
    void anUpgradeThatFailsHalfwayChangesNothing() {
        open(ONE).close();
        Migration broken =
                new Migration(
                        2, "INSERT INTO one VALUES ('lost'); CREATE TABLE two (n INT); NONSENSE");
        assertThatThrownBy(() -> open(ONE, broken)).isInstanceOf(AppException.class);
        try (PostgresDatabase database = open(ONE)) {
            assertThat(texts(database)).containsExactly("kept");
        }
        Migration whole =
                new Migration(2, "CREATE TABLE two (n INT); INSERT INTO one VALUES ('added')");
        try (PostgresDatabase database = open(ONE, whole)) {
            assertThat(texts(database)).containsExactly("kept", "added");
        }
    }

    @Test
    void aNewerSchemaIsRefused() {
        open(ONE, new Migration(2, "CREATE TABLE two (n INT)")).close();
        assertThatThrownBy(() -> open(ONE))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("newer Parley");
    }

    @Test
    void anotherEncodingIsRefused() throws SQLException {
        String name = url.database() + "_latin1";
        execute(
                "CREATE DATABASE %s ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
                        .formatted(name));
        PostgresUrl latin =
                PostgresUrl.parse(
                        "postgresql://postgres:postgres@localhost:%d/%s"
                                .formatted(url.port(), name));
        assertThatThrownBy(() -> PostgresDatabase.open(latin, 1))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("LATIN1")
                .hasMessageContaining("UTF8");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() {
        PostgresUrl missing =
                PostgresUrl.parse(
                        "postgresql://postgres:postgres@localhost:%d/missing"
                                .formatted(url.port()));
        assertThatThrownBy(() -> PostgresDatabase.open(missing, 1))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("missing")
                .hasMessageContaining("Create it");
    }

    @Test
    void itIsDescribedWithoutSecrets() {
        try (PostgresDatabase database = open(ONE)) {
            assertThat(database.describe())
                    .isEqualTo("PostgreSQL, localhost:%d/%s".formatted(url.port(), url.database()));
        }
    }

    private PostgresDatabase open(Migration... migrations) {
        return PostgresDatabase.open(url, 3, List.of(migrations));
    }

    private static Work<Integer> lockBoth(
            String first, String second, CyclicBarrier bothHoldOne, AtomicInteger runs) {
        return session -> {
            lock(session, first);
            if (runs.incrementAndGet() <= 2) {
                await(bothHoldOne);
            }
            return lock(session, second);
        };
    }

    private static int lock(Session session, String text) throws SQLException {
        return session.update("UPDATE one SET text = text WHERE text = ?", text);
    }

    private static void await(CyclicBarrier barrier) throws SQLException {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    private static List<String> texts(PostgresDatabase database) {
        return database.read(session -> session.all("SELECT text FROM one", Row::text));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = url.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
