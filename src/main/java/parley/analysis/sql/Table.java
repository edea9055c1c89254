package parley.analysis.sql;

import java.util.List;
import java.util.Optional;

/// A table or view that may be asked.
///
/// @param schema the schema it is in; empty where the engine has none
public record Table(Optional<String> schema, String name, List<Column> columns) {
    public Table {
        columns = List.copyOf(columns);
    }
}
