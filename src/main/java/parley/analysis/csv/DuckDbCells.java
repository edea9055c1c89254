package parley.analysis.csv;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.ColumnType;

/// Cells of DuckDB as the classes that [ColumnType] promises.
final class DuckDbCells {
    private DuckDbCells() {}

    static @Nullable Object read(ResultSet row, int index, ColumnType type) throws SQLException {
        Object value = row.getObject(index);
        if (value == null) {
            return null;
        }
        return switch (type) {
            case INTEGER -> integer(value);
            case DECIMAL -> value instanceof Float number ? (Object) number.doubleValue() : value;
            case TEXT, BOOLEAN, DATE, TIME -> value;
            case TIMESTAMP ->
                    // A Timestamp has the time zone of this Java, in which some times do not exist.
                    value instanceof OffsetDateTime time
                            ? time.toInstant()
                            : row.getObject(index, LocalDateTime.class);
            case OTHER -> value.toString();
        };
    }

    private static Object integer(Object value) {
        return switch (value) {
            case BigInteger large when large.bitLength() > 63 -> new BigDecimal(large);
            case Number number -> number.longValue();
            default -> value.toString();
        };
    }
}
