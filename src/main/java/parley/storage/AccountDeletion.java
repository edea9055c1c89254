package parley.storage;

import java.sql.SQLException;
import java.util.List;
import parley.account.AccountContents;
import parley.storage.database.Database;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Deletes an account with all that is its own, in small transactions, so that others are served in
/// between. What is interrupted is finished when it is begun again: the account itself goes last.
final class AccountDeletion {
    private static final String COUNT =
            """
            SELECT
                (SELECT count(*) FROM conversation WHERE account_id = a.id),
                (SELECT count(*) FROM document WHERE account_id = a.id),
                (SELECT count(*) FROM image WHERE account_id = a.id),
                (SELECT count(*) FROM data_source WHERE account_id = a.id),
                (SELECT count(*) FROM token WHERE account_id = a.id AND revoked_at IS NULL)
            FROM account AS a WHERE a.id = ?
            """;

    /// Where something belongs to an account, tokens first: nobody comes in any more. What belongs
    /// to one of these rows goes with it.
    private static final List<Owned> OWNED =
            List.of(
                    new Owned("token", "id", 500),
                    new Owned("conversation", "id", 20),
                    new Owned("chart", "filename", 500),
                    new Owned("document", "id", 4),
                    new Owned("image_task", "id", 100),
                    new Owned("image", "id", 4),
                    new Owned("data_query", "id", 500),
                    new Owned("data_source", "id", 1),
                    new Owned("prompt", "id", 500),
                    new Owned("prompt_template_use", "template_id", 500),
                    new Owned("import_origin", "origin", 500),
                    new Owned("idempotency_key", "client_key", 500),
                    new Owned("reply", "client_key", 20),
                    new Owned("usage_entry", "id", 500));

    private static final String IS_LEFT =
            String.join(
                    " OR ",
                    OWNED.stream()
                            .map(owned ->
                                    "EXISTS (SELECT 1 FROM %s WHERE account_id = a.id)"
                                            .formatted(owned.table))
                            .toList());

    /// Only when nothing is left of it: a server may have written once more.
    private static final String DELETE =
            "DELETE FROM account AS a WHERE a.id = ? AND NOT (%s)".formatted(IS_LEFT);

    private static final String EXISTS = "SELECT id FROM account WHERE id = ?";

    private final Database database;

    AccountDeletion(Database database) {
        this.database = database;
    }

    /// @param key what tells the rows of one account apart, or some of them
    /// @param some how many of the keys one transaction deletes
    private record Owned(String table, String key, int some) {
        String deleteSome() {
            return """
            DELETE FROM %1$s WHERE account_id = ? AND %2$s IN (
                SELECT %2$s FROM %1$s WHERE account_id = ? LIMIT %3$d)
            """
                    .formatted(table, key, some);
        }
    }

    AccountContents contents(long accountId) {
        return database.read(session -> session.first(COUNT, AccountDeletion::contents, accountId))
                .orElse(new AccountContents(0, 0, 0, 0, 0));
    }

    void delete(long accountId) {
        do {
            OWNED.forEach(owned -> deleteAll(owned, accountId));
        } while (!database.write(session -> deleteAccount(session, accountId)));
    }

    private void deleteAll(Owned owned, long accountId) {
        String sql = owned.deleteSome();
        int deleted;
        do {
            deleted = database.write(session -> session.update(sql, accountId, accountId));
        } while (deleted > 0);
    }

    /// @return whether it is gone
    private static boolean deleteAccount(Session session, long accountId) throws SQLException {
        session.update(DELETE, accountId);
        return session.first(EXISTS, Row::number, accountId).isEmpty();
    }

    private static AccountContents contents(Row row) throws SQLException {
        return new AccountContents(
                row.number(), row.number(), row.number(), row.number(), row.number());
    }
}
