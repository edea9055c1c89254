package parley.analysis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;
import parley.error.ErrorCode;

final class SqlGuardTest {
    private static final List<Table> TABLES =
            List.of(
                    new Table(
                            Optional.of("public"),
                            "sales",
                            List.of(
                                    new Column("id", ColumnType.INTEGER),
                                    new Column("day", ColumnType.DATE),
                                    new Column("region", ColumnType.TEXT),
                                    new Column("amount", ColumnType.DECIMAL))),
                    new Table(
                            Optional.of("public"),
                            "regions",
                            List.of(
                                    new Column("region", ColumnType.TEXT),
                                    new Column("country name", ColumnType.TEXT))));

    private final SqlGuard guard = new SqlGuard();

    static Stream<String> useful() {
        return lines(
                """
                SELECT count(*) FROM sales
                SELECT region, sum(amount) AS total FROM sales GROUP BY region ORDER BY total DESC NULLS LAST LIMIT 5
                SELECT region, avg(s.amount) FROM public.sales AS s WHERE s.day >= DATE '2024-01-01' AND region IN ('North', 'South') GROUP BY 1 HAVING count(*) > 3
                SELECT day, amount, lag(amount, 1) OVER (PARTITION BY region ORDER BY day) AS before FROM sales
                SELECT day, avg(amount) OVER (ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) FROM sales
                SELECT sum(amount) FILTER (WHERE region = 'North') AS north FROM sales
                WITH m AS (SELECT region, avg(amount) AS mean FROM sales GROUP BY region) SELECT s.id, m.mean FROM sales s JOIN m ON m.region = s.region WHERE s.amount > m.mean
                SELECT CASE WHEN amount > 10 THEN 'high' ELSE 'low' END AS size, count(*) FROM sales GROUP BY 1
                SELECT region FROM sales UNION ALL SELECT region FROM regions ORDER BY region
                (SELECT region FROM sales) UNION (SELECT region FROM regions)
                SELECT * FROM sales WHERE amount = (SELECT max(amount) FROM sales)
                SELECT region FROM regions r WHERE NOT EXISTS (SELECT 1 FROM sales s WHERE s.region = r.region)
                SELECT DISTINCT region FROM sales WHERE region LIKE 'N%' OR region IS NULL
                SELECT s.*, r.region FROM sales s LEFT JOIN regions r USING (region)
                SELECT extract(year FROM day) AS year, sum(amount) FROM sales GROUP BY 1
                SELECT trim(both ' ' from region), upper(region), substring(region, 1, 2) FROM sales
                SELECT CAST(amount AS decimal(10, 2)), coalesce(amount, 0), round(amount, 1), amount * -1 FROM sales
                SELECT replace(region, ' ', '_'), replace(region, 'x', '') FROM sales
                SELECT sum(amount) / (SELECT sum(amount) FROM sales) AS share FROM sales WHERE amount BETWEEN 1 AND 2
                SELECT ntile(4) OVER w, rank() OVER w FROM sales WINDOW w AS (ORDER BY amount)
                SELECT q.total FROM (SELECT sum(amount) AS total FROM sales) AS q
                SELECT day FROM sales WHERE day > current_date LIMIT 10 OFFSET 5
                SELECT amount FROM sales -- with a comment
                SELECT v.n FROM (SELECT 1 AS n) v, LATERAL (SELECT 2 AS m) w
                """);
    }

