package parley.analysis.csv;

import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Column;

/// What was found out about a column of a file.
///
/// @param column its name, made unique and not empty, and its type
/// @param header the name as it stands in the file
/// @param form how its cells are written, for people: `day.month.year`, `decimal comma`
/// @param missing how many cells are empty, or say that there is nothing (`NA`, `-`)
/// @param unparsed how many cells are not of the type; they are null in the table
/// @param examples some of these, as they stand in the file
public record ColumnProfile(
        Column column,
        String header,
        Optional<String> form,
        long missing,
        long unparsed,
        List<String> examples) {}
