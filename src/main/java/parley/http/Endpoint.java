package parley.http;

import java.util.List;

/// A route and the dialect it belongs to.
///
/// @param parameters the names in its path, from left to right
record Endpoint(Dialect dialect, Route route, List<String> parameters) {}
