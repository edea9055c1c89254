package parley.storage.archive;

import java.util.Map;

/// The last line of an archive.
///
/// @param rows how many rows there are of each table
/// @param lastIds the last id each table gave, so that none is ever given again
/// @param sha256 of all bytes before this line, in hexadecimal
record Trailer(Map<String, Long> rows, Map<String, Long> lastIds, String sha256) {
    Trailer {
        rows = Map.copyOf(rows);
        lastIds = Map.copyOf(lastIds);
    }
}
