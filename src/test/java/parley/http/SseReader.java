package parley.http;

import java.util.ArrayList;
import java.util.List;

/// Reads an event stream as browsers do (WHATWG HTML, 9.2.6), and knows nothing of how it was
/// written.
final class SseReader {
    /// @param id the last id that was set, empty for none
    /// @param name empty for none
    record Event(String id, String name, String data) {}

    private SseReader() {}

    static List<Event> read(String stream) {
        List<Event> events = new ArrayList<>();
        String id = "";
        String name = "";
        StringBuilder data = new StringBuilder();
        boolean hasData = false;
        for (String line : stream.split("\r\n|\n|\r", -1)) {
            if (line.isEmpty()) {
                if (hasData) {
                    events.add(new Event(id, name, data.substring(0, data.length() - 1)));
                }
                name = "";
                data.setLength(0);
                hasData = false;
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "data" -> {
                    data.append(value).append('\n');
                    hasData = true;
                }
                case "event" -> name = value;
                case "id" -> id = value;
                case "" -> {
                    // A comment.
                }
                default -> throw new AssertionError("A line that means nothing: " + line);
            }
        }
        return events;
    }
}
