package parley.analysis;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Data of one account that can be asked.
///
/// @param connection the connection string, sealed; empty for a file
/// @param csvFileName the name of the file as it was uploaded: data, never a path
/// @param csvTableName the table that holds the file's rows
/// @param size the file's bytes
/// @param profile what was found out about the file, as JSON
/// @param problem why it could not be reached when it was last tried; empty if it could
public record DataSource(
        long id,
        long accountId,
        String name,
        SourceType type,
        Optional<String> connection,
        Optional<String> csvFileName,
        Optional<String> csvTableName,
        OptionalLong size,
        Optional<String> profile,
        Optional<String> problem,
        Instant createdAt) {
    /// Without the connection, which is a secret even when it is sealed.
    @Override
    public String toString() {
        return "DataSource[id=%d, accountId=%d, type=%s]".formatted(id, accountId, type);
    }
}
