package parley.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps accounts and hashed tokens. Every change is durable when the method returns.
public interface AccountStore {
    Optional<Account> findAccount(long id);

    Optional<Account> findAccount(String name);

    /// Makes the account, or returns the one that has the name already.
    Account createAccount(String name, Instant now);

    /// All accounts, oldest first.
    List<TieredAccount> listAccounts();

    /// The tier that the account was given; empty if it was given none, or there is no such
    /// account.
    Optional<String> findTier(long accountId);

    /// Gives the account of this name a tier.
    ///
    /// @return whether there is such an account
    boolean setTier(String name, String tier);

    /// How much the account has.
    AccountContents contents(long accountId);

    /// Deletes the account and all that is its own, for good. Begun again, it finishes what was
    /// interrupted.
    void delete(long accountId);

    /// @param hash SHA-256 of the token
    /// @param preview the token's first characters
    Token createToken(long accountId, byte[] hash, String preview, Instant now);

    /// The account of the token with this SHA-256, unless it was revoked.
    Optional<Account> findByTokenHash(byte[] hash);

    /// All tokens, oldest first; only those of one account when a name is given.
    List<Token> listTokens(Optional<String> accountName);

    /// Revokes a token for good.
    ///
    /// @return whether there was such a token that was not yet revoked
    boolean revokeToken(long tokenId, Instant now);
}
