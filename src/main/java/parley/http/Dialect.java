package parley.http;

import java.util.List;
import parley.error.AppException;

/// One API contract: its routes, and the shape of its errors.
public interface Dialect {
    /// The name under which turns remember it, for instance `chat`.
    String name();

    /// The beginnings of paths whose unknown members are answered in this dialect's error shape.
    /// The longest that matches wins over all dialects.
    List<String> prefixes();

    List<Route> routes();

    /// The body of an error answer, as something that becomes JSON.
    Object errorBody(AppException problem);
}
