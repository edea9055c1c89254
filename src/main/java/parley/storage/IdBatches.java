package parley.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import parley.storage.database.RowReader;
import parley.storage.database.Session;

/// Asks for the rows of many ids, some at a time: always as many, so that the statement is prepared
/// once.
final class IdBatches {
    private static final int AT_ONCE = 16;

    /// What stands for the ids in the statement.
    static final String PLACES = String.join(", ", Collections.nCopies(AT_ONCE, "?"));

    private IdBatches() {}

    /// @param sql with [#PLACES], before the other values
    static <T> List<T> all(
            Session session, String sql, RowReader<T> reader, List<?> ids, Object... others)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Object> values =
                    new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            while (values.size() < AT_ONCE) {
                values.add(values.getLast());
            }
            Collections.addAll(values, others);
            rows.addAll(session.all(sql, reader, values.toArray()));
        }
        return rows;
    }
}
