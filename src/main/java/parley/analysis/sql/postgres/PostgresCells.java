package parley.analysis.sql.postgres;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.ColumnType;

/// Cells of PostgreSQL as Java values.
final class PostgresCells {
    private PostgresCells() {}

    static @Nullable Object read(ResultSet row, int index, ColumnType type) throws SQLException {
        Object value =
                switch (type) {
                    case INTEGER -> row.getLong(index);
                    case DECIMAL -> decimal(row, index);
                    case BOOLEAN -> row.getBoolean(index);
                    case DATE -> row.getObject(index, LocalDate.class);
                    case TIMESTAMP -> timestamp(row, index);
                    case TIME -> row.getObject(index, LocalTime.class);
                    case TEXT, OTHER -> row.getString(index);
                };
        return row.wasNull() ? null : value;
    }

    private static @Nullable Object decimal(ResultSet row, int index) throws SQLException {
        String text = row.getString(index);
        if (text == null) {
            return null;
        }
        String type = row.getMetaData().getColumnTypeName(index);
        // A numeric can be NaN or Infinity as well; a BigDecimal cannot.
        boolean exact = type.equals("numeric") && Character.isDigit(text.charAt(text.length() - 1));
        return exact ? new BigDecimal(text) : Double.valueOf(text);
    }

    private static @Nullable Object timestamp(ResultSet row, int index) throws SQLException {
        if (!row.getMetaData().getColumnTypeName(index).equals("timestamptz")) {
            return row.getObject(index, LocalDateTime.class);
        }
        OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
