package parley.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// How long a limit counts before it begins anew: minutes, days and months of the calendar, UTC. A
/// window that begins and ends at known moments is what the headers can describe exactly, and what
/// the ledger can count again after a restart.
enum Period {
    MINUTE,
    DAY,
    MONTH;

    /// @param end the first moment that is no longer in it
    record Window(Instant start, Instant end) {
        Duration length() {
            return Duration.between(start, end);
        }

        /// What is left of it; never less than a millisecond.
        Duration rest(Instant now) {
            Duration rest = Duration.between(now, end);
            return rest.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : rest;
        }
    }

    /// The window that holds a moment.
    Window at(Instant now) {
        return switch (this) {
            case MINUTE -> from(now.truncatedTo(ChronoUnit.MINUTES), Duration.ofMinutes(1));
            case DAY -> from(now.truncatedTo(ChronoUnit.DAYS), Duration.ofDays(1));
            case MONTH -> {
                LocalDate first = now.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
                yield new Window(midnight(first), midnight(first.plusMonths(1)));
            }
        };
    }

    private static Window from(Instant start, Duration length) {
        return new Window(start, start.plus(length));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
