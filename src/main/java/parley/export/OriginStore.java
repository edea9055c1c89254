package parley.export;

import java.util.Optional;

/// Remembers under which id an account has what it imported from elsewhere. Every change is durable
/// when the method returns.
public interface OriginStore {
    /// The id here of what came from there; it may have been deleted since.
    ///
    /// @param kind what it is: `picture`, `prompt`, …
    Optional<String> find(long accountId, String kind, String origin);

    /// Where the thing of this id came from, if it was imported.
    Optional<String> origin(long accountId, String kind, String target);

    /// From now on what came from there has this id. To be called before it can be seen, so that
    /// nothing comes twice.
    void put(long accountId, String kind, String origin, String target);
}
