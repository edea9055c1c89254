package parley.analysis.question;

import java.util.Optional;
import parley.analysis.sql.Column;

/// What rows are grouped by.
///
/// @param bucket the stretch of time, for a column of times; empty for single values
record Key(Column column, Optional<Bucket> bucket) {
    static Key of(Column column) {
        return new Key(column, Optional.empty());
    }

    /// How it is called as a column of the result.
    String label() {
        return bucket.map(Bucket::noun).orElse(column.name());
    }
}
