package parley.document;

import java.util.Optional;
import java.util.OptionalLong;

/// Which documents of an account are listed.
///
/// @param purpose only those with this purpose
/// @param after the document before the first wanted, in the order of the list
/// @param newestFirst whether later ones come first
/// @param limit how many at most
public record DocumentQuery(
        long accountId,
        Optional<String> purpose,
        OptionalLong after,
        boolean newestFirst,
        int limit) {}
