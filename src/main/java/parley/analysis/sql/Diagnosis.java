package parley.analysis.sql;

import java.util.Optional;

/// A driver's exception, understood.
///
/// @param about the name or the word in the SQL that the database complains of
public record Diagnosis(Fault fault, Optional<String> about) {
    public static Diagnosis of(Fault fault) {
        return new Diagnosis(fault, Optional.empty());
    }
}
