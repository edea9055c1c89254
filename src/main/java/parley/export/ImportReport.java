package parley.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What became of an import. Used by one thread.
public final class ImportReport {
    /// Problems beyond these are only counted.
    private static final int MOST_PROBLEMS = 100;

    private final String format;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private long furtherProblems;

    /// @param format what was recognised: `parley`, `chatgpt`, `open_webui`
    public ImportReport(String format) {
        this.format = format;
    }

    /// Of one kind of thing.
    ///
    /// @param added how many are new here
    /// @param skipped how many were here before, or are not for importing
    /// @param failed how many could not be imported
    public record Tally(long added, long skipped, long failed) {}

    public String format() {
        return format;
    }

    /// By the kind: `conversations`, `prompts`, …
    public Map<String, Tally> tallies() {
        return Map.copyOf(tallies);
    }

    /// What is to be known, for people.
    public List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        if (furtherProblems > 0) {
            all.add("%d more of these.".formatted(furtherProblems));
        }
        return all;
    }

    /// Nothing of this kind yet.
    public void begin(String kind) {
        tallies.putIfAbsent(kind, new Tally(0, 0, 0));
    }

    public void added(String kind) {
        count(kind, new Tally(1, 0, 0));
    }

    public void skipped(String kind) {
        count(kind, new Tally(0, 1, 0));
    }

    public void failed(String kind, String problem) {
        count(kind, new Tally(0, 0, 1));
        note(problem);
    }

    public void note(String problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            furtherProblems++;
        }
    }

    private void count(String kind, Tally one) {
        tallies.merge(
                kind,
                one,
                (before, more) ->
                        new Tally(
                                before.added + more.added,
                                before.skipped + more.skipped,
                                before.failed + more.failed));
    }
}
