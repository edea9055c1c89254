package parley.account;

import java.time.Instant;
import java.util.Optional;

/// A token as it may be listed: never its secret, only its first characters.
///
/// @param preview the first characters of the token, enough to recognise it
public record Token(
        long id,
        long accountId,
        String accountName,
        String preview,
        Instant createdAt,
        Optional<Instant> revokedAt) {}
