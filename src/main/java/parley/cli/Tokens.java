package parley.cli;

import java.util.List;
import java.util.Optional;
import parley.account.Token;

/// The tokens of a home.
public interface Tokens extends AutoCloseable {
    /// Makes a token, and the account if there is none of that name.
    ///
    /// @param tier what the account may use from now on; empty to leave it as it is
    /// @return the token itself, which cannot be had again
    /// @throws parley.error.AppException if there is no such tier; then nothing is made
    String create(String accountName, Optional<String> tier);

    /// All tokens, oldest first; only those of one account when a name is given.
    List<Token> list(Optional<String> accountName);

    /// Revokes a token for good.
    ///
    /// @return whether there was such a token that was not yet revoked
    boolean revoke(long tokenId);

    @Override
    void close();
}
