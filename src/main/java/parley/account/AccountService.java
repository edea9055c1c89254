package parley.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Accounts and the tokens that speak for them, see [TokenSecret].
public final class AccountService {
    private static final int LONGEST_NAME = 100;

    /// How long a change of tier may go unnoticed by this server.
    private static final Duration TIER_KEPT = Duration.ofSeconds(1);

    private final AccountStore store;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Map<Long, KnownTier> tiers = new ConcurrentHashMap<>();

    public AccountService(AccountStore store, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.random = random;
        this.clock = clock;
    }

    /// A token that was just made.
    ///
    /// @param secret the token itself; never to be had again
    public record NewToken(String secret, Token token) {}

    /// The account that owns what is said without a token. Made when it is first asked for.
    public Account owner() {
        return store.findAccount(Account.OWNER_ID)
                .orElseGet(() -> store.createAccount(Account.OWNER_NAME, clock.instant()));
    }

    /// Makes a token, and the account if there is none of that name.
    ///
    /// @throws AppException (400) if the name cannot be one
    public NewToken createToken(String accountName) {
        String name = accountName.strip();
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw AppException.invalid(
                    "account",
                    "An account's name has 1 to %d printable characters.".formatted(LONGEST_NAME));
        }
        owner();
        Account account = store.createAccount(name, clock.instant());
        TokenSecret secret = TokenSecret.random(random);
        Token token =
                store.createToken(account.id(), secret.hash(), secret.preview(), clock.instant());
        return new NewToken(secret.text(), token);
    }

    /// The account a token speaks for, unless it is unknown or revoked. The hash is compared, by
    /// the store's index: what its timing tells is about a hash, not about the token.
    public Optional<Account> findByToken(String token) {
        TokenSecret secret = new TokenSecret(token);
        return secret.isPossible() ? store.findByTokenHash(secret.hash()) : Optional.empty();
    }

    public List<Token> listTokens(Optional<String> accountName) {
        return store.listTokens(accountName);
    }

    /// Revokes a token for good.
    ///
    /// @return whether there was such a token that was not yet revoked
    public boolean revokeToken(long tokenId) {
        return store.revokeToken(tokenId, clock.instant());
    }

    /// All accounts, oldest first.
    public List<TieredAccount> listAccounts() {
        return store.listAccounts();
    }

    /// The tier that the account was given; empty if it was given none. A change, also one by
    /// another program, is noticed within a second.
    public Optional<String> tierOf(long accountId) {
        Instant now = clock.instant();
        KnownTier known = tiers.get(accountId);
        if (known != null && known.holdsAt(now)) {
            return known.name();
        }
        Optional<String> name = store.findTier(accountId);
        tiers.put(accountId, new KnownTier(name, now));
        return name;
    }

    /// Gives the account of this name a tier. It holds at once here, and within a second in other
    /// programs over the same database.
    ///
    /// @return whether there is such an account
    public boolean setTier(String accountName, String tier) {
        boolean changed = store.setTier(accountName, tier);
        tiers.clear();
        return changed;
    }

    /// How much the account of this name has.
    ///
    /// @throws AppException (404) if there is none of that name; (409) if it is the owner's
    public AccountContents contents(String accountName) {
        return store.contents(deletable(accountName).id());
    }

    /// Deletes the account of this name and all that is its own, for good. Its tokens go first.
    ///
    /// @throws AppException (404) if there is none of that name; (409) if it is the owner's
    public void deleteAccount(String accountName) {
        store.delete(deletable(accountName).id());
        tiers.clear();
    }

    private Account deletable(String name) {
        Account account =
                store.findAccount(name)
                        .orElseThrow(() ->
                                new AppException(
                                        ErrorCode.NOT_FOUND,
                                        "There is no account %s.".formatted(name)));
        if (account.id() == Account.OWNER_ID) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "The account %s owns what is said without a token, and cannot be deleted. To delete everything, stop the server and delete the home folder."
                            .formatted(name));
        }
        return account;
    }

    private record KnownTier(Optional<String> name, Instant readAt) {
        boolean holdsAt(Instant now) {
            // A clock that was set back must not keep it for ever.
            return !now.isBefore(readAt) && now.isBefore(readAt.plus(TIER_KEPT));
        }
    }
}
