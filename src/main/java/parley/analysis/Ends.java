package parley.analysis;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.analysis.question.ChartWish;
import parley.analysis.question.Plan;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;
import parley.error.AppException;

/// The first and the last point of a chart, where points stand for weeks, months, quarters or
/// years: one is misleading if the data begins after its time did, or ends before it is over. It is
/// taken for unfinished if it also has fewer days with data than its neighbour. (Data of the first
/// of each month is whole, although it ends on the first.)
final class Ends {
    private final Plan plan;
    private final OpenSource source;
    private final String bucket;

    private Ends(Plan plan, OpenSource source, String bucket) {
        this.plan = plan;
        this.source = source;
        this.bucket = bucket;
    }

    /// The rows without an unfinished first and last one.
    ///
    /// @param first the first day of the one that was left out at the beginning; empty if none was
    /// @param last of the one at the end
    record Whole(Rows rows, String first, String last) {
        /// Both, for people; empty if none was left out.
        String leftOut() {
            return first.isEmpty() || last.isEmpty() ? first + last : first + " and " + last;
        }
    }

    static Whole of(Plan plan, ChartWish wish, Rows rows, OpenSource source)
            throws InterruptedException {
        Whole all = new Whole(rows, "", "");
        if (rows.cells().size() < 3 || wish.bucket().isEmpty() || rows.truncated()) {
            return all;
        }
        Ends ends = new Ends(plan, source, wish.bucket().get());
        Whole begun = ends.withoutFirst(all);
        return begun.rows().cells().size() < 3 ? begun : ends.withoutLast(begun);
    }

    private Whole withoutFirst(Whole whole) throws InterruptedException {
        Optional<LocalDate> start = day(whole.rows().cells().getFirst().getFirst());
        Optional<LocalDate> next = start.flatMap(day -> after(day, 1));
        boolean late = next.isPresent() && isUnfinished(start.get(), next.get(), next.get(), false);
        return late
                ? new Whole(part(whole.rows(), 1, 0), start.get().toString(), whole.last())
                : whole;
    }

    private Whole withoutLast(Whole whole) throws InterruptedException {
        Optional<LocalDate> start = day(whole.rows().cells().getLast().getFirst());
        Optional<LocalDate> before = start.flatMap(day -> after(day, -1));
        Optional<LocalDate> end = start.flatMap(day -> after(day, 1));
        boolean early =
                before.isPresent()
                        && end.isPresent()
                        && isUnfinished(start.get(), end.get(), before.get(), true);
        return early
                ? new Whole(part(whole.rows(), 0, 1), whole.first(), start.get().toString())
                : whole;
    }

    /// @param beside where the neighbour begins
    private boolean isUnfinished(LocalDate start, LocalDate end, LocalDate beside, boolean last)
            throws InterruptedException {
        try {
            List<@Nullable Object> here = days(start, end);
            Optional<LocalDate> edge = day(here.get(last ? 2 : 1));
            boolean open =
                    edge.filter(day ->
                                    last
                                            ? day.isBefore(end.minusDays(1))
                                            : day.isAfter(start.plusDays(slack())))
                            .isPresent();
            return open
                    && number(here.getFirst())
                            < number(days(beside, after(beside, 1).orElse(beside)).getFirst());
        } catch (AppException e) {
            // Without an answer nothing is left out.
            return false;
        }
    }

    /// A month may begin with a weekend and a holiday; a week begins on Monday.
    private int slack() {
        return bucket.equals("week") ? 0 : 3;
    }

    /// How many days have data in a stretch of time, and the first and last of them.
    private List<@Nullable Object> days(LocalDate from, LocalDate until)
            throws InterruptedException {
        Optional<Query> query = plan.days(source.engine(), from, until);
        return query.isEmpty()
                ? java.util.Arrays.<@Nullable Object>asList(0L, null, null)
                : source.look(query.get()).cells().getFirst();
    }

    private Optional<LocalDate> after(LocalDate day, int count) {
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

    private static Rows part(Rows rows, int atStart, int atEnd) {
        return new Rows(
                rows.columns(),
                new ArrayList<>(rows.cells().subList(atStart, rows.cells().size() - atEnd)),
                rows.truncated(),
                rows.took());
    }
}
