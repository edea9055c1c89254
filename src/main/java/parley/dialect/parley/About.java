package parley.dialect.parley;

import java.util.Optional;
import java.util.function.Function;
import parley.account.OwnAccount;

/// What callers learn of the server and of themselves.
///
/// @param version the server's
/// @param tokensRequired whether every request needs a token
/// @param problems what is wrong with a provider just now, if anything is
public record About(
        String version,
        boolean tokensRequired,
        OwnAccount account,
        Function<String, Optional<String>> problems) {}
