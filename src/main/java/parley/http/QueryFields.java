package parley.http;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import parley.error.AppException;

/// Reads the parameters of an address, and says which is wrong and why. An empty parameter counts
/// as absent. Every method throws an [AppException] (400) that names the parameter.
public final class QueryFields {
    private final Exchange exchange;

    public QueryFields(Exchange exchange) {
        this.exchange = exchange;
    }

    public Optional<String> text(String name) {
        return exchange.query(name).filter(text -> !text.isEmpty());
    }

    /// A whole number between `least` and `most`, both included.
    public OptionalLong number(String name, long least, long most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        // Up to 18 digits always fit; Long.parseLong alone would also take other scripts' digits.
        if (text.get().matches("-?[0-9]{1,18}")) {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return OptionalLong.of(value);
            }
        }
        throw wrong(name, "a whole number from %d to %d".formatted(least, most), text.get());
    }

    /// As [#number], with a default.
    public int number(String name, int fallback, int least, int most) {
        return Math.toIntExact(number(name, least, most).orElse(fallback));
    }

    /// `true` or `false`.
    public Optional<Boolean> flag(String name) {
        return text(name)
                .map(text ->
                        switch (text.toLowerCase(Locale.ROOT)) {
                            case "true", "1" -> true;
                            case "false", "0" -> false;
                            default -> throw wrong(name, "true or false", text);
                        });
    }

    /// A date, or a date and time, in ISO 8601. Without a zone it is UTC; a date alone is its first
    /// moment.
    public Optional<Instant> time(String name) {
        return text(name)
                .map(text ->
                        IsoTime.parse(text)
                                .orElseThrow(() ->
                                        wrong(
                                                name,
                                                "a date such as 2026-03-01 or"
                                                        + " 2026-03-01T12:00:00Z",
                                                text)));
    }

    private static AppException wrong(String name, String expected, String found) {
        return AppException.invalid(
                name,
                "The parameter \"%s\" must be %s; it is \"%s\".".formatted(name, expected, found));
    }
}
