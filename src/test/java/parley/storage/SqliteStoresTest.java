package parley.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import parley.storage.database.Database;
import parley.storage.database.Row;
import parley.storage.sqlite.SqliteDatabase;

/// All contracts of stores, on SQLite.
final class SqliteStoresTest {
    private static Database openSqlite(Path home) {
        return SqliteDatabase.open(home.resolve("parley.db"));
    }

    @Nested
    final class Accounts extends AccountStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Transfers extends ConversationTransferContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Wishes extends TurnWishContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Ledger extends LedgerStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class DataSources extends DataSourceStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Browsing extends BrowsingStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Prompts extends PromptStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Documents extends DocumentStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Images extends ImageStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Conversations extends ConversationStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Lists extends ConversationListContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Turns extends TurnStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Keys extends TurnKeyContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Replies extends ReplyStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class AbandonedTurns extends AbandonedTurnContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Texts extends TextContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }
    }

    @Nested
    final class Plans extends QueryPlanContract {
        @Override
        Database openEmpty(Path home) {
            return openSqlite(home);
        }

        @Override
        List<String> plan(String sql, @Nullable Object... values) {
            return database()
                    .read(session ->
                            session.all("EXPLAIN QUERY PLAN " + sql, this::detail, values));
        }

        /// An unfinished turn or reply is in a small index of its own; a page is what was found
        /// already.
        @Override
        boolean readsAll(String line) {
            return line.startsWith("SCAN")
                    && !line.equals("SCAN page")
                    && !line.matches(
                            ".* USING INDEX (?:reply_unfinished|message_unfinished(?:_of_conversation)?)");
        }

        private String detail(Row row) throws SQLException {
            row.number();
            row.number();
            row.number();
            return row.text();
        }
    }
}
