package parley.analysis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.analysis.sql.postgres.PostgresOpener;
import parley.error.AppException;

final class PostgresEngineTest extends EngineContract {
    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder().start();
        admin(
                "CREATE ROLE reader LOGIN PASSWORD 'se cret/1'",
                "CREATE ROLE writer LOGIN PASSWORD 'w'",
                "CREATE ROLE programs LOGIN PASSWORD 'p'",
                "GRANT pg_execute_server_program TO programs",
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        askForPasswords();
    }

    /// The embedded server trusts everybody; for this account it shall not.
    private static void askForPasswords() throws Exception {
        Path rules = Path.of(text("SHOW hba_file"));
        Files.writeString(rules, "host all reader all scram-sha-256\n" + Files.readString(rules));
        text("SELECT pg_reload_conf()");
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Override
    void prepare() throws Exception {
        admin(
                "DROP TABLE IF EXISTS sales, numbers, odd CASCADE",
                "DROP SCHEMA IF EXISTS other CASCADE",
                """
                CREATE TABLE sales AS SELECT i + 1 AS id, DATE '2024-01-01' + i AS day,
                  CASE i % 2 WHEN 0 THEN 'North' ELSE 'South' END AS region,
                  (i + 1.5)::numeric(10, 2) AS amount FROM generate_series(0, 9) i
                """,
                "CREATE TABLE numbers AS SELECT n FROM generate_series(0, 999) n",
                """
                CREATE TABLE odd AS SELECT TIMESTAMPTZ '2024-01-01 10:00:00+02' AS at,
                  'NaN'::numeric AS nan, ARRAY[1, 2] AS list, '{"a": 1}'::jsonb AS json, TRUE AS flag
                """,
                "CREATE SCHEMA other",
                "CREATE TABLE other.things AS SELECT 1 AS thing",
                "GRANT USAGE ON SCHEMA other TO reader",
                "GRANT SELECT ON ALL TABLES IN SCHEMA public, other TO reader",
                "GRANT SELECT, UPDATE ON sales TO writer");
    }

    @Override
    String connection() {
        return as("reader:se%20cret%2F1");
    }

    private static String as(String account) {
        return "postgresql://%s@localhost:%d/postgres".formatted(account, server.getPort());
    }

    @Override
    DatabaseOpener opener() {
        return new PostgresOpener();
    }

    @Override
    long count(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    Stream<String> attacks() {
        String file = home.resolve("stolen").toString();
        return Stream.of(
                "INSERT INTO sales VALUES (11)",
                "UPDATE sales SET amount = 0 RETURNING id",
                "SELECT 1; COMMIT; INSERT INTO sales VALUES (11)",
                "COMMIT; INSERT INTO sales VALUES (11); SELECT 1",
                "ROLLBACK; DELETE FROM sales",
                "SET TRANSACTION READ WRITE",
                "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE",
                "WITH d AS (DELETE FROM sales RETURNING *) SELECT * FROM d",
                "SELECT * INTO copied FROM sales",
                "CREATE TABLE evil (a int)",
                "CREATE TEMP TABLE evil (a int)",
                "EXPLAIN ANALYZE DELETE FROM sales",
                "SELECT * FROM sales FOR UPDATE",
                "SELECT * FROM (SELECT * FROM sales FOR UPDATE) q",
                "COPY sales TO '" + file + "'",
                "COPY (SELECT 1) TO PROGRAM 'touch " + file + "'",
                "SELECT pg_read_file('/etc/hostname')",
                "SELECT pg_ls_dir('.')",
                "SELECT lo_import('/etc/hostname')",
                "SELECT lo_from_bytea(0, 'x')",
                "SELECT pg_sleep(60)",
                "SELECT repeat('x', 500000000)",
                "SELECT query_to_xml('DELETE FROM sales RETURNING 1', true, true, '')",
                "SELECT set_config('statement_timeout', '0', false), pg_sleep(60)",
                "DO $$ BEGIN DELETE FROM sales; END $$",
                "DO $$ BEGIN PERFORM pg_sleep(60); END $$",
                "SELECT pg_advisory_lock(1)",
                "SELECT * FROM pg_authid",
                "SELECT * FROM pg_stat_activity",
                "ALTER ROLE reader SET default_transaction_read_only = off",
                "LOCK TABLE sales");
    }

    @Override
    void assertNoHarm() throws Exception {
        assertThat(count("SELECT count(*) FROM sales WHERE amount > 0")).isEqualTo(10);
        assertThat(count("SELECT count(*) FROM pg_class WHERE relname IN ('copied', 'evil')"))
                .isZero();
        assertThat(count("SELECT count(*) FROM pg_largeobject_metadata")).isZero();
        assertThat(count("SELECT count(*) FROM pg_db_role_setting")).isZero();
        assertThat(home.resolve("stolen")).doesNotExist();
        assertThat(count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")).isZero();
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).isEmpty();
        }
    }

    @Override
    String endless() {
        return "SELECT count(*) FROM generate_series(1, 100000000000)";
    }

    @Override
    String huge() {
        return "SELECT repeat('x', 100000000)";
    }

    @Test
    void aSuperuserIsRefusedWithTheGrantsThatWouldDo() {
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(
                        () -> databases().probe(ConnectionString.parse(as("postgres:postgres"))))
                .withMessageContaining("it is a superuser")
                .withMessageContaining(
                        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO parley_reader");
    }

    @Test
    void whoMayWriteOrRunProgramsIsRefused() throws Exception {
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> databases().probe(ConnectionString.parse(as("writer:w"))))
                .withMessageContaining("it may change the table public.sales");
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> databases().probe(ConnectionString.parse(as("programs:p"))))
                .withMessageContaining("pg_execute_server_program");
        admin("GRANT CREATE ON SCHEMA public TO PUBLIC");
        try {
            assertThatExceptionOfType(AppException.class)
                    .isThrownBy(() -> databases().probe(ConnectionString.parse(connection())))
                    .withMessageContaining("it may make objects in the schema public")
                    .withMessageContaining("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        } finally {
            admin("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        }
    }

    @Test
    void rightsThatAreGivenLaterAreSeenAtTheNextQuery() throws Exception {
        assertThat(ask("SELECT count(*) FROM sales").cells()).containsExactly(List.of(10L));
        admin("GRANT INSERT ON sales TO reader");
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> ask("SELECT count(*) FROM sales"))
                .withMessageContaining("may do more than read");
    }

    @Test
    void aReasonIsGivenForEachWayOfNotReachingIt() throws Exception {
        assertThat(reason(as("reader:wrong"))).isEqualTo(Fault.WRONG_PASSWORD);
        assertThat(reason(connection().replace("/postgres", "/nothing")))
                .isEqualTo(Fault.NO_SUCH_DATABASE);
        assertThat(reason(connection().replace("localhost", "nowhere.invalid")))
                .isEqualTo(Fault.UNKNOWN_HOST);
        assertThat(reason(connection() + "?sslmode=require")).isEqualTo(Fault.TLS);
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(reason("postgresql://u:p@localhost:%d/x".formatted(closed)))
                .isEqualTo(Fault.REFUSED);
        try (ServerSocket silent = new ServerSocket(0)) {
            assertThat(reason("postgresql://u:p@localhost:%d/x".formatted(silent.getLocalPort())))
                    .isEqualTo(Fault.NO_ANSWER);
        }
    }

    @Test
    void theServersOwnDatabaseCannotBeAsked() {
        OwnDatabase own = new OwnDatabase.OnServer("127.0.0.1", server.getPort(), "postgres");
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> databases(own).probe(ConnectionString.parse(connection())))
                .withMessageContaining("its own data");
    }

    @Test
    void tablesOfOtherSchemasAreFoundWithAndWithoutTheirSchema() throws Exception {
        assertThat(ask("SELECT thing FROM things").cells()).containsExactly(List.of(1L));
        assertThat(ask("SELECT thing FROM other.things").cells()).containsExactly(List.of(1L));
    }

    @Test
    void valuesJavaHasNoClassForAreShownAsText() throws Exception {
        Rows rows = ask("SELECT at, nan, list, json, flag FROM odd");
        assertThat(rows.cells().getFirst())
                .containsExactly(
                        Instant.parse("2024-01-01T08:00:00Z"),
                        Double.NaN,
                        "{1,2}",
                        "{\"a\": 1}",
                        true);
    }

    private Fault reason(String connection) throws InterruptedException {
        return switch (databases().probe(ConnectionString.parse(connection))) {
            case Reachability.Unreachable answer -> {
                assertThat(answer.sentence()).endsWith(".").doesNotContain("se cret", "localhost");
                yield answer.reason();
            }
            case Reachability.Reachable _ -> throw new AssertionError("It was reachable");
        };
    }

    private static void admin(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
