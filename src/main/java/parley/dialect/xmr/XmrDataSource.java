package parley.dialect.xmr;

import org.jspecify.annotations.Nullable;
import parley.analysis.DataSource;
import parley.dialect.Timestamps;

/// A data source as this contract shows it.
///
/// @param userId the account it belongs to
/// @param connectionString with its password only in the answer to its creation, masked later
/// @param reachable whether it could be reached when it was last tried
/// @param reason why it could not
record XmrDataSource(
        long id,
        long userId,
        String name,
        String type,
        @Nullable String connectionString,
        @Nullable String csvFileName,
        @Nullable String csvTableName,
        String createdAt,
        boolean reachable,
        @Nullable String reason) {
    static XmrDataSource of(DataSource source, @Nullable String connectionString) {
        return new XmrDataSource(
                source.id(),
                source.accountId(),
                source.name(),
                source.type().wireName(),
                connectionString,
                source.csvFileName().orElse(null),
                source.csvTableName().orElse(null),
                Timestamps.iso(source.createdAt()),
                source.problem().isEmpty(),
                source.problem().orElse(null));
    }
}
