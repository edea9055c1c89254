package parley.analysis.question;

import java.util.Optional;

/// Another table, whose rows point to those of the table that is asked: orders, asked for
/// customers.
///
/// @param column its column that points here
/// @param key the column it points to
public record Child(Optional<String> schema, String name, String column, String key) {}
