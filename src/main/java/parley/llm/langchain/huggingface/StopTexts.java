package parley.llm.langchain.huggingface;

import java.util.List;

/// Ends a text before the first of some texts, of which servers send the stop with the answer. What
/// may be the beginning of one is held back until it is clear.
final class StopTexts {
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private boolean ended;

    StopTexts(List<String> stops) {
        this.stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
    }

    /// What can be passed on now.
    String next(String piece) {
        if (ended) {
            return "";
        }
        held.append(piece);
        int end = firstStop();
        if (end >= 0) {
            ended = true;
            return taken(end);
        }
        return taken(held.length() - longestBeginning());
    }

    /// What was held back and turned out to be text.
    String rest() {
        return ended ? "" : taken(held.length());
    }

    boolean ended() {
        return ended;
    }

    private String taken(int length) {
        String text = held.substring(0, length);
        held.delete(0, length);
        return text;
    }

    private int firstStop() {
        return stops.stream().mapToInt(held::indexOf).filter(index -> index >= 0).min().orElse(-1);
    }

    private int longestBeginning() {
        return stops.stream().mapToInt(this::beginning).max().orElse(0);
    }

    /// How much of a stop the held text ends with.
    private int beginning(String stop) {
        for (int length = Math.min(stop.length() - 1, held.length()); length > 0; length--) {
            if (stop.startsWith(held.substring(held.length() - length))) {
                return length;
            }
        }
        return 0;
    }
}
