package parley.account;

import java.util.Optional;

/// An account with the tier it was given.
///
/// @param tier empty if it was given none: then the settings say which it has
public record TieredAccount(Account account, Optional<String> tier) {}
