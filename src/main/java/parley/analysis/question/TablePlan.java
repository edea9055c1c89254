package parley.analysis.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;
import parley.analysis.xmr.RuleProfile;
import parley.analysis.xmr.XmrOptions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A plan over one table.
record TablePlan(Ask ask) implements Plan {
    @Override
    public String words() {
        return AskWords.of(ask);
    }

    @Override
    public Query query(Engine engine) {
        return AskSql.of(ask, engine);
    }

    @Override
    public Optional<Query> days(Engine engine, LocalDate from, LocalDate until) {
        return ask.keys().isEmpty() || !ask.keys().getFirst().isTime()
                ? Optional.empty()
                : Optional.of(AskSql.days(ask, engine, from, until));
    }

    @Override
    public int joins() {
        return FromSql.used(ask).size();
    }

    @Override
    public List<Query> doublings(Engine engine) {
        EngineSql sql = new EngineSql(engine);
        return FromSql.used(ask).stream().map(join -> FromSql.doubling(join, sql)).toList();
    }

    @Override
    public Optional<ChartWish> chart() {
        if (ask.kind() != Ask.Kind.SERIES) {
            return Optional.empty();
        }
        Key key = ask.keys().getFirst();
        String value =
                ask.measures().isEmpty()
                        ? ask.columns().getFirst().name()
                        : ask.measures().stream()
                                .map(Measure::label)
                                .collect(Collectors.joining(", "));
        Ask.ChartAsk chart = ask.chart();
        return Optional.of(
                new ChartWish(
                        value,
                        key.label(),
                        options(chart),
                        chart.lockFirst(),
                        chart.splitAt(),
                        Optional.of(chart.since()).filter(day -> !day.isEmpty()),
                        key.bucket().map(Bucket::noun)));
    }

    private static XmrOptions options(Ask.ChartAsk chart) {
        XmrOptions start = XmrOptions.DEFAULT;
        RuleProfile profile =
                RuleProfile.valueOf(chart.profile().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new XmrOptions(
                start.constants(),
                profile,
                chart.median() ? XmrOptions.Centre.MEDIAN : start.centre(),
                chart.median() ? XmrOptions.Dispersion.MEDIAN_RANGE : start.dispersion(),
                start.slope(),
                start.gaps(),
                start.baseline(),
                List.of(),
                start.season(),
                start.screened(),
                start.lowerSpecification(),
                start.upperSpecification());
    }

    @Override
    public Told tell(Rows rows) {
        return Teller.tell(ask, rows);
    }

    @Override
    public String toJson() {
        return JsonMapper.shared().writeValueAsString(ask);
    }

    /// Reads a plan back; empty where it is none of ours.
    static Optional<Ask> fromJson(String json) {
        try {
            return Optional.of(JsonMapper.shared().readValue(json, Ask.class));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
