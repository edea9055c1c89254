package parley.analysis.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;

/// Measures how many questions are answered, and that none is answered wrongly.
final class QuestionPlannerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    private static Connection duck;
    private static Map<String, TableFacts> facts = Map.of();

    private final QuestionPlanner planner = new QuestionPlanner();

    @BeforeAll
    static void fill() throws SQLException {
        duck = DriverManager.getConnection("jdbc:duckdb:");
        SampleTables.fill(duck, Engine.DUCKDB);
        facts = SampleTables.facts(duck);
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    @Test
    void noQuestionIsAnsweredWrongly() throws SQLException {
        assertSet("questions.txt");
    }

    @Test
    void noQuestionOverRelatedTablesIsAnsweredWrongly() throws SQLException {
        assertSet("related.txt");
    }

    @Test
    void noQuestionWithSeveralConditionsIsAnsweredWrongly() throws SQLException {
        assertSet("conditions.txt");
    }

    @Test
    void aFollowUpMayHaveTwoConditionsOnOneColumn() {
        Plan first = understood("how many orders by region", "orders", List.of());

        Plan next =
                understood(
                        "only with quantity over 5 and under 10",
                        "orders",
                        List.of(first.toJson()));

        assertThat(next.words())
                .contains("“quantity” is more than 5")
                .contains("“quantity” is less than 10");
    }

    @Test
    void whatNoRowCanBeIsSaid() {
        TableFacts table = Objects.requireNonNull(facts.get("orders"));

        Reading reading =
                planner.read(
                        "orders where region is North and region is South",
                        table,
                        List.of(),
                        TODAY);

        assertThat(reading)
                .asInstanceOf(type(Reading.Refused.class))
                .extracting(Reading.Refused::reason)
                .asString()
                .startsWith("No row can meet both: “region” is “North”, and “region” is “South”.");
    }

    @Test
    void aFollowUpMayLookIntoAnotherTable() {
        Plan first = understood("amount by month", "purchases", List.of());

        Plan next = understood("and by city?", "purchases", List.of(first.toJson()));

        assertThat(next.words())
                .contains("for each “client city”")
                .contains("“clients” was looked up");
        assertThat(next.joins()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedComesWithThreeQuestionsThatWork() {
        TableFacts table = Objects.requireNonNull(facts.get("purchases"));

        Reading reading = planner.read("amount by happiness", table, List.of(), TODAY);

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        Reading.Refused refused = (Reading.Refused) reading;
        assertThat(refused.reason()).startsWith("I do not know what").contains("“happiness”");
        assertThat(refused.suggestions()).hasSize(3);
        refused.suggestions().forEach(each -> understood(each, "purchases", List.of()));
    }

    @Test
    void plansAreReadBackAsTheyWere() {
        for (QuestionSet.Asked asked : QuestionSet.load("related.txt").questions()) {
            TableFacts table = Objects.requireNonNull(facts.get(asked.table()));
            if (planner.read(asked.question(), table, List.of(), TODAY)
                    instanceof Reading.Understood(Plan plan)) {
                assertThat(planner.restore(plan.toJson())).as(asked.question()).contains(plan);
            }
        }
    }

    @Test
    void correctionsAreSaid() {
        assertThat(understood("averge amount per moth", "purchases", List.of()).words())
                .contains("“averge” was read as “average”.")
                .contains("“moth” was read as “month”.");
    }

    private Plan understood(String question, String table, List<String> earlier) {
        TableFacts asked = Objects.requireNonNull(facts.get(table));
        Reading reading = planner.read(question, asked, earlier, TODAY);
        assertThat(reading).as(question).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).plan();
    }

    private void assertSet(String name) throws SQLException {
        List<QuestionSet.Asked> all = QuestionSet.load(name).questions();
        List<String> wrong = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int correct = 0;
        for (QuestionSet.Asked asked : all) {
            String verdict;
            try {
                verdict = verdict(asked);
            } catch (SQLException e) {
                verdict = "SQL: " + e.getMessage();
            }
            if (verdict.isEmpty()) {
                correct++;
            } else if (verdict.startsWith("refused")) {
                refused.add(asked.question() + " — " + verdict);
            } else {
                wrong.add(asked.table() + ": " + asked.question() + " — " + verdict);
            }
        }
        String report =
                "%s: %d asked, %d correct, %d refused, %d wrong%n%s"
                        .formatted(
                                name,
                                all.size(),
                                correct,
                                refused.size(),
                                wrong.size(),
                                String.join("\n", refused));
        System.out.println(report);
        assertThat(wrong).as(report).isEmpty();
        long answerable = all.stream().filter(QuestionSet.Asked::isAnswerable).count();
        assertThat(refused).as(report).hasSizeLessThanOrEqualTo((int) (answerable / 20));
    }

    private String verdict(QuestionSet.Asked asked) throws SQLException {
        TableFacts table = Objects.requireNonNull(facts.get(asked.table()));
        Reading reading = planner.read(asked.question(), table, List.of(), TODAY);
        return switch (reading) {
            case Reading.Understood(Plan plan) when asked.isAnswerable() ->
                    compare(plan, asked.expected());
            case Reading.Understood(Plan plan) -> "answered: " + plan.words();
            case Reading.Refused(String reason, List<String> _) ->
                    asked.expected().equals("REFUSED") ? "" : "refused: " + reason;
            case Reading.Ambiguous(List<Plan> plans) ->
                    asked.expected().equals("AMBIGUOUS")
                            ? ""
                            : "refused as ambiguous: "
                                    + String.join(" / ", plans.stream().map(Plan::words).toList());
            case Reading.Talk() -> asked.expected().equals("TALK") ? "" : "refused: taken for talk";
        };
    }

    /// The rows of the plan must begin with the columns of the expected ones.
    private static String compare(Plan plan, String expected) throws SQLException {
        Rows wanted = SampleTables.run(duck, new Query(expected));
        Rows found = SampleTables.run(duck, plan.query(Engine.DUCKDB));
        return lines(wanted, wanted.columns().size()).equals(lines(found, wanted.columns().size()))
                ? ""
                : "%s%n  wanted %s%n  found  %s"
                        .formatted(
                                plan.words(),
                                head(lines(wanted, wanted.columns().size())),
                                head(lines(found, wanted.columns().size())));
    }

    private static List<String> head(List<String> lines) {
        return lines.subList(0, Math.min(5, lines.size()));
    }

    private static List<String> lines(Rows rows, int width) {
        return rows.cells().stream()
                .map(row ->
                        String.join(
                                "|",
                                row.subList(0, Math.min(width, row.size())).stream()
                                        .map(SampleTables::comparable)
                                        .toList()))
                .toList();
    }
}
