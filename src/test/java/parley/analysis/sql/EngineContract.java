package parley.analysis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.settings.SettingValues;

/// What holds for every engine: with the guard before it and, for what could do harm, without.
abstract class EngineContract {
    static final Caps CAPS = new Caps(100, 1 << 20, Duration.ofSeconds(3));

    @TempDir Path home;

    private final SqlGuard guard = new SqlGuard();
    private Optional<JdbcDatabase> opened = Optional.empty();

    /// Makes the tables `sales` (id, day, region, amount; ten rows, 2024-01-01 on) and `numbers`
    /// (n; 0 to 999), for an account that may read.
    abstract void prepare() throws Exception;

    /// Where it is.
    abstract String connection();

    abstract DatabaseOpener opener();

    /// Runs as an administrator.
    abstract long count(String sql) throws Exception;

    /// Statements that would do harm; the engine's own part of the list.
    abstract Stream<String> attacks();

    /// Fails if one of them did.
    abstract void assertNoHarm() throws Exception;

    /// Takes a minute or more if nothing ends it.
    abstract String endless();

    /// A cell of many megabytes.
    abstract String huge();

    @BeforeEach
    void open() throws Exception {
        prepare();
        opened = Optional.of(databases().open(ConnectionString.parse(connection())));
    }

    @AfterEach
    void close() {
        opened.ifPresent(JdbcDatabase::close);
    }

    @Test
    void tablesAreNamedWithTheirColumnsAndTypes() throws Exception {
        List<Table> tables = database().tables();
        assertThat(tables).extracting(Table::name).contains("sales", "numbers");
        Table sales =
                tables.stream()
                        .filter(table -> table.name().equals("sales"))
                        .findFirst()
                        .orElseThrow();
        assertThat(sales.columns())
                .contains(
                        new Column("id", ColumnType.INTEGER),
                        new Column("day", ColumnType.DATE),
                        new Column("region", ColumnType.TEXT),
                        new Column("amount", ColumnType.DECIMAL));
    }

    @Test
    void rowsComeWithTheirTypes() throws Exception {
        Rows rows =
                ask(
                        "SELECT id, day, region, amount, NULL AS empty_cell FROM sales ORDER BY id LIMIT 1");
        assertThat(rows.columns())
                .extracting(Column::name)
                .containsExactly("id", "day", "region", "amount", "empty_cell");
        assertThat(rows.cells().getFirst().subList(0, 3))
                .containsExactly(1L, LocalDate.of(2024, 1, 1), "North");
        assertThat(((Number) rows.cells().getFirst().get(3)).doubleValue()).isEqualTo(1.5);
        assertThat(rows.cells().getFirst().get(4)).isNull();
        assertThat(rows.truncated()).isFalse();
    }

    @Test
    void valuesAreBoundAndNeverSql() throws Exception {
        String sql = "SELECT count(*) FROM sales WHERE region = ? AND day >= ? AND amount > ?";
        Query query = new Query(sql, List.of("North' OR '1' = '1", LocalDate.of(2024, 1, 1), 0.5));
        assertThat(ask(query).cells()).containsExactly(List.of(0L));
        Query honest = new Query(sql, List.of("North", LocalDate.of(2024, 1, 2), 0.5));
        assertThat(ask(honest).cells()).containsExactly(List.of(4L));
    }

    @Test
    void moreRowsThanAllowedAreLeftOutAndItIsSaid() throws Exception {
        Rows rows = ask("SELECT n FROM numbers ORDER BY n DESC");
        assertThat(rows.cells()).hasSize(100).startsWith(List.of(999L), List.of(998L));
        assertThat(rows.truncated()).isTrue();
        assertThat(ask("SELECT n FROM numbers ORDER BY n LIMIT 100").truncated()).isFalse();
        assertThat(ask("SELECT n FROM numbers ORDER BY n LIMIT 500").truncated()).isTrue();
    }

    @Test
    void moreBytesThanAllowedAreLeftOutAndItIsSaid() throws Exception {
        Caps few = new Caps(100, 500, CAPS.time());
        Rows rows = database().run(checked(new Query("SELECT n FROM numbers ORDER BY n")), few);
        assertThat(rows.truncated()).isTrue();
        assertThat(rows.cells()).hasSizeBetween(1, 40);
    }

