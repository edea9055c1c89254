package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import parley.account.OwnAccountStore;
import parley.account.OwnToken;
import parley.storage.database.Database;
import parley.storage.database.Row;

/// What accounts keep of themselves, in SQL.
final class SqlOwnAccountStore implements OwnAccountStore {
    private static final String COLUMNS = "id, name, preview, created_at, last_used_at";

    private static final String TOKENS =
            "SELECT %s FROM token WHERE account_id = ? AND revoked_at IS NULL ORDER BY id"
                    .formatted(COLUMNS);

    private static final String CREATE =
            """
            INSERT INTO token (account_id, name, hash, preview, created_at)
            VALUES (?, ?, ?, ?, ?)
            RETURNING %s
            """
                    .formatted(COLUMNS);

    private static final String REVOKE =
            """
            UPDATE token SET revoked_at = ?
            WHERE id = ? AND account_id = ? AND revoked_at IS NULL
            """;

    /// Changes nothing, and keeps others from changing it until the transaction ends.
    private static final String LOCK =
            "UPDATE account SET preferences = preferences WHERE id = ? RETURNING preferences";

    private final Database database;

    SqlOwnAccountStore(Database database) {
        this.database = database;
    }

    @Override
    public List<OwnToken> tokens(long accountId) {
        return database.read(session -> session.all(TOKENS, SqlOwnAccountStore::token, accountId));
    }

    @Override
    public OwnToken createToken(
            long accountId, String name, byte[] hash, String preview, Instant now) {
        return database.write(session ->
                session.one(
                        CREATE, SqlOwnAccountStore::token, accountId, name, hash, preview, now));
    }

    @Override
    public OptionalLong findToken(byte[] hash) {
        return database
                .read(session ->
                        session.first(
                                "SELECT id FROM token WHERE hash = ? AND revoked_at IS NULL",
                                Row::number,
                                hash))
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public boolean revokeToken(long accountId, long tokenId, Instant now) {
        return database.write(session -> session.update(REVOKE, now, tokenId, accountId) > 0);
    }

    @Override
    public void noteUse(byte[] hash, Instant now) {
        database.write(session ->
                session.update("UPDATE token SET last_used_at = ? WHERE hash = ?", now, hash));
    }

    @Override
    public Optional<String> preferences(long accountId) {
        return database.read(session ->
                        session.first(
                                "SELECT preferences FROM account WHERE id = ?",
                                Row::optionalText,
                                accountId))
                .flatMap(Function.identity());
    }

    @Override
    public String changePreferences(long accountId, Function<Optional<String>, String> change) {
        return database.write(session -> {
            Optional<String> old = session.one(LOCK, Row::optionalText, accountId);
            String changed = change.apply(old);
            session.update("UPDATE account SET preferences = ? WHERE id = ?", changed, accountId);
            return changed;
        });
    }

    private static OwnToken token(Row row) throws SQLException {
        return new OwnToken(
                row.number(), row.text(), row.text(), row.instant(), row.optionalInstant());
    }
}
