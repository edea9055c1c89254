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
import parley.account.AccountStore;
import parley.account.Token;

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
