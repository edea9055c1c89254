package parley.account;

import java.time.Instant;
import java.util.Optional;

/// A token as its account sees it: never its secret.
///
/// @param name what the account calls it; empty for one made by a command
/// @param preview the first characters of the token, enough to recognise it
/// @param lastUsedAt to within some minutes; empty if it was not used since this is kept
public record OwnToken(
        long id, String name, String preview, Instant createdAt, Optional<Instant> lastUsedAt) {}
