package parley.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.analysis.question.Plan;
import parley.analysis.question.QuestionPlanner;
import parley.analysis.question.Reading;
import parley.analysis.question.TableFacts;
import tools.jackson.databind.json.JsonMapper;

/// Finds the table of a source that a question is about: the one it names, else the only one over
/// which it makes sense, else the one asked last. Where that leaves several, they are offered.
final class TableChoice {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_OFFERED = 3;

    private final QuestionPlanner planner;
    private final List<TableFacts> tables;

    TableChoice(QuestionPlanner planner, List<TableFacts> tables) {
        this.planner = planner;
        this.tables = tables;
    }

    /// @param earlier plans of the answers before, the latest last
    Reading read(String question, List<String> earlier, LocalDate today) {
        List<Reading> readings =
                tables.stream()
                        .map(facts -> planner.read(question, facts, earlier, today))
                        .toList();
        List<Integer> understood = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            if (isNamed(tables.get(i), question) && isPlanned(readings.get(i))) {
                return readings.get(i);
            }
            if (readings.get(i) instanceof Reading.Understood) {
                understood.add(i);
            }
        }
        if (understood.isEmpty()) {
            return best(readings);
        }
        if (understood.size() == 1) {
            return readings.get(understood.getFirst());
        }
        Optional<String> last =
                earlier.isEmpty() ? Optional.empty() : Optional.of(table(earlier.getLast()));
        return understood.stream()
                .filter(index -> last.filter(tables.get(index).table().name()::equals).isPresent())
                .findFirst()
                .map(readings::get)
                .orElseGet(() -> offered(understood.stream().map(readings::get).toList()));
    }

    /// Where nothing was understood: what may mean several things, then what is refused.
    private static Reading best(List<Reading> readings) {
        return readings.stream()
                .filter(Reading.Ambiguous.class::isInstance)
                .findFirst()
                .or(() -> readings.stream().filter(Reading.Refused.class::isInstance).findFirst())
                .or(() -> readings.stream().findFirst())
                .orElseGet(() ->
                        new Reading.Refused(
                                "The data source has no tables that can be read.", List.of()));
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

    private static boolean isPlanned(Reading reading) {
        return reading instanceof Reading.Understood || reading instanceof Reading.Ambiguous;
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
