package parley.analysis.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Rows;
import parley.analysis.sql.SqlGuard;
import parley.error.AppException;

/// Every plan's SQL passes the guard for every engine, and engines bring the same rows.
final class EnginesAgreeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    @Test
    void duckDbAndSqliteBringTheSameRows() throws SQLException {
        List<String> problems = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            SampleTables.fill(duck, Engine.DUCKDB);
            SampleTables.fill(sqlite, Engine.SQLITE);
            Map<String, TableFacts> facts = SampleTables.facts(duck);
            List<QuestionSet.Asked> all = new ArrayList<>();
            all.addAll(QuestionSet.load("questions.txt").questions());
            all.addAll(QuestionSet.load("related.txt").questions());
            all.addAll(QuestionSet.load("conditions.txt").questions());
            for (QuestionSet.Asked asked : all) {
                TableFacts table = Objects.requireNonNull(facts.get(asked.table()));
                if (new QuestionPlanner().read(asked.question(), table, List.of(), TODAY)
                        instanceof Reading.Understood(Plan plan)) {
                    guard(plan, asked.question(), problems);
                    differ(plan, asked.question(), duck, sqlite, problems);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    private static void guard(Plan plan, String question, List<String> problems) {
        for (Engine engine : Engine.values()) {
            try {
                new SqlGuard().check(plan.query(engine), engine, SampleTables.tables());
            } catch (AppException e) {
                problems.add(question + ", " + engine + ": " + e.getMessage());
            }
        }
    }

    private static void differ(
            Plan plan, String question, Connection duck, Connection sqlite, List<String> problems) {
        try {
            Rows one = SampleTables.run(duck, plan.query(Engine.DUCKDB));
            Rows other = SampleTables.run(sqlite, plan.query(Engine.SQLITE));
            if (!text(one).equals(text(other))) {
                problems.add(question + ": " + text(one) + " and " + text(other));
            }
        } catch (SQLException e) {
            problems.add(question + ": " + e.getMessage());
        }
    }

    private static List<List<String>> text(Rows rows) {
        return rows.cells().stream()
                .map(row -> row.stream().map(SampleTables::comparable).toList())
                .toList();
    }
}
