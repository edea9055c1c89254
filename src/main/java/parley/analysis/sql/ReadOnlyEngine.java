package parley.analysis.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What differs from engine to engine, for one database. Everything here is called on one thread at
/// a time for each connection.
public interface ReadOnlyEngine {
    Engine engine();

    /// Connects within about three seconds.
    ///
    /// @throws parley.error.AppException (400) if the place may not be reached
    Connection connect() throws SQLException;

    /// Starts a transaction that can only read and that the engine ends by itself when the time is
    /// over, and makes sure with a first query that it stays so.
    ///
    /// @throws parley.error.AppException (400) if the account may do more than read; the sentence
    ///   has the statements that would make one that may not
    void begin(Connection connection, Duration time) throws SQLException;

    List<Table> tables(Connection connection) throws SQLException;

    Column column(ResultSetMetaData columns, int index) throws SQLException;

    /// A cell as [ColumnType] has it.
    @Nullable Object cell(ResultSet row, int index, ColumnType type) throws SQLException;

    /// A parameter as the driver takes it.
    default Object parameter(Object value) {
        return value;
    }

    /// What is left to do when all rows are there.
    default Rows finish(Rows rows) {
        return rows;
    }

    Diagnosis diagnose(SQLException failure);

    /// What must not be in a log: password, user, host.
    List<String> secrets();
}
