package parley.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import parley.error.AppException;

/// Accounts and the tokens that speak for them. A token is 256 random bits, shown once and stored
/// as its SHA-256: there is nothing to guess, so a slow hash would only cost time.
public final class AccountService {
    private static final String PREFIX = "parley_";
    private static final int RANDOM_BYTES = 32;
    private static final int PREVIEW_LENGTH = PREFIX.length() + 6;
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
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Token token =
                store.createToken(
                        account.id(),
                        hash(secret),
                        secret.substring(0, PREVIEW_LENGTH),
                        clock.instant());
        return new NewToken(secret, token);
    }

    /// The account a token speaks for, unless it is unknown or revoked. The hash is compared, by
    /// the store's index: what its timing tells is about a hash, not about the token.
    public Optional<Account> findByToken(String token) {
        return token.startsWith(PREFIX) ? store.findByTokenHash(hash(token)) : Optional.empty();
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

    private record KnownTier(Optional<String> name, Instant readAt) {
        boolean holdsAt(Instant now) {
            // A clock that was set back must not keep it for ever.
            return !now.isBefore(readAt) && now.isBefore(readAt.plus(TIER_KEPT));
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
