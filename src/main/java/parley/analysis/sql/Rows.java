package parley.analysis.sql;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query brought.
///
/// @param cells row by row; [ColumnType] says of which classes
/// @param truncated whether there would have been more than the [Caps] allow
/// @param took how long the engine worked
public record Rows(
        List<Column> columns,
        List<List<@Nullable Object>> cells,
        boolean truncated,
        Duration took) {}
