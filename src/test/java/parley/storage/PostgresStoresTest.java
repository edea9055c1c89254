package parley.storage;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import parley.storage.database.Database;
import parley.storage.database.Row;

/// All contracts of stores, on PostgreSQL.
final class PostgresStoresTest {
    private static Database openPostgres(Path home) {
        return OpenStores.openDatabase(TestPostgres.emptyDatabase(), home);
    }

    @Nested
    final class Accounts extends AccountStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Transfers extends ConversationTransferContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Wishes extends TurnWishContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Ledger extends LedgerStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class DataSources extends DataSourceStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Browsing extends BrowsingStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Prompts extends PromptStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Documents extends DocumentStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Images extends ImageStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Conversations extends ConversationStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Lists extends ConversationListContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Turns extends TurnStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Keys extends TurnKeyContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Replies extends ReplyStoreContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class AbandonedTurns extends AbandonedTurnContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Texts extends TextContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }
    }

    @Nested
    final class Plans extends QueryPlanContract {
        @Override
        Database openEmpty(Path home) {
            return openPostgres(home);
        }

        /// Tables of a test are so small that PostgreSQL would rather read them whole; here it does
        /// so only where no index helps.
        @Override
        List<String> plan(String sql, @Nullable Object... values) {
            return database()
                    .write(session -> {
                        session.script("SET LOCAL enable_seqscan = off");
                        return session.all("EXPLAIN " + sql, Row::text, values);
                    });
        }

        @Override
        boolean readsAll(String line) {
            return line.contains("Seq Scan");
        }
    }
}
