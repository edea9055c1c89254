package parley.analysis.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;
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
    public Optional<Query> span(Engine engine) {
        return ask.keys().isEmpty() || !ask.keys().getFirst().isTime()
                ? Optional.empty()
                : Optional.of(AskSql.span(ask, engine));
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
        return ask.kind() == Ask.Kind.SERIES ? Optional.of(SeriesWish.of(ask)) : Optional.empty();
    }

    @Override
    public Optional<ChartWish> chartBeside() {
        return SeriesWish.isSeries(ask) ? Optional.of(SeriesWish.of(ask)) : Optional.empty();
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
