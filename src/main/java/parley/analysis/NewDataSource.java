package parley.analysis;

import java.util.Optional;
import java.util.OptionalLong;

/// What is needed to make a data source; see [DataSource].
public record NewDataSource(
        long accountId,
        String name,
        SourceType type,
        Optional<String> connection,
        Optional<String> csvFileName,
        Optional<String> csvTableName,
        OptionalLong size,
        Optional<String> profile,
        Optional<String> problem) {
    /// Without the connection, which is a secret even when it is sealed.
    @Override
    public String toString() {
        return "NewDataSource[accountId=%d, type=%s]".formatted(accountId, type);
    }
}
