package parley.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.storage.DatabaseSettings;
import parley.storage.TestPostgres;
import parley.storage.database.Row;

final class PostgresAwayTest {
    /// The promise is three seconds; the rest is for a machine that is busy with other tests.
    private static final Duration SOON = Duration.ofSeconds(6);

    private Cable cable;
    private PostgresDatabase database;

    @BeforeEach
    void connect() throws IOException {
        PostgresUrl direct = PostgresUrl.parse(TestPostgres.emptyDatabase().url());
        cable = new Cable(direct.port());
        database = PostgresDatabase.open(through(cable, direct), 4);
    }

    @AfterEach
    void disconnect() throws IOException {
        cable.close();
        database.close();
    }

    @Test
    void aDatabaseThatIsGoneIsSaidAndComesBack() throws IOException {
        insert("before");
        cable.cut();
        assertAway(() -> insert("lost"));
        assertAway(this::count);
        assertThat(database.problem()).isPresent();
        cable.mend();
        assertThat(database.problem()).isEmpty();
        insert("after");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aDatabaseThatHangsIsSaidAndComesBack() throws IOException {
        insert("before");
        cable.jam();
        assertAway(this::count);
        assertAway(() -> insert("unknown"));
        cable.cut();
        cable.mend();
        assertThat(database.problem()).isEmpty();
        assertThat(count()).isPositive();
    }

    @Test
    void manyWhoAskInVainAreAllToldInTime() throws Exception {
        cable.cut();
        Callable<Boolean> ask =
                () -> {
                    assertAway(this::count);
                    return true;
                };
        List<Callable<Boolean>> calls = Collections.nCopies(100, ask);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> told : callers.invokeAll(calls)) {
                assertThat(told.get()).isTrue();
            }
        }
    }

    @Test
    void aServerThatRestartsIsFoundAgain(@TempDir Path data) throws IOException {
        int port = freePort();
        DatabaseSettings settings = TestPostgres.settings(port, "postgres");
        EmbeddedPostgres server = start(data, port);
        try (PostgresDatabase restarted =
                PostgresDatabase.open(PostgresUrl.parse(settings.url()), 2)) {
            restarted.write(session -> session.update("INSERT INTO node VALUES ('a', 1)"));
            server.close();
            assertThat(restarted.problem()).isPresent();
            assertAway(() ->
                    restarted.write(session -> session.update("INSERT INTO node VALUES ('b', 1)")));
            server = start(data, port);
            restarted.write(session -> session.update("INSERT INTO node VALUES ('c', 1)"));
            List<String> nodes =
                    restarted.read(
                            session -> session.all("SELECT id FROM node ORDER BY id", Row::text));
            assertThat(nodes).containsExactly("a", "c");
        } finally {
            server.close();
        }
    }

    @Test
    void aStartWithoutADatabaseSaysWhatToCheck() throws IOException {
        PostgresUrl nobody =
                PostgresUrl.parse(
                        "postgresql://user:hunter2@localhost:%d/db".formatted(freePort()));
        assertThatThrownBy(() -> PostgresDatabase.open(nobody, 2))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("localhost")
                .hasMessageNotContaining("hunter2");
    }

    private void insert(String node) {
        database.write(session -> session.update("INSERT INTO node VALUES (?, 1)", node));
    }

    private long count() {
        return database.read(session -> session.one("SELECT count(*) FROM node", Row::number));
    }

    private static void assertAway(ThrowingCallable call) {
        long start = System.nanoTime();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                            assertThat(e.retryAfter()).isPresent();
                        });
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    private static PostgresUrl through(Cable cable, PostgresUrl direct) {
        return new PostgresUrl(
                "localhost",
                cable.port(),
                direct.database(),
                direct.user(),
                direct.password(),
                direct.sslMode(),
                direct.sslRootCertificate());
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
