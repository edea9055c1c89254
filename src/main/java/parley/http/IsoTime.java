package parley.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads times as people and programs write them in addresses.
final class IsoTime {
    // A space before the offset is a plus sign that was not encoded: in an address it means a
    // space.
    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9]{4}-[0-9]{2}-[0-9]{2})"
                            + "(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)"
                            + "(Z|[+ -][0-9]{2}(?::?[0-9]{2})?)?)?");

    private IsoTime() {}

    static Optional<Instant> parse(String text) {
        Matcher parts = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalTime time =
                    parts.group(2) == null ? LocalTime.MIN : LocalTime.parse(parts.group(2));
            ZoneOffset offset =
                    parts.group(3) == null
                            ? ZoneOffset.UTC
                            : ZoneOffset.of(parts.group(3).replace(' ', '+'));
            return Optional.of(LocalDate.parse(parts.group(1)).atTime(time).toInstant(offset));
        } catch (DateTimeException e) {
            // The form is right and the value is not, for instance the 30th of February.
            return Optional.empty();
        }
    }
}
