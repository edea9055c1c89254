package parley.bench;

import java.util.ArrayList;
import java.util.List;
import parley.bench.load.LoadReport;

/// What a benchmark found: its rows, and what must be known to read them.
final class Findings {
    private final List<Group> groups = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /// Rows that belong together.
    ///
    /// @param name what they have in common; empty if nothing needs to be said
    record Group(String name, List<Row> rows) {}

    /// Begins a group: the rows that follow are its own.
    void group(String name) {
        groups.add(new Group(name, new ArrayList<>()));
    }

    void add(Row row) {
        if (groups.isEmpty()) {
            group("");
        }
        groups.getLast().rows().add(row);
    }

    void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /// Notes what failed in a load; figures beside failures say little.
    ///
    /// @return the same report
    LoadReport checked(String what, LoadReport report) {
        if (report.failed() > 0) {
            note(
                    "%s: of %,d requests %,d failed: %s."
                            .formatted(
                                    what,
                                    report.answered() + report.failed(),
                                    report.failed(),
                                    report.failuresInWords()));
        }
        return report;
    }

    List<Group> groups() {
        return List.copyOf(groups);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