    @Test
    void aHugeCellIsNotTaken() throws Exception {
        try {
            // MySQL makes nothing of it; the others refuse it, or it is more than the bytes
            // allowed.
            assertThat(alone(huge()).cells())
                    .isIn(List.of(), List.of(Collections.singletonList(null)));
        } catch (AppException e) {
            assertThat(e.sentence()).matches(".*\\(E-[0-9a-f]{8}\\)\\.");
        }
        assertThat(ask("SELECT count(*) FROM sales").cells()).containsExactly(List.of(10L));
    }

    @Test
    void attacksAreRefusedByTheGuard() throws Exception {
        List<Table> tables = database().tables();
        attacks()
                .forEach(sql ->
                        assertThatExceptionOfType(AppException.class)
                                .as(sql)
                                .isThrownBy(() ->
                                        guard.check(new Query(sql), database().engine(), tables)));
        assertNoHarm();
    }

    @Test
    void attacksDoNoHarmWithoutTheGuardEither() throws Exception {
        for (String sql : attacks().toList()) {
            Instant start = Instant.now();
            try {
                alone(sql);
            } catch (AppException e) {
                assertThat(e.sentence())
                        .as(sql)
                        .doesNotContain("SQLException", "postgres:", "/tmp");
            }
            assertThat(Duration.between(start, Instant.now()))
                    .as(sql)
                    .isLessThan(Duration.ofSeconds(4));
        }
        assertNoHarm();
        assertThat(ask("SELECT count(*) FROM sales").cells()).containsExactly(List.of(10L));
    }

    @Test
    void anEndlessQueryEndsWithItsTime() {
        Instant start = Instant.now();
        Caps second = new Caps(10, 1 << 20, Duration.ofSeconds(1));
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> database().run(unchecked(endless()), second))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE))
                .withMessageContaining("longer than it may");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void anInterruptEndsTheQuery() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread asking =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                alone(endless());
                            } catch (InterruptedException | RuntimeException e) {
                                ended.complete(e);
                            }
                        });
        // It is under way as soon as the second connection is the last one that can be had.
        assertThat(ask("SELECT count(*) FROM sales").cells()).hasSize(1);
        asking.interrupt();
        assertThat(ended.get(3, java.util.concurrent.TimeUnit.SECONDS))
                .isInstanceOf(InterruptedException.class);
        assertThat(ask("SELECT count(*) FROM sales").cells()).containsExactly(List.of(10L));
    }

    @Test
    void aFailureNamesWhatTheClientWroteAndAnId() throws Exception {
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> alone("SELECT amout FROM sales"))
                .withMessageMatching(
                        "The database finds no such column: “amout” \\(E-[0-9a-f]{8}\\)\\.")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> alone("SELECT 1 FROM nowhere"))
                .withMessageStartingWith("The database finds no such table");
        assertThat(ask("SELECT count(*) FROM sales").cells()).containsExactly(List.of(10L));
    }

    @Test
    void itIsReachable() throws Exception {
        assertThat(databases().probe(ConnectionString.parse(connection())))
                .isEqualTo(new Reachability.Reachable());
    }

    final Databases databases() {
        return databases(new OwnDatabase.InFile(home.resolve("parley.db")));
    }

    final Databases databases(OwnDatabase own) {
        DataSettings settings = DataSettings.from(SettingValues.DEFAULTS);
        return new Databases(List.of(opener()), new Places(settings, home, own));
    }

    final JdbcDatabase database() {
        return opened.orElseThrow();
    }

    final Rows ask(String sql) throws InterruptedException {
        return ask(new Query(sql));
    }

    final Rows ask(Query query) throws InterruptedException {
        return database().run(checked(query), CAPS);
    }

    /// The engine without the guard.
    final Rows alone(String sql) throws InterruptedException {
        return database().run(unchecked(sql), CAPS);
    }

    private CheckedQuery checked(Query query) throws InterruptedException {
        return guard.check(query, database().engine(), database().tables());
    }

    /// As if the guard had let it pass.
    static CheckedQuery unchecked(String sql) {
        return new CheckedQuery(sql, List.of(), new CheckedQuery.Limited.To(1));
    }
}
