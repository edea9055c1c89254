package parley.analysis.question;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Column;

/// What is known of a column before a question is read.
///
/// @param distinct how many values there are, at most about 10,000
/// @param values the most frequent texts of a text column, a few hundred at most; a question may
///   name them
/// @param least the least value; null where there is none, or no order
/// @param greatest the greatest value
public record ColumnFacts(
        Column column,
        long distinct,
        List<String> values,
        @Nullable Object least,
        @Nullable Object greatest) {}
