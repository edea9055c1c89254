package parley.dialect.parley;

import java.util.Optional;
import parley.error.AppException;
import parley.http.Exchange;

/// The number of the last event a client has heard.
final class EventNumber {
    private static final String QUERY = "after";
    private static final String HEADER = "Last-Event-ID";

    private EventNumber() {}

    /// From the header `Last-Event-ID`, which a browser sends when it listens again, else from the
    /// query's `after`; 0 if neither is there.
    ///
    /// @throws AppException (400) if one of them is no number, or negative
    static long lastHeard(Exchange exchange) {
        long after = exchange.query(QUERY).map(text -> parse(QUERY, text)).orElse(0L);
        Optional<String> header = exchange.header(HEADER).filter(text -> !text.isBlank());
        return header.map(text -> parse(HEADER, text)).orElse(after);
    }

    private static long parse(String name, String text) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one sentence that says what it must be.
        }
        throw AppException.invalid(
                name, "%s must be the number of an event: a whole number from 0.".formatted(name));
    }
}
