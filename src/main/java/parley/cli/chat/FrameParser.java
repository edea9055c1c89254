package parley.cli.chat;

import java.util.Optional;
import java.util.StringJoiner;

/// Puts events together from the lines of a stream (WHATWG HTML, 9.2.6).
final class FrameParser {
    private String event = "";
    private String id = "";
    private StringJoiner data = new StringJoiner("\n");
    private boolean hasData;

    /// @return the event that this line completes
    Optional<Frame> line(String line) {
        if (line.isEmpty()) {
            return complete();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        accept(field, value.startsWith(" ") ? value.substring(1) : value);
        return Optional.empty();
    }

    private void accept(String field, String value) {
        switch (field) {
            case "event" -> event = value;
            case "id" -> id = value;
            case "data" -> {
                data.add(value);
                hasData = true;
            }
            default -> {
                // A comment (no name before the colon), or a field we have no use for.
            }
        }
    }

    private Optional<Frame> complete() {
        Optional<Frame> frame =
                hasData ? Optional.of(new Frame(event, id, data.toString())) : Optional.empty();
        event = "";
        id = "";
        data = new StringJoiner("\n");
        hasData = false;
        return frame;
    }
}
