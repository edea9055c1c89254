package parley.analysis;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.analysis.question.ChartWish;
import parley.analysis.question.Plan;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;
import parley.error.AppException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The last point of a chart, where points stand for weeks, months, quarters or years: it is
/// misleading while its time is not over. It is not over if the data ends before it does, and it
/// has fewer days with data than the one before. (Data of the first of each month is whole,
/// although it ends on the first.)
final class LastBucket {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OpenSource source;
    private final String table;
    private final String column;

    private LastBucket(OpenSource source, String table, String column) {
        this.source = source;
        this.table = table;
        this.column = column;
    }

    /// The rows without an unfinished last one.
    ///
    /// @param excluded the first day of the one that was left out; empty if none was
    record Finished(Rows rows, String excluded) {}

    static Finished of(Plan plan, ChartWish wish, Rows rows, OpenSource source)
            throws InterruptedException {
        Finished all = new Finished(rows, "");
        if (rows.cells().size() < 3 || wish.bucket().isEmpty() || rows.truncated()) {
            return all;
        }
        Optional<LocalDate> start = day(rows.cells().getLast().getFirst());
        Optional<LocalDate> end = start.flatMap(day -> after(day, wish.bucket().get(), 1));
        if (end.isEmpty()) {
            return all;
        }
        JsonNode ask = JSON.readTree(plan.toJson());
        String name = ask.path("keys").path(0).path("column").path("name").asString("");
        LocalDate before = after(start.get(), wish.bucket().get(), -1).orElseThrow();
        LastBucket last = new LastBucket(source, table(ask, source.engine()), name);
        return !name.isEmpty() && last.isUnfinished(before, start.get(), end.get())
                ? new Finished(withoutLast(rows), start.get().toString())
                : all;
    }

    private boolean isUnfinished(LocalDate before, LocalDate start, LocalDate end)
            throws InterruptedException {
        try {
            List<@Nullable Object> last = days(start, end);
            Optional<LocalDate> newest = day(last.getLast());
            return newest.isPresent()
                    && newest.get().isBefore(end.minusDays(1))
                    && number(last.getFirst()) < number(days(before, start).getFirst());
        } catch (AppException e) {
            // Without an answer nothing is left out.
            return false;
        }
    }

    /// How many days have data in a stretch of time, and the newest moment in it.
    private List<@Nullable Object> days(LocalDate from, LocalDate to) throws InterruptedException {
        String name = Names.quoted(column, source.engine());
        String day =
                source.engine() == Engine.SQLITE
                        ? "DATE(" + name + ")"
                        : "CAST(" + name + " AS DATE)";
        Query query =
                new Query(
                        "SELECT COUNT(DISTINCT %1$s), MAX(%2$s) FROM %3$s WHERE %2$s >= ? AND %2$s < ?"
                                .formatted(day, name, table),
                        List.of(from, to));
        return source.look(query).cells().getFirst();
    }

    private static String table(JsonNode ask, Engine engine) {
        String name = Names.quoted(ask.path("source").path("name").asString(""), engine);
        String schema = ask.path("source").path("schema").asString("");
        return schema.isEmpty() ? name : Names.quoted(schema, engine) + "." + name;
    }

    private static Optional<LocalDate> after(LocalDate day, String bucket, int count) {
        return switch (bucket) {
            case "week" -> Optional.of(day.plusWeeks(count));
            case "month" -> Optional.of(day.plusMonths(count));
            case "quarter" -> Optional.of(day.plusMonths(3L * count));
            case "year" -> Optional.of(day.plusYears(count));
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate> day(@Nullable Object cell) {
        return cell == null
                ? Optional.empty()
                : ChartPoints.time(cell).map(LocalDateTime::toLocalDate);
    }

    private static long number(@Nullable Object cell) {
        return cell instanceof Number number ? number.longValue() : 0;
    }

    private static Rows withoutLast(Rows rows) {
        return new Rows(
                rows.columns(),
                rows.cells().subList(0, rows.cells().size() - 1),
                rows.truncated(),
                rows.took());
    }
}
