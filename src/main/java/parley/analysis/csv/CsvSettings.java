package parley.analysis.csv;

import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// How large a file may be, and what its database may take.
///
/// @param bytes of the file
/// @param rows below the header
/// @param duckDbMemory mebibytes for each open file
/// @param duckDbThreads for each open file
public record CsvSettings(
        int bytes, int rows, int columns, int duckDbMemory, int duckDbThreads, int duckDbOpen) {
    static final Setting<Integer> BYTES =
            Setting.number(
                    "csv.bytes",
                    50_000_000,
                    1_000,
                    1_000_000_000,
                    "The most bytes an uploaded CSV file may have.");

    static final Setting<Integer> ROWS =
            Setting.number(
                    "csv.rows",
                    1_000_000,
                    1,
                    50_000_000,
                    "The most rows an uploaded CSV file may have; one with more is refused.");

    static final Setting<Integer> COLUMNS =
            Setting.number(
                    "csv.columns",
                    500,
                    2,
                    2_000,
                    "The most columns an uploaded CSV file may have; one with more is refused.");

    static final Setting<Integer> MEMORY =
            Setting.number(
                    "data.duckdb.memory",
                    256,
                    64,
                    65_536,
                    "How many MiB the database of one uploaded file may take while it is asked.");

    static final Setting<Integer> THREADS =
            Setting.number(
                    "data.duckdb.threads",
                    2,
                    1,
                    64,
                    "How many threads a query on an uploaded file may use.");

    static final Setting<Integer> OPEN =
            Setting.number(
                    "data.duckdb.open",
                    4,
                    1,
                    1_000,
                    "How many uploaded files are kept open at once; the one that was not asked for"
                            + " the longest time is closed first.");

    public static final List<Setting<?>> ALL = List.of(BYTES, ROWS, COLUMNS, MEMORY, THREADS, OPEN);

    /// What holds where nothing is set.
    public static final CsvSettings DEFAULTS = from(SettingValues.DEFAULTS);

    public static CsvSettings from(SettingValues values) {
        return new CsvSettings(
                values.get(BYTES),
                values.get(ROWS),
                values.get(COLUMNS),
                values.get(MEMORY),
                values.get(THREADS),
                values.get(OPEN));
    }
}
