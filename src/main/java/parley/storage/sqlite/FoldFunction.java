package parley.storage.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import parley.conversation.FoldedText;

/// `fold_text(text)`: the text as searches compare it. SQLite's own `lower` knows ASCII alone.
final class FoldFunction extends Function {
    private static final String NAME = "fold_text";

    /// Makes the function known to a connection.
    static void add(Connection connection) throws SQLException {
        Function.create(connection, NAME, new FoldFunction(), 1, Function.FLAG_DETERMINISTIC);
    }

    @Override
    protected void xFunc() throws SQLException {
        @Nullable String text = value_text(0);
        if (text == null) {
            result();
        } else {
            result(FoldedText.fold(text));
        }
    }
}
