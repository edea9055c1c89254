package parley.dialect.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.export.ImportReport;

/// What became of an import.
///
/// @param format what was recognised
/// @param imported how many things of each kind came
/// @param problems what is to be known, for people
record ShownReport(String format, Map<String, ShownTally> imported, List<String> problems) {
    /// How many things of one kind came.
    record ShownTally(@JsonProperty("new") long added, long skipped, long failed) {}

    static ShownReport of(ImportReport report) {
        Map<String, ShownTally> shown = new TreeMap<>();
        report.tallies()
                .forEach((kind, tally) ->
                        shown.put(
                                kind,
                                new ShownTally(tally.added(), tally.skipped(), tally.failed())));
        return new ShownReport(report.format(), shown, report.problems());
    }
}
