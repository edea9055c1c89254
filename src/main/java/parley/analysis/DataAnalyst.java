package parley.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.analysis.sql.CheckedQuery;
import parley.analysis.sql.Query;
import parley.conversation.Assignment;
import parley.conversation.Background;
import parley.conversation.Message;
import parley.conversation.Specialist;
import parley.llm.Role;
import parley.llm.builtin.BuiltinProvider;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers what is asked in a conversation about a data source: with a model where one is
/// connected, by rules where none is.
public final class DataAnalyst implements Specialist {

    /// The contract that shows queries and charts beside the text.
    private static final String SHOWS_BESIDE = "xmr";

    /// How far back questions are looked at that this one may go on from.
    private static final int MESSAGES_BACK = 24;

    private final DataSources sources;
    private final PlannedAnswers planned;
    private final ModelAnalyst modelled = new ModelAnalyst();
    private final ChartPictures pictures;
    private final Background background;

    /// @param background what a model reads along with the data
    public DataAnalyst(
            DataSources sources,
            PlannedAnswers planned,
            ChartPictures pictures,
            Background background) {
        this.sources = sources;
        this.planned = planned;
        this.pictures = pictures;
        this.background = background;
    }

    @Override
    public boolean answer(Assignment turn) throws InterruptedException {
        return answer(turn, false);
    }

    /// Answers what is surely a question about the data: in a conversation that has nothing else,
    /// everything; else without a model only what was understood to the last word. A model decides
    /// itself what it answers from.
    public boolean answerIfSure(Assignment turn) throws InterruptedException {
        return answer(turn, background.isThere(turn));
    }

    private boolean answer(Assignment turn, boolean sure) throws InterruptedException {
        Optional<DataSource> source = source(turn);
        // Tools of the client's are between it and the model.
        if (source.isEmpty() || turn.request().options().tools().offered()) {
            return false;
        }
        return sources.with(source.get(), open -> answer(turn, open, sure));
    }

    private boolean answer(Assignment turn, OpenSource open, boolean sure)
            throws InterruptedException {
        Finding finding = new Finding();
        if (turn.model().provider().name().equals(BuiltinProvider.NAME)) {
            Optional<String> text =
                    sure
                            ? planned.answerIfUnderstood(question(turn), open, finding)
                            : planned.answer(question(turn), open, finding);
            if (text.isEmpty()) {
                return false;
            }
            sayOnce(turn, text.get());
        } else {
            modelled.answer(turn, open, finding, background.of(turn));
            finding.chartSeries();
            flagNumbers(turn, finding);
        }
        if (wantsProof(turn)) {
            prove(turn, open, finding);
        }
        keep(turn, finding);
        return true;
    }

    private static boolean wantsProof(Assignment turn) {
        String kept = turn.question().attributes();
        return JsonMapper.shared().readTree(kept).path("verify").asBoolean(false);
    }

    /// Works the limits of the chart out once more, where the data is.
    private static void prove(Assignment turn, OpenSource open, Finding finding)
            throws InterruptedException {
        Optional<Charted> chart = finding.chart();
        Optional<Asked> series = finding.shown();
        if (chart.isPresent() && series.isPresent()) {
            CheckedQuery query = series.get().query();
            finding.verified(
                    LimitsProof.of(
                            chart.get(),
                            new Query(query.sql(), query.parameters()),
                            open,
                            OptionalLong.of(turn.answerId())));
        }
    }

    private static PlannedAnswers.Question question(Assignment turn) {
        List<String> earlier =
                turn.before(MESSAGES_BACK).stream()
                        .filter(message -> message.role() == Role.ASSISTANT)
                        .map(Message::attributes)
                        .toList();
        return new PlannedAnswers.Question(
                turn.question().content(), earlier, OptionalLong.of(turn.answerId()));
    }

    private Optional<DataSource> source(Assignment turn) {
        OptionalLong id = turn.conversation().dataSourceId();
        return id.isPresent()
                ? sources.find(turn.conversation().accountId(), id.getAsLong())
                : Optional.empty();
    }

    /// Numbers that a model says and no query brought are not hidden: they are named.
    private static void flagNumbers(Assignment turn, Finding finding) {
        List<String> unknown = finding.unknownNumbers(turn.question().content());
        if (!unknown.isEmpty()) {
            finding.note("unverified", unknown);
            turn.say(
                    "\n\n> ⚠ Not in the results of the queries: %s."
                            .formatted(String.join(", ", unknown)));
        }
    }

    private void keep(Assignment turn, Finding finding) {
        long accountId = turn.conversation().accountId();
        ObjectNode attributes =
                finding.attributes(
                        (chart, data) -> pictures.add(chart, data, accountId, turn.answerId()));
        turn.keep(attributes.toString());
        if (!turn.request().contract().equals(SHOWS_BESIDE)) {
            sayWhatOthersShowBeside(turn, finding, attributes);
        }
    }

    private void sayWhatOthersShowBeside(Assignment turn, Finding finding, ObjectNode attributes) {
        if (attributes.path("chartData") instanceof ObjectNode chart) {
            pictures.markdown(chart).ifPresent(picture -> turn.say("\n\n" + picture));
        }
        finding.shown().ifPresent(asked -> turn.say("\n\n```sql\n" + asked.sql() + "\n```"));
    }

    /// An answer by rules is the same each time: one that was interrupted goes on where it ended.
    private static void sayOnce(Assignment turn, String text) {
        String before = turn.saidBefore();
        turn.say(text.startsWith(before) ? text.substring(before.length()) : "\n\n" + text);
    }
}
