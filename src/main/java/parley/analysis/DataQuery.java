package parley.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// A query that was run: who asked what, and what came of it.
///
/// @param messageId the answer it was run for
/// @param sql as it was run
/// @param outcome `ok`, or why there were no rows
/// @param rows how many there were
/// @param truncated whether there would have been more
public record DataQuery(
        long accountId,
        long dataSourceId,
        OptionalLong messageId,
        String sql,
        String outcome,
        int rows,
        boolean truncated,
        Duration duration,
        Instant at) {}
