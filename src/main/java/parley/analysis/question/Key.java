package parley.analysis.question;

import java.util.Optional;
import parley.analysis.sql.Column;

/// What rows are grouped by.
///
/// @param bucket the stretch of time, for a column of times; empty for single values
/// @param cycle the part of time that comes again, instead of a stretch
record Key(Column column, Optional<Bucket> bucket, Optional<Cycle> cycle) {
    Key(Column column, Optional<Bucket> bucket) {
        this(column, bucket, Optional.empty());
    }

    static Key of(Column column) {
        return new Key(column, Optional.empty());
    }

    static Key of(Column column, Cycle cycle) {
        return new Key(column, Optional.empty(), Optional.of(cycle));
    }

    /// Whether groups follow each other in time.
    boolean isTime() {
        return column.type().isTemporal() && cycle.isEmpty();
    }

    /// How it is called as a column of the result.
    String label() {
        return bucket.map(Bucket::noun).or(() -> cycle.map(Cycle::noun)).orElse(column.name());
    }
}
