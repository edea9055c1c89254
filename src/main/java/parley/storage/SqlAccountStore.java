package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import parley.account.Account;
import parley.account.AccountContents;
import parley.account.AccountStore;
import parley.account.TieredAccount;
import parley.account.Token;
import parley.storage.database.Database;
import parley.storage.database.Row;
import parley.storage.database.Session;
import parley.storage.database.StorableText;
import parley.storage.database.Times;

/// Accounts and tokens in SQL.
final class SqlAccountStore implements AccountStore {
    private final Database database;

    SqlAccountStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Account> findAccount(long id) {
        return database.read(session ->
                session.first(
                        "SELECT id, name, created_at FROM account WHERE id = ?",
                        SqlAccountStore::account,
                        id));
    }

    @Override
    public Optional<Account> findAccount(String name) {
        return database.read(session -> find(session, name));
    }

    @Override
    public Account createAccount(String name, Instant now) {
        return database.write(session -> create(session, name, now));
    }

    @Override
    public List<TieredAccount> listAccounts() {
        return database.read(session ->
                session.all(
                        "SELECT id, name, created_at, tier FROM account ORDER BY id",
                        row -> new TieredAccount(account(row), row.optionalText())));
    }

    @Override
    public Optional<String> findTier(long accountId) {
        return database.read(session ->
                        session.first(
                                "SELECT tier FROM account WHERE id = ?",
                                Row::optionalText,
                                accountId))
                .flatMap(Function.identity());
    }

    @Override
    public boolean setTier(String name, String tier) {
        return database.write(session ->
                session.update("UPDATE account SET tier = ? WHERE name = ?", tier, name) > 0);
    }

    @Override
    public AccountContents contents(long accountId) {
        return new AccountDeletion(database).contents(accountId);
    }

    @Override
    public void delete(long accountId) {
        new AccountDeletion(database).delete(accountId);
    }

    @Override
    public Token createToken(long accountId, byte[] hash, String preview, Instant now) {
        return database.write(session -> {
            long id =
                    session.one(
                            """
                            INSERT INTO token (account_id, hash, preview, created_at)
                            VALUES (?, ?, ?, ?)
                            RETURNING id
                            """,
                            Row::number,
                            accountId,
                            hash,
                            preview,
                            now);
            String name =
                    session.one("SELECT name FROM account WHERE id = ?", Row::text, accountId);
            return new Token(
                    id,
                    accountId,
                    name,
                    StorableText.of(preview),
                    Times.kept(now),
                    Optional.empty());
        });
    }

    @Override
    public Optional<Account> findByTokenHash(byte[] hash) {
        return database.read(session ->
                session.first(
                        """
                        SELECT account.id, account.name, account.created_at
                        FROM token JOIN account ON account.id = token.account_id
                        WHERE token.hash = ? AND token.revoked_at IS NULL
                        """,
                        SqlAccountStore::account,
                        hash));
    }

    @Override
    public List<Token> listTokens(Optional<String> accountName) {
        String wanted = accountName.isPresent() ? "WHERE account.name = ?" : "";
        String sql =
                """
                SELECT token.id, account.id, account.name, preview, token.created_at, revoked_at
                FROM token JOIN account ON account.id = token.account_id
                %s
                ORDER BY token.id
                """
                        .formatted(wanted);
        return database.read(session ->
                session.all(sql, SqlAccountStore::token, accountName.stream().toArray()));
    }

    @Override
    public boolean revokeToken(long tokenId, Instant now) {
        return database.write(session ->
                session.update(
                                """
                                UPDATE token SET revoked_at = ?
                                WHERE id = ? AND revoked_at IS NULL
                                """,
                                now,
                                tokenId)
                        > 0);
    }

    private static Account create(Session session, String name, Instant now) throws SQLException {
        if (name.equals(Account.OWNER_NAME)) {
            session.update(
                    """
                    INSERT INTO account (id, name, created_at) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                    Account.OWNER_ID,
                    name,
                    now);
        } else {
            session.update(
                    """
                    INSERT INTO account (name, created_at) VALUES (?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                    name,
                    now);
        }
        return find(session, name)
                .orElseThrow(() -> new SQLException("The account just made is not there."));
    }

    private static Optional<Account> find(Session session, String name) throws SQLException {
        return session.first(
                "SELECT id, name, created_at FROM account WHERE name = ?",
                SqlAccountStore::account,
                name);
    }

    private static Account account(Row row) throws SQLException {
        return new Account(row.number(), row.text(), row.instant());
    }

    private static Token token(Row row) throws SQLException {
        return new Token(
                row.number(),
                row.number(),
                row.text(),
                row.text(),
                row.instant(),
                row.optionalInstant());
    }
}
