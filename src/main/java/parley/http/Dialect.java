package parley.http;

import java.util.List;
import java.util.Map;
import parley.error.AppException;

/// One API contract: its routes, and the shape of its errors.
public interface Dialect {
    /// The name under which turns remember it, for instance `chat`.
    String name();

    /// The beginnings of paths whose unknown members are answered in this dialect's error shape.
    /// The longest that matches wins over all dialects.
    List<String> prefixes();

    List<Route> routes();

    /// The headers in which its clients look for what they have left.
    default RateHeaders.Family rateHeaders() {
        return RateHeaders.Family.GENERAL;
    }

    /// The body of an error answer, as something that becomes JSON.
    Object errorBody(AppException problem);

    /// Headers that this dialect's clients look for on an error answer, beside those of every
    /// dialect.
    ///
    /// @param requestId the id of the request
    default Map<String, String> errorHeaders(AppException problem, String requestId) {
        return Map.of();
    }
}
