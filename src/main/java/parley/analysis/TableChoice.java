package parley.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import parley.analysis.question.Plan;
import parley.analysis.question.QuestionPlanner;
import parley.analysis.question.Reading;
import parley.analysis.question.Relations;
import parley.analysis.question.TableFacts;
import tools.jackson.databind.json.JsonMapper;

/// Finds the table of a source that a question is about. Of those over which it makes sense: the
/// one whose columns it names the most of, then one that needs the fewest others beside it, then
/// the one it names, then the one asked last. Where that leaves several, they are offered.
final class TableChoice {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_OFFERED = 3;

    private final QuestionPlanner planner;
    private final List<TableFacts> tables;

    TableChoice(QuestionPlanner planner, List<TableFacts> tables) {
        this.planner = planner;
        this.tables = Relations.joined(tables);
    }

    /// @param earlier plans of the answers before, the latest last
    Reading read(String question, List<String> earlier, LocalDate today) {
        List<Reading> readings =
                tables.stream()
                        .map(facts -> planner.read(question, facts, earlier, today))
                        .toList();
        List<Integer> understood = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i) instanceof Reading.Understood) {
                understood.add(i);
            }
        }
        // What names more of another table is not about this one.
        int most = tables.stream().mapToInt(table -> table.namesIn(question)).max().orElse(0);
        understood.removeIf(index -> tables.get(index).namesIn(question) < most);
        if (understood.isEmpty()) {
            return best(readings, question);
        }
        keepBest(understood, index -> joins(readings.get(index)));
        if (understood.size() == 1) {
            return readings.get(understood.getFirst());
        }
        return understood.stream()
                .filter(index -> isNamed(tables.get(index), question))
                .findFirst()
                .or(() -> understood.stream().filter(index -> isLast(index, earlier)).findFirst())
                .map(readings::get)
                .orElseGet(() -> offered(understood.stream().map(readings::get).toList()));
    }

    private static void keepBest(List<Integer> indexes, IntUnaryOperator cost) {
        int least = indexes.stream().mapToInt(cost::applyAsInt).min().orElse(0);
        indexes.removeIf(index -> cost.applyAsInt(index) > least);
    }

    private boolean isLast(int index, List<String> earlier) {
        return !earlier.isEmpty()
                && table(earlier.getLast()).equals(tables.get(index).table().name());
    }

    private static int joins(Reading reading) {
        return switch (reading) {
            case Reading.Understood(Plan plan) -> plan.joins();
            case Reading.Ambiguous _, Reading.Refused _, Reading.Talk _ -> 0;
        };
    }

    /// Where nothing was understood: what may mean several things, then what is refused.
    private Reading best(List<Reading> readings, String question) {
        return IntStream.range(0, readings.size())
                .filter(index -> readings.get(index) instanceof Reading.Ambiguous)
                .boxed()
                .min(
                        Comparator.comparing(
                                        (Integer index) -> !isNamed(tables.get(index), question))
                                .thenComparingInt(index -> -tables.get(index).namesIn(question)))
                .map(readings::get)
                .or(() -> refused(readings, question))
                .or(() -> readings.stream().findFirst())
                .orElseGet(() ->
                        new Reading.Refused(
                                "The data source has no tables that can be read.", List.of()));
    }

    /// The refusal of the table that the question names the most of.
    private Optional<Reading> refused(List<Reading> readings, String question) {
        return IntStream.range(0, readings.size())
                .filter(index -> readings.get(index) instanceof Reading.Refused)
                .boxed()
                .min(
                        Comparator.comparingInt(
                                        (Integer index) -> -tables.get(index).namesIn(question))
                                .thenComparing(index -> !isNamed(tables.get(index), question)))
                .map(readings::get);
    }

    private static Reading offered(List<Reading> understood) {
        return new Reading.Ambiguous(
                understood.stream()
                        .flatMap(reading ->
                                reading instanceof Reading.Understood(Plan plan)
                                        ? Optional.of(plan).stream()
                                        : Optional.<Plan>empty().stream())
                        .limit(MOST_OFFERED)
                        .toList());
    }

    /// Whether the question says the table's name, or one of the things it holds.
    private static boolean isNamed(TableFacts facts, String question) {
        String name = facts.table().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return Pattern.compile("\\b" + Pattern.quote(one) + "(s|es)?\\b")
                .matcher(question.toLowerCase(Locale.ROOT))
                .find();
    }

    /// What a plan is, and where there are several tables, of which.
    String words(Plan plan) {
        return tables.size() < 2
                ? plan.words()
                : plan.words() + " In the table “" + table(plan.toJson()) + "”.";
    }

    private static String table(String plan) {
        return JSON.readTree(plan).path("source").path("name").asString("");
    }
}
