package parley.analysis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.analysis.sql.mysql.MysqlOpener;
import parley.error.AppException;

final class MysqlEngineTest extends EngineContract {
    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestMariaDb server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestMariaDb(folder);
        server.run(
                "REVOKE ALL PRIVILEGES ON `test`.* FROM PUBLIC",
                "REVOKE ALL PRIVILEGES ON `test\\_%`.* FROM PUBLIC",
                "CREATE DATABASE shop",
                "CREATE USER reader@'%' IDENTIFIED BY 'se cret/1'",
                "GRANT SELECT, SHOW VIEW ON shop.* TO reader@'%'",
                "CREATE USER files@'%' IDENTIFIED BY 'f'",
                "GRANT SELECT ON shop.* TO files@'%'",
                "GRANT FILE ON *.* TO files@'%'",
                "CREATE USER writer@'%' IDENTIFIED BY 'w'",
                "GRANT SELECT, INSERT ON shop.* TO writer@'%'",
                "CREATE ROLE editors",
                "GRANT DELETE ON shop.* TO editors",
                "CREATE USER member@'%' IDENTIFIED BY 'm'",
                "GRANT SELECT ON shop.* TO member@'%'",
                "GRANT editors TO member@'%'",
                "CREATE USER admin@'%' IDENTIFIED BY 'a'",
                "GRANT ALL ON *.* TO admin@'%' WITH GRANT OPTION");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Override
    void prepare() throws Exception {
        server.run(
                "DROP TABLE IF EXISTS shop.sales, shop.numbers, shop.odd",
                """
                CREATE TABLE shop.sales (id INT PRIMARY KEY, day DATE, region VARCHAR(20),
                  amount DECIMAL(10, 2))
                """,
                """
                INSERT INTO shop.sales SELECT seq + 1, DATE '2024-01-01' + INTERVAL seq DAY,
                  IF(seq % 2 = 0, 'North', 'South'), seq + 1.5 FROM seq_0_to_9
                """,
                "CREATE TABLE shop.numbers (n INT)",
                "INSERT INTO shop.numbers SELECT seq FROM seq_0_to_999",
                """
                CREATE TABLE shop.odd (big BIGINT UNSIGNED, at DATETIME, kind ENUM('a', 'b'),
                  ratio DOUBLE, flag TINYINT(1))
                """,
                "INSERT INTO shop.odd VALUES (18446744073709551615, '2024-01-01 10:30:00', 'a', 0.5, 7)");
    }

    @Override
    String connection() {
        return as("reader:se%20cret%2F1");
    }

    private static String as(String account) {
        return "mysql://%s@localhost:%d/shop".formatted(account, server.port());
    }

    @Override
    DatabaseOpener opener() {
        return new MysqlOpener();
    }

    @Override
    long count(String sql) throws SQLException {
        try (Connection connection = server.admin();
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
                "INSERT INTO sales VALUES (11, NULL, NULL, 1)",
                "DELETE FROM sales RETURNING id",
                "UPDATE sales SET amount = 0",
                "SELECT 1; COMMIT; DELETE FROM sales",
                "COMMIT",
                "SET TRANSACTION READ WRITE",
                "SET SESSION TRANSACTION READ WRITE",
                "SET GLOBAL general_log = 1",
                "SET SESSION max_statement_time = 0",
                "SELECT * FROM sales INTO OUTFILE '" + file + "'",
                "SELECT 1 UNION SELECT 2 INTO OUTFILE '" + file + "'",
                "SELECT 'x' INTO DUMPFILE '" + file + "'",
                "SELECT 1 INTO @x",
                "SELECT load_file('/etc/hostname')",
                "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE sales",
                "SELECT sleep(60)",
                "SELECT benchmark(1000000000000, md5('x'))",
                "SELECT repeat('x', 1000000000)",
                "SELECT /*! sleep(60), */ 1",
                "SELECT /*M! sleep(60), */ 1",
                "SELECT * FROM sales FOR UPDATE",
                "SELECT * FROM (SELECT * FROM sales FOR UPDATE) q",
                "SELECT * FROM sales PROCEDURE ANALYSE()",
                "SELECT get_lock('x', 1)",
                "SELECT * FROM mysql.user",
                "SELECT * FROM information_schema.processlist",
                "SELECT @@datadir",
                "CREATE TABLE evil (a INT)",
                "CREATE TEMPORARY TABLE evil (a INT)",
                "DROP TABLE sales",
                "CALL something()",
                "DO sleep(60)",
                "HANDLER sales OPEN",
                "LOCK TABLES sales WRITE",
                "FLUSH TABLES",
                "KILL 1");
    }

    @Override
    void assertNoHarm() throws Exception {
        assertThat(count("SELECT count(*) FROM shop.sales WHERE amount > 0")).isEqualTo(10);
        assertThat(
                        count(
                                "SELECT count(*) FROM information_schema.tables WHERE table_name = 'evil'"))
                .isZero();
        assertThat(count("SELECT @@global.general_log")).isZero();
        assertThat(count("SELECT is_free_lock('x')")).isEqualTo(1);
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).isEmpty();
        }
    }

    @Override
    String endless() {
        return "SELECT count(*) FROM numbers a, numbers b, numbers c, numbers d, numbers e";
    }

    @Override
    String huge() {
        return "SELECT repeat('x', 100000000)";
    }

    @Test
    void whoMayDoMoreThanReadIsRefusedWithTheGrantsThatWouldDo() {
        assertRefused("files:f", "it has FILE on *.*");
        assertRefused("writer:w", "it has INSERT on `shop`.*");
        assertRefused("member:m", "the role `editors`");
        assertRefused("admin:a", "GRANT SELECT, SHOW VIEW ON `shop`.* TO 'parley_reader'@'%'");
    }

    @Test
    void aReasonIsGivenForEachWayOfNotReachingIt() throws Exception {
        assertThat(reason(as("reader:wrong"))).isEqualTo(Fault.WRONG_PASSWORD);
        assertThat(reason(connection().replace("/shop", "/nothing")))
                .isEqualTo(Fault.NO_SUCH_DATABASE);
        assertThat(reason(connection().replace("localhost", "nowhere.invalid")))
                .isEqualTo(Fault.UNKNOWN_HOST);
        assertThat(reason("mysql://u:p@localhost:1/x")).isEqualTo(Fault.REFUSED);
    }

    @Test
    void typesOfItsOwnAreRead() throws Exception {
        assertThat(ask("SELECT big, at, kind, ratio, flag FROM odd").cells().getFirst())
                .containsExactly(
                        new BigDecimal("18446744073709551615"),
                        LocalDateTime.of(2024, 1, 1, 10, 30),
                        "a",
                        0.5,
                        7L);
    }

    @Test
    void aBackslashIsALetter() throws Exception {
        Query query =
                new Query(
                        "SELECT count(*) FROM sales WHERE region = ?", List.of("\\' OR 1 = 1 -- "));
        assertThat(ask(query).cells()).containsExactly(List.of(0L));
        assertThat(alone("SELECT 'a\\'").cells()).containsExactly(List.of("a\\"));
    }

    private Fault reason(String connection) throws InterruptedException {
        return switch (databases().probe(ConnectionString.parse(connection))) {
            case Reachability.Unreachable answer -> answer.reason();
            case Reachability.Reachable _ -> throw new AssertionError("It was reachable");
        };
    }

    private void assertRefused(String account, String words) {
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> databases().probe(ConnectionString.parse(as(account))))
                .withMessageContaining(words);
    }
}
