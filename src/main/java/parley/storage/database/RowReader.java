package parley.storage.database;

import java.sql.SQLException;

/// Turns a row into a value, taking its columns from left to right.
@FunctionalInterface
public interface RowReader<T> {
    T read(Row row) throws SQLException;
}
