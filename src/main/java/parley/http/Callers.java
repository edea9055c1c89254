package parley.http;

import java.util.Optional;
import parley.account.Account;

/// Knows who calls.
public interface Callers {
    /// The account of a token, unless the token is unknown or was revoked. May block.
    Optional<Account> findByToken(String token);

    /// Who calls without a token, where that is allowed.
    Account owner();
}