    static Stream<String> hostile() {
        return lines(
                """
                INSERT INTO sales VALUES (1)
                UPDATE sales SET amount = 0
                DELETE FROM sales
                DROP TABLE sales
                SELECT 1; DROP TABLE sales
                SELECT 1; COMMIT; INSERT INTO sales VALUES (1)
                ;
                WITH d AS (DELETE FROM sales RETURNING *) SELECT * FROM d
                WITH i AS (INSERT INTO sales VALUES (1) RETURNING id) SELECT * FROM i
                WITH u AS (UPDATE sales SET amount = 0 RETURNING id) SELECT * FROM u
                SELECT * INTO copied FROM sales
                SELECT * FROM sales INTO OUTFILE 'x'
                SELECT 1 UNION SELECT 2 INTO OUTFILE 'x'
                SELECT region FROM sales INTO DUMPFILE 'x'
                SELECT * FROM sales FOR UPDATE
                SELECT * FROM sales FOR SHARE
                SELECT * FROM (SELECT * FROM sales FOR UPDATE) q
                SELECT 1 UNION (SELECT id FROM sales FOR UPDATE)
                SELECT * FROM sales PROCEDURE ANALYSE()
                SELECT /*! SLEEP(10), */ 1
                SELECT /*M! SLEEP(10), */ 1
                SELECT /*+ MAX_EXECUTION_TIME(100000) */ 1
                SELECT * FROM sales USE INDEX (x)
                SELECT pg_sleep(10)
                SELECT sleep(10)
                SELECT benchmark(100000000, 1)
                SELECT repeat('x', 2000000000)
                SELECT lpad('x', 2000000000, 'y')
                SELECT rpad('x', 2000000000, 'y')
                SELECT space(2000000000)
                SELECT hex(zeroblob(400000000))
                SELECT printf('%1000000000d', 1)
                SELECT format('%1000000000s', 1)
                SELECT replace(region, 'a', 'aaaaaaaaaaaaaaaa') FROM sales
                SELECT replace(region, '', 'aa') FROM sales
                SELECT replace(region, region, amount) FROM sales
                SELECT pg_read_file('x')
                SELECT pg_catalog.pg_sleep(1)
                SELECT pg_ls_dir('.')
                SELECT lo_import('x')
                SELECT lo_from_bytea(0, 'x')
                SELECT dblink('x', 'y')
                SELECT query_to_xml('SELECT 1', true, true, '')
                SELECT set_config('a', 'b', false)
                SELECT current_setting('data_directory')
                SELECT pg_advisory_lock(1)
                SELECT pg_terminate_backend(1)
                SELECT nextval('s')
                SELECT load_file('x')
                SELECT load_extension('x')
                SELECT readfile('x')
                SELECT writefile('x', 'y')
                SELECT read_text('x')
                SELECT getenv('HOME')
                SELECT * FROM read_csv('x')
                SELECT * FROM glob('*')
                SELECT * FROM query('SELECT 1')
                SELECT * FROM generate_series(1, 100000000000)
                SELECT * FROM range(100000000000)
                SELECT * FROM pragma_database_list
                SELECT * FROM pragma_database_list()
                SELECT * FROM sqlite_master
                SELECT * FROM pg_catalog.pg_authid
                SELECT * FROM pg_authid
                SELECT * FROM information_schema.tables
                SELECT * FROM mysql.user
                SELECT * FROM duckdb_settings()
                SELECT * FROM '/etc/passwd'
                SELECT * FROM 'data.csv'
                SELECT * FROM "/etc/passwd"
                SELECT * FROM other.public.sales
                SELECT * FROM other.sales
                SELECT * FROM pg_authid WHERE 1 IN (WITH pg_authid AS (SELECT 1) SELECT 1 FROM pg_authid)
                WITH pg_authid AS (SELECT * FROM pg_authid) SELECT * FROM pg_authid
                WITH a AS (SELECT * FROM pg_authid), pg_authid AS (SELECT 1) SELECT * FROM a
                SELECT ctid FROM sales
                SELECT rowid FROM sales
                SELECT xmin FROM sales
                SELECT sales FROM sales
                SELECT sales.row_to_json FROM sales
                SELECT s.country FROM sales s
                SELECT regions.amount FROM sales, regions
                SELECT (sales).id FROM sales
                SELECT current_user
                SELECT user
                SELECT @@datadir
                SELECT @x
                SELECT @x := 1
                SELECT :name
                SELECT $1
                SELECT ?1
                SELECT E'\\\\x41'
                SELECT $$text$$
                SELECT 'sales'::regclass
                SELECT CAST('x' AS xml)
                SELECT ARRAY[1, 2]
                SELECT amount ~ 'x' FROM sales
                SELECT amount COLLATE "C" FROM sales
                TABLE sales
                VALUES (1)
                CALL something()
                EXPLAIN SELECT 1
                EXPLAIN ANALYZE DELETE FROM sales
                PRAGMA writable_schema = 1
                ATTACH 'x' AS y
                COPY sales TO 'x'
                COPY (SELECT 1) TO PROGRAM 'touch x'
                SET TRANSACTION READ WRITE
                SHOW TABLES
                DO $$ BEGIN END $$
                BEGIN
                COMMIT
                VACUUM INTO 'x'
                backup to x
                LOCK TABLE sales
                NOTIFY x
                SELECT 1 FROM sales TABLESAMPLE SYSTEM (1)
                SELECT 'a\0b'
                SELECT 'never ends
                SELECT {fn now()}
                """);
    }

