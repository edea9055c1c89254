package parley.analysis.question;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Chooses the unit of time that gives a readable number of points.
final class Buckets {
    private Buckets() {}

    static Bucket of(ColumnFacts time) {
        Optional<LocalDate> first = Scanner.day(time.least());
        Optional<LocalDate> last = Scanner.day(time.greatest());
        long days =
                first.isPresent() && last.isPresent()
                        ? ChronoUnit.DAYS.between(first.get(), last.get()) + 1
                        : 0;
        // As many as some sixty points, and not fewer than there is data for.
        if (days <= 3 && time.column().type() == parley.analysis.sql.ColumnType.TIMESTAMP) {
            return Bucket.HOUR;
        }
        if (days <= 92 && time.distinct() >= days / 2) {
            return Bucket.DAY;
        }
        if (days <= 800 && time.distinct() >= days / 10) {
            return Bucket.WEEK;
        }
        return days <= 30 * 365 ? Bucket.MONTH : Bucket.YEAR;
    }
}
