package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.account.Account;
import parley.account.AccountContents;
import parley.account.AccountStore;
import parley.account.Token;
import parley.conversation.NewConversation;
import parley.storage.database.Row;

/// Holds for accounts and tokens on every database.
abstract class AccountStoreContract extends StoreContract {
    @Test
    void theOwnerHasIdOneWhoeverCameBefore() {
        assertThat(account()).isNotEqualTo(Account.OWNER_ID);
        Account owner = accounts().createAccount(Account.OWNER_NAME, NOON);
        assertThat(owner).isEqualTo(new Account(Account.OWNER_ID, Account.OWNER_NAME, NOON));
        assertThat(accounts().findAccount(Account.OWNER_ID)).contains(owner);
        assertThat(newAccount()).isNotEqualTo(Account.OWNER_ID);
    }

    @Test
    void makingAnAccountTwiceReturnsTheFirst() {
        String name = newName();
        Account first = accounts().createAccount(name, NOON);
        assertThat(accounts().createAccount(name, NOON.plusSeconds(1))).isEqualTo(first);
        assertThat(accounts().findAccount(name)).contains(first);
    }

    @Test
    void makingAnAccountManyTimesAtOnceMakesOne() throws Exception {
        String name = newName();
        Callable<Long> create = () -> accounts().createAccount(name, NOON).id();
        Set<Long> ids = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> id :
                    threads.invokeAll(Stream.generate(() -> create).limit(20).toList())) {
                ids.add(id.get());
            }
        }
        assertThat(ids).hasSize(1);
    }

    @Test
    void whoIsNotThereIsNotFound() {
        assertThat(accounts().findAccount(newName())).isEmpty();
        assertThat(accounts().findAccount(Long.MAX_VALUE)).isEmpty();
        assertThat(accounts().findByTokenHash(hash("never given"))).isEmpty();
    }

    @Test
    void aTokenIsFoundByItsHashUntilItIsRevoked() {
        byte[] hash = hash(newName());
        Token token = accounts().createToken(account(), hash, "pk-12", NOON);
        assertThat(accounts().findByTokenHash(hash)).map(Account::id).contains(account());

        assertThat(accounts().revokeToken(token.id(), NOON.plusSeconds(1))).isTrue();
        assertThat(accounts().findByTokenHash(hash)).isEmpty();
        assertThat(accounts().revokeToken(token.id(), NOON.plusSeconds(2))).isFalse();
        assertThat(accounts().revokeToken(Long.MAX_VALUE, NOON)).isFalse();
    }

    @Test
    void aDeletedAccountLeavesNothingBehindAndTheOthersAlone() {
        Everything.fill(stores());
        String other = newName();
        long kept = accounts().createAccount(other, NOON).id();
        accounts().createToken(kept, hash(newName()), "pk-9", NOON);
        long conversation = stores().conversations().create(NewConversation.of(kept), NOON).id();
        List<String> tables = tablesOfAccounts();
        assertThat(tables).hasSizeGreaterThan(10);
        assertThat(tables).allMatch(table -> rows(table, Account.OWNER_ID) > 0);
        assertThat(accounts().contents(Account.OWNER_ID))
                .matches(contents -> contents.documents() == 1 && contents.pictures() > 1);

        accounts().delete(Account.OWNER_ID);

        assertThat(tables).allMatch(table -> rows(table, Account.OWNER_ID) == 0);
        assertThat(accounts().findAccount(Account.OWNER_ID)).isEmpty();
        assertThat(rowsWithout("message", "conversation_id", "conversation")).isZero();
        assertThat(rowsWithout("image_chunk", "image_id", "image")).isZero();
        assertThat(rowsWithout("document_chunk", "document_id", "document")).isZero();
        assertThat(rowsWithout("data_source_chunk", "data_source_id", "data_source")).isZero();
        assertThat(accounts().contents(kept)).isEqualTo(new AccountContents(1, 0, 0, 0, 1));
        assertThat(stores().conversations().find(kept, conversation)).isPresent();
        accounts().delete(Account.OWNER_ID);
        assertThat(accounts().contents(Account.OWNER_ID))
                .isEqualTo(new AccountContents(0, 0, 0, 0, 0));
    }

    /// As the database itself knows them: a table that deleting forgets is seen here.
    private List<String> tablesOfAccounts() {
        boolean embedded = database().describe().startsWith("SQLite");
        String sql =
                embedded
                        ? """
                        SELECT tables.name
                        FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
                        WHERE tables.type = 'table' AND columns.name = 'account_id'
                        """
                        : """
                        SELECT table_name FROM information_schema.columns
                        WHERE table_schema = 'public' AND column_name = 'account_id'
                        """;
        return database().read(session -> session.all(sql, Row::text));
    }

    private long rows(String table, long accountId) {
        return database()
                .read(session ->
                        session.one(
                                "SELECT count(*) FROM %s WHERE account_id = ?".formatted(table),
                                Row::number,
                                accountId));
    }

    private long rowsWithout(String table, String column, String parent) {
        return database()
                .read(session ->
                        session.one(
                                "SELECT count(*) FROM %s WHERE %s NOT IN (SELECT id FROM %s)"
                                        .formatted(table, column, parent),
                                Row::number));
    }

    @Test
    void tokensAreListedOldestFirst() {
        String name = newName();
        Account other = accounts().createAccount(name, NOON);
        Token first = accounts().createToken(other.id(), hash(newName()), "pk-1", NOON);
        Token between = accounts().createToken(account(), hash(newName()), "pk-2", NOON);
        Token last = accounts().createToken(other.id(), hash(newName()), "pk-3", NOON);
        accounts().revokeToken(last.id(), NOON.plusSeconds(7));

        assertThat(first)
                .isEqualTo(new Token(first.id(), other.id(), name, "pk-1", NOON, Optional.empty()));
        List<Token> ofOther = accounts().listTokens(Optional.of(name));
        assertThat(ofOther).extracting(Token::id).containsExactly(first.id(), last.id());
        assertThat(ofOther.getFirst()).isEqualTo(first);
        assertThat(ofOther.getLast().revokedAt()).contains(NOON.plusSeconds(7));
        assertThat(accounts().listTokens(Optional.empty()))
                .extracting(Token::id)
                .containsSubsequence(first.id(), between.id(), last.id());
        assertThat(accounts().listTokens(Optional.of(newName()))).isEmpty();
    }

    private AccountStore accounts() {
        return stores().accounts();
    }

    private static byte[] hash(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8);
    }
}