    @ParameterizedTest
    @MethodSource("useful")
    void whatOneAsksPassesAndMeansTheSame(String sql) {
        for (Engine engine : Engine.values()) {
            CheckedQuery checked = guard.check(new Query(sql), engine, TABLES);
            assertThat(guard.check(new Query(checked.sql()), engine, TABLES).sql())
                    .isEqualTo(checked.sql());
            assertThat(letters(checked.sql()).replace("dayasday", "day"))
                    .isEqualTo(letters(sql.replaceAll("--.*", "")));
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatCouldDoMoreIsRefusedWithASentence(String sql) {
        for (Engine engine : Engine.values()) {
            assertThatExceptionOfType(AppException.class)
                    .as("%s for %s", sql, engine)
                    .isThrownBy(() -> guard.check(new Query(sql), engine, TABLES))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                    .satisfies(e ->
                            assertThat(e.sentence()).endsWith(".").doesNotContain("jsqlparser"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyEngineHasItsOwnFunctions(Engine engine) {
        String sql =
                switch (engine) {
                    case POSTGRESQL ->
                            "SELECT date_trunc('month', day), percentile_cont(0.5) WITHIN GROUP"
                                    + " (ORDER BY amount), corr(amount, id), amount::numeric(8, 2)"
                                    + " FROM sales GROUP BY 1, 4";
                    case MYSQL ->
                            "SELECT date_format(day, '%Y-%m'), timestampdiff(MONTH, day, day),"
                                    + " stddev_samp(amount) AS `my deviation`,"
                                    + " date_add(day, INTERVAL 1 DAY) FROM sales GROUP BY 1";
                    case SQLITE ->
                            "SELECT strftime('%Y-%m', day), julianday(day), total(amount)"
                                    + " AS \"the total\" FROM sales GROUP BY 1";
                    case DUCKDB ->
                            "SELECT date_trunc('month', day), median(amount), quantile_cont(amount,"
                                    + " 0.25), dayofweek(day), arg_max(region, amount), * EXCLUDE"
                                    + " (id) FROM sales QUALIFY row_number() OVER (ORDER BY id) = 1";
                };
        assertThat(letters(guard.check(new Query(sql), engine, TABLES).sql()))
                .isEqualTo(letters(sql));
    }

    @Test
    void aBackslashCannotMoveTheEndOfATextForMysql() {
        // MySQL reads one text up to the second quote's end; the parser would see two.
        assertRefused("SELECT 'a\\' OR 1 = 1 -- '", Engine.MYSQL, "backslash");
        assertRefused("SELECT \"a\\\" OR 1\"", Engine.MYSQL, "Double quotes");
        assertThat(guard.check(new Query("SELECT 'a\\'"), Engine.SQLITE, TABLES).sql())
                .isEqualTo("SELECT 'a\\'");
    }

    @Test
    void aSecondMinusDoesNotBecomeAComment() {
        String sql = "SELECT 5 - (-5) AS n, - (- amount) FROM sales";
        assertThat(guard.check(new Query(sql), Engine.SQLITE, TABLES).sql()).doesNotContain("--");
    }

    @Test
    void namesAreComparedAsPostgresqlDoes() {
        List<Table> tables =
                List.of(
                        new Table(
                                Optional.empty(),
                                "Sales",
                                List.of(new Column("id", ColumnType.INTEGER))));
        Query folded = new Query("SELECT id FROM Sales");
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> guard.check(folded, Engine.POSTGRESQL, tables));
        Query quoted = new Query("SELECT id FROM \"Sales\"");
        assertThat(guard.check(quoted, Engine.POSTGRESQL, tables).sql()).isEqualTo(quoted.sql());
        assertThat(guard.check(folded, Engine.SQLITE, tables).sql()).isEqualTo(folded.sql());
    }

    @Test
    void valuesAreCounted() {
        Query two = new Query("SELECT id FROM sales WHERE id > ? AND region = ?", List.of(1L, "?"));
        assertThat(guard.check(two, Engine.DUCKDB, TABLES).parameters()).containsExactly(1L, "?");
        Query one = new Query(two.sql(), List.of(1L));
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> guard.check(one, Engine.DUCKDB, TABLES))
                .withMessageContaining("2 places");
    }

    @Test
    void rowsAreCappedWithoutLosingTheOrder() {
        assertThat(capped("SELECT id FROM sales ORDER BY id"))
                .isEqualTo("SELECT id FROM sales ORDER BY id LIMIT 11");
        assertThat(capped("SELECT id FROM sales LIMIT 5"))
                .isEqualTo("SELECT id FROM sales LIMIT 5");
        assertThat(capped("SELECT id FROM sales LIMIT 500"))
                .isEqualTo("SELECT * FROM (SELECT id FROM sales LIMIT 500) AS capped LIMIT 11");
        assertThat(capped("SELECT id FROM sales UNION SELECT id FROM sales"))
                .isEqualTo("SELECT id FROM sales UNION SELECT id FROM sales LIMIT 11");
        assertThat(capped("SELECT id FROM sales UNION (SELECT id FROM sales LIMIT 3)"))
                .endsWith("LIMIT 3) LIMIT 11");
        assertThat(capped("SELECT id FROM sales OFFSET 5"))
                .isEqualTo("SELECT * FROM (SELECT id FROM sales OFFSET 5) AS capped LIMIT 11");
        assertThat(capped("SELECT id FROM sales LIMIT ALL"))
                .isEqualTo("SELECT * FROM (SELECT id FROM sales LIMIT ALL) AS capped LIMIT 11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "abs(",
                "CASE WHEN 1 = 1 THEN ",
                "NOT ",
                "- ",
                "(SELECT ",
                "1 + ",
                "((",
                "-(",
                "a.",
                "[",
                "{fn ",
                "CAST(",
                "SELECT ",
                "x IN (SELECT ",
                "EXISTS (",
                "'a' || "
            })
    void hostileNestingIsAnsweredSoon(String part) {
        for (int times : new int[] {30, 300, 3_000}) {
            Instant start = Instant.now();
            for (String sql :
                    List.of(
                            "SELECT " + part.repeat(times) + "1",
                            "SELECT * FROM sales WHERE " + part.repeat(times))) {
                try {
                    assertThat(guard.check(new Query(sql), Engine.POSTGRESQL, TABLES).sql())
                            .startsWith("SELECT");
                } catch (AppException e) {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                }
            }
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void joiningTextInACircleIsRefusedWhereTheEngineRunsInThisProcess() {
        String sql =
                "WITH RECURSIVE r(t) AS (SELECT 'x' UNION ALL SELECT t || t FROM r) SELECT t FROM r";
        assertRefused(sql, Engine.DUCKDB, "WITH RECURSIVE");
        assertRefused(
                "SELECT " + "region || ".repeat(20) + "region FROM sales",
                Engine.DUCKDB,
                "joins text");
        assertThat(guard.check(new Query(sql), Engine.POSTGRESQL, TABLES).sql()).isNotEmpty();
    }

    @Test
    void theSentenceSaysWhereTheSqlStopsMakingSense() {
        assertRefused("SELECT id\nFROM sales WHRE id = 1", Engine.SQLITE, "line 2");
        assertRefused("SELECT amout FROM sales", Engine.SQLITE, "“amount”");
        assertRefused("SELECT id FROM sale", Engine.SQLITE, "“sales”");
    }

    private String capped(String sql) {
        return guard.check(new Query(sql), Engine.POSTGRESQL, TABLES).sql(11);
    }

    private void assertRefused(String sql, Engine engine, String words) {
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> guard.check(new Query(sql), engine, TABLES))
                .withMessageContaining(words);
    }

    private static String letters(String sql) {
        return sql.replaceAll("\\s+", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static Stream<String> lines(String text) {
        return Arrays.stream(text.split("\n")).filter(line -> !line.isBlank());
    }
}
