package parley.analysis.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Column;

/// Days from one on and before another.
///
/// @param from empty for no beginning
/// @param until empty for no end
/// @param said how it was understood
/// @param since whether only its beginning was named
record Period(Optional<LocalDate> from, Optional<LocalDate> until, String said, boolean since) {
    Condition on(Column column) {
        return new Condition(
                column,
                Condition.Test.DURING,
                List.of(
                        from.map(LocalDate::toString).orElse(""),
                        until.map(LocalDate::toString).orElse("")),
                said);
    }

    /// Both as one, if one ends where the other begins.
    Optional<Period> joined(Period other) {
        if (until.isPresent() && until.equals(other.from)) {
            return Optional.of(new Period(from, other.until, both(other), false));
        }
        return from.isPresent() && from.equals(other.until)
                ? Optional.of(new Period(other.from, until, both(other), false))
                : Optional.empty();
    }

    private String both(Period other) {
        return said + " or " + other.said;
    }
}
