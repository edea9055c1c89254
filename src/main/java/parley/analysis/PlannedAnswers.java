package parley.analysis;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.analysis.question.Plan;
import parley.analysis.question.QuestionPlanner;
import parley.analysis.question.Reading;
import parley.analysis.sql.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers questions about data by rules: a question becomes a typed plan, the plan a query, its
/// rows a sentence.
public final class PlannedAnswers {

    private static final Pattern CHOICE =
            Pattern.compile(
                    "(?i)\\s*(?:the\\s+|number\\s+|no\\.?\\s*|option\\s+)?(?:([123])|(first|second|third))"
                            + "(?:\\s+(?:one|reading|option))?[.!)]?\\s*");

    private static final String DOUBLED =
            "This would look into another table by a column that has the same value in several rows, so"
                    + " rows would be counted more than once; ask one table at a time.";

    /// A question in its conversation.
    ///
    /// @param earlier what is kept beside the answers before, the latest last
    /// @param answerId the message that will be the answer; empty where nothing is kept
    record Question(String text, List<String> earlier, OptionalLong answerId) {}

    private final QuestionPlanner planner;
    private final InstantSource clock;

    public PlannedAnswers(QuestionPlanner planner, InstantSource clock) {
        this.planner = planner;
        this.clock = clock;
    }

    /// @return the text of the answer; empty if the question is not about the data
    Optional<String> answer(Question question, OpenSource source, Finding finding)
            throws InterruptedException {
        TableChoice tables = new TableChoice(planner, source.factsFor(question.text()));
        Optional<Plan> chosen = choice(question);
        if (chosen.isPresent()) {
            return Optional.of(run(chosen.get(), tables, question, source, finding));
        }
        Reading reading = tables.read(question.text(), plans(question.earlier()), today());
        return switch (reading) {
            case Reading.Understood(Plan plan) ->
                    Optional.of(run(plan, tables, question, source, finding));
            case Reading.Ambiguous(List<Plan> plans) -> Optional.of(ask(plans, tables, finding));
            case Reading.Refused refused -> Optional.of(refuse(refused, finding));
            case Reading.Talk() -> Optional.empty();
        };
    }

    /// The same of a question that was understood to its last word, with one meaning.
    ///
    /// @return empty of any other
    Optional<String> answerIfUnderstood(Question question, OpenSource source, Finding finding)
            throws InterruptedException {
        TableChoice tables = new TableChoice(planner, source.factsFor(question.text()));
        Optional<Plan> chosen = choice(question);
        Optional<Plan> understood =
                chosen.isPresent()
                        ? chosen
                        : tables.read(question.text(), plans(question.earlier()), today())
                                        instanceof Reading.Understood(Plan plan)
                                ? Optional.of(plan)
                                : Optional.empty();
        if (understood.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(run(understood.get(), tables, question, source, finding));
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String run(
            Plan plan, TableChoice tables, Question question, OpenSource source, Finding finding)
            throws InterruptedException {
        for (Query doubling : plan.doublings(source.engine())) {
            if (!source.look(doubling).cells().isEmpty()) {
                return refuse(new Reading.Refused(DOUBLED, List.of()), finding);
            }
        }
        Asked asked = source.ask(plan.query(source.engine()), question.answerId());
        finding.found(asked);
        finding.note("plan", plan.toJson());
        finding.note("words", tables.words(plan));
        String text =
                plan.chart().isPresent()
                        ? SeriesAnswer.charted(
                                plan, plan.chart().get(), asked.rows(), source, finding)
                        : plan.tell(asked.rows()).text()
                                + SeriesAnswer.chartBeside(plan, asked.rows(), source, finding);
        return text + "\n\n*" + tables.words(plan) + "*";
    }

    private static String ask(List<Plan> plans, TableChoice tables, Finding finding) {
        finding.note("readings", plans.stream().map(Plan::toJson).toList());
        StringBuilder text = new StringBuilder("This can mean several things. Which one?\n");
        for (int i = 0; i < plans.size(); i++) {
            text.append("\n%d. %s".formatted(i + 1, tables.words(plans.get(i))));
        }
        return text.toString();
    }

    private static String refuse(Reading.Refused refused, Finding finding) {
        finding.note("refused", refused.reason());
        finding.note("suggestions", refused.suggestions());
        StringBuilder text = new StringBuilder(refused.reason());
        if (!refused.suggestions().isEmpty()) {
            text.append("\n\nYou can ask:\n");
            refused.suggestions().forEach(suggestion -> text.append("\n- ").append(suggestion));
        }
        return text.toString();
    }

    /// The plan that was chosen of those that the last answer offered.
    private Optional<Plan> choice(Question question) {
        Matcher matcher = CHOICE.matcher(question.text());
        if (!matcher.matches() || question.earlier().isEmpty()) {
            return Optional.empty();
        }
        int index =
                matcher.group(1) != null
                        ? Integer.parseInt(matcher.group(1)) - 1
                        : List.of("first", "second", "third")
                                .indexOf(matcher.group(2).toLowerCase(Locale.ROOT));
        JsonNode readings = analysis(question.earlier().getLast()).path("readings");
        return readings.size() > index
                ? planner.restore(readings.get(index).asString())
                : Optional.empty();
    }

    /// The plans of earlier answers, the latest last.
    private static List<String> plans(List<String> earlier) {
        return earlier.stream()
                .map(attributes -> analysis(attributes).path("plan").asString(""))
                .filter(plan -> !plan.isEmpty())
                .toList();
    }

    private static JsonNode analysis(String attributes) {
        return JsonMapper.shared().readTree(attributes).path("analysis");
    }
}
