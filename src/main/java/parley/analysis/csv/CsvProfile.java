package parley.analysis.csv;

import java.util.List;

/// What was found out about a file, and what was repaired.
///
/// @param encoding `UTF-8`, `windows-1252`, …
/// @param delimiter what stands between cells
/// @param rows how many rows there are below the header
/// @param repairs what had to be repaired, a sentence each
public record CsvProfile(
        String encoding,
        char delimiter,
        long rows,
        List<ColumnProfile> columns,
        List<String> repairs) {}
