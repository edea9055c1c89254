package parley.conversation;

import java.util.ArrayList;
import java.util.List;

/// What a model has said so far, in order. For one thread at a time.
///
/// All texts are kept in one, with a place holder for each unit that has no text: a number of
/// [TurnEvent] is an offset into it.
final class Speech {
    private static final char NO_TEXT = '\uFFFC';

    private final StringBuilder units = new StringBuilder();
    private final List<Stretch> stretches = new ArrayList<>();

    /// @param said what it is; texts are in `units` and empty here
    /// @param call how many calls began up to here
    private record Stretch(int start, Said said, int call) {}

    Speech(List<Said> soFar) {
        soFar.forEach(this::append);
    }

    void append(Said said) {
        switch (said) {
            case Said.Words(String text) -> append(new Said.Words(""), text);
            case Said.Thought(String origin, String text) ->
                    append(new Said.Thought(origin, ""), text);
            case Said.Arguments(String text) -> append(new Said.Arguments(""), text);
            case Said.Signature _, Said.Call _, Said.Picture _, Said.Lost _ -> {
                begin(said);
                units.repeat(NO_TEXT, said.units());
            }
        }
    }

    int length() {
        return units.length();
    }

    /// Whether there is more than words.
    boolean rich() {
        return stretches.size() > 1
                || (!stretches.isEmpty() && !(stretches.getFirst().said instanceof Said.Words));
    }

    /// The words alone.
    String text() {
        if (!rich()) {
            return units.toString();
        }
        StringBuilder words = new StringBuilder();
        for (Said said : from(0)) {
            if (said instanceof Said.Words(String text)) {
                words.append(text);
            }
        }
        return words.toString();
    }

    /// What was said from an offset on.
    List<Said> from(int offset) {
        List<Said> said = new ArrayList<>();
        int at = offset;
        while (at < units.length()) {
            int index = indexAt(at);
            int end = endOf(index);
            said.add(cut(stretches.get(index).said, at, end));
            at = end;
        }
        return said;
    }

    /// The first offset from this one on at which there is something to hear, or the length.
    long nextHeard(long offset) {
        long at = offset;
        while (at < units.length()) {
            int index = indexAt((int) at);
            switch (stretches.get(index).said) {
                case Said.Signature _, Said.Lost _ -> at = endOf(index);
                case Said.Words _,
                        Said.Thought _,
                        Said.Call _,
                        Said.Arguments _,
                        Said.Picture _ -> {
                    return at;
                }
            }
        }
        return at;
    }

    /// The event that begins at an offset at which there is something to hear.
    ///
    /// @param limit where it ends at the latest
    TurnEvent event(int offset, int limit) {
        int index = indexAt(offset);
        Stretch stretch = stretches.get(index);
        int to = TextPieces.endOfPiece(units, offset, Math.min(limit, endOf(index)));
        return switch (stretch.said) {
            case Said.Words _ -> new TurnEvent.Text(to, units.substring(offset, to));
            case Said.Thought _ -> new TurnEvent.Reasoning(to, units.substring(offset, to));
            case Said.Call call -> opened(call, index, limit);
            case Said.Arguments _ ->
                    // Arguments always follow their call.
                    toolCall(
                            (Said.Call) stretches.get(index - 1).said,
                            stretch.call,
                            to,
                            units.substring(offset, to));
            case Said.Picture(var image) -> new TurnEvent.Image(to, image);
            case Said.Signature _, Said.Lost _ ->
                    throw new IllegalArgumentException("There is nothing to hear at " + offset);
        };
    }

    private TurnEvent opened(Said.Call call, int index, int limit) {
        int from = endOf(index);
        int to = from;
        if (from < limit
                && index + 1 < stretches.size()
                && stretches.get(index + 1).said instanceof Said.Arguments) {
            to = TextPieces.endOfPiece(units, from, Math.min(limit, endOf(index + 1)));
        }
        return toolCall(call, stretches.get(index).call, to, units.substring(from, to));
    }

    private static TurnEvent toolCall(Said.Call call, int calls, int number, String arguments) {
        return new TurnEvent.ToolCall(number, calls - 1, call.id(), call.name(), arguments);
    }

    private void append(Said kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (stretches.isEmpty() || !stretches.getLast().said.equals(kind)) {
            begin(kind);
        }
        units.append(text);
    }

    private void begin(Said said) {
        int calls = stretches.isEmpty() ? 0 : stretches.getLast().call;
        stretches.add(
                new Stretch(units.length(), said, said instanceof Said.Call ? calls + 1 : calls));
    }

    private Said cut(Said said, int from, int to) {
        return switch (said) {
            case Said.Words _ -> new Said.Words(units.substring(from, to));
            case Said.Thought(String origin, _) ->
                    new Said.Thought(origin, units.substring(from, to));
            case Said.Arguments _ -> new Said.Arguments(units.substring(from, to));
            case Said.Lost _ -> new Said.Lost(to - from);
            case Said.Signature _, Said.Call _, Said.Picture _ -> said;
        };
    }

    private int endOf(int index) {
        return index + 1 < stretches.size() ? stretches.get(index + 1).start : units.length();
    }

    private int indexAt(int offset) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (stretches.get(middle).start <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
