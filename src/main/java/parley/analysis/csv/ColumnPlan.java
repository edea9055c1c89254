package parley.analysis.csv;

import java.util.List;
import java.util.Optional;

/// What a column was found to be.
///
/// @param mark before the decimals
/// @param dayFirst whether `1/2/2024` is in February
/// @param form how the cells are written, for people
/// @param remarks what its owner should know of how it is read, a sentence each
record ColumnPlan(
        CellKind kind, char mark, boolean dayFirst, Optional<String> form, List<String> remarks) {
    ColumnPlan {
        remarks = List.copyOf(remarks);
    }
}
