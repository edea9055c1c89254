package parley.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Keeps what an account sees and changes of itself. Every change is durable when the method
/// returns.
public interface OwnAccountStore {
    /// Those that were not revoked, oldest first.
    List<OwnToken> tokens(long accountId);

    /// @param hash SHA-256 of the token
    OwnToken createToken(long accountId, String name, byte[] hash, String preview, Instant now);

    /// The token with this SHA-256, unless it was revoked.
    OptionalLong findToken(byte[] hash);

    /// Revokes a token for good.
    ///
    /// @return whether the account had such a token that was not yet revoked
    boolean revokeToken(long accountId, long tokenId, Instant now);

    /// Keeps when the token with this SHA-256 was used last.
    void noteUse(byte[] hash, Instant now);

    /// The text of a JSON object; empty if nothing is kept.
    Optional<String> preferences(long accountId);

    /// Puts new ones in the place of the old. Nobody else changes them in between.
    ///
    /// @return the new ones
    String changePreferences(long accountId, Function<Optional<String>, String> change);
}
