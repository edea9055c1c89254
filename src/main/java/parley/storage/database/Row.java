package parley.storage.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One row of a result. Every call takes the next column, so a record is read by naming the types
/// of its parts in the order of the columns.
public final class Row {
    private final ResultSet results;
    private int column;

    Row(ResultSet results) {
        this.results = results;
    }

    public long number() throws SQLException {
        return results.getLong(++column);
    }

    public int smallNumber() throws SQLException {
        return results.getInt(++column);
    }

    public boolean flag() throws SQLException {
        return number() != 0;
    }

    public Instant instant() throws SQLException {
        return Times.instant(number());
    }

    public String text() throws SQLException {
        @Nullable String text = results.getString(++column);
        if (text == null) {
            throw new SQLException("Column " + column + " is null where a text must be.");
        }
        return text;
    }

    public byte[] bytes() throws SQLException {
        byte @Nullable [] bytes = results.getBytes(++column);
        if (bytes == null) {
            throw new SQLException("Column " + column + " is null where bytes must be.");
        }
        return bytes;
    }

    public OptionalLong optionalNumber() throws SQLException {
        long number = number();
        return results.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    public Optional<Instant> optionalInstant() throws SQLException {
        long number = number();
        return results.wasNull() ? Optional.empty() : Optional.of(Times.instant(number));
    }

    public Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(results.getString(++column));
    }

    /// The next column as whatever the database calls it: a number, a text, bytes, or nothing.
    public @Nullable Object value() throws SQLException {
        return results.getObject(++column);
    }
}
