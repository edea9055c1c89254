package parley.export;

import java.util.Optional;

/// The files that came together with conversations.
public interface BesideFiles {
    /// No files.
    BesideFiles NONE = _ -> Optional.empty();

    /// The file whose name begins with this, as files do that are named after an id.
    Optional<byte[]> beginningWith(String id);
}
