package parley.account;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;
import parley.error.ErrorCode;

/// What an account sees and changes of itself: its tokens, and what its page keeps. Safe for use by
/// many threads.
public final class OwnAccount {
    private static final Logger LOG = LoggerFactory.getLogger(OwnAccount.class);
    private static final int LONGEST_NAME = 100;
    private static final int MOST_TOKENS = 100;

    /// A use is written down again only after this: every request would be a write.
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(5);

    private final OwnAccountStore store;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Map<Long, Instant> noted = new ConcurrentHashMap<>();

    public OwnAccount(OwnAccountStore store, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.random = random;
        this.clock = clock;
    }

    /// A token that was just made.
    ///
    /// @param secret the token itself; never to be had again
    public record NewOwnToken(String secret, OwnToken token) {}

    /// Those that were not revoked, oldest first.
    public List<OwnToken> tokens(long accountId) {
        return store.tokens(accountId);
    }

    /// @throws AppException (400) if the name cannot be one; (409) if there are too many tokens
    public NewOwnToken createToken(long accountId, String givenName) {
        String name = givenName.strip();
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw AppException.invalid(
                    "name",
                    "A token's name has 1 to %d printable characters.".formatted(LONGEST_NAME));
        }
        if (store.tokens(accountId).size() >= MOST_TOKENS) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "An account has at most %d tokens. Delete one first.".formatted(MOST_TOKENS));
        }
        TokenSecret secret = TokenSecret.random(random);
        OwnToken token =
                store.createToken(
                        accountId, name, secret.hash(), secret.preview(), clock.instant());
        return new NewOwnToken(secret.text(), token);
    }

    /// @throws AppException (404) if the account has no such token
    public void revokeToken(long accountId, long tokenId) {
        if (!store.revokeToken(accountId, tokenId, clock.instant())) {
            throw noToken(tokenId);
        }
    }

    /// The failure that says a token is not there, in the same words for unknown and foreign ones.
    public static AppException noToken(Object id) {
        return new AppException(ErrorCode.NOT_FOUND, "There is no token %s.".formatted(id));
    }

    /// Which token this is.
    public OptionalLong findToken(String secret) {
        TokenSecret token = new TokenSecret(secret);
        return token.isPossible() ? store.findToken(token.hash()) : OptionalLong.empty();
    }

    /// Notes that a valid token was used. Does not wait until that is stored.
    public void noteUse(String secret) {
        byte[] hash = new TokenSecret(secret).hash();
        // Half a hash tells a few tokens apart as well as the whole.
        long key = ByteBuffer.wrap(hash).getLong();
        Instant now = clock.instant();
        Instant before = noted.put(key, now);
        if (before != null && before.plus(BETWEEN_NOTES).isAfter(now)) {
            noted.put(key, before);
            return;
        }
        Thread.ofVirtual().name("token use").start(() -> write(hash, now));
    }

    private void write(byte[] hash, Instant now) {
        try {
            store.noteUse(hash, now);
        } catch (AppException e) {
            LOG.warn("The use of a token was not stored: {}", e.getMessage());
        }
    }

    /// The text of a JSON object; empty if nothing is kept.
    public Optional<String> preferences(long accountId) {
        return store.preferences(accountId);
    }

    /// Puts new ones in the place of the old.
    ///
    /// @return the new ones
    public String changePreferences(long accountId, Function<Optional<String>, String> change) {
        return store.changePreferences(accountId, change);
    }
}
