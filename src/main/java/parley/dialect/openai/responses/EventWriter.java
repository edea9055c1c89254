package parley.dialect.openai.responses;

import java.util.OptionalLong;
import parley.http.EventStream;
import parley.http.Json;

/// Writes the events of a response to a stream, from a number on. A piece of which a part was heard
/// before is sent without that part.
final class EventWriter {
    private final EventStream stream;
    private final long after;

    /// @param after the number of the last event the client has heard; -1 for none
    EventWriter(EventStream stream, long after) {
        this.stream = stream;
        this.after = after;
    }

    void write(ResponseEvent event) throws InterruptedException {
        if (event.sequenceNumber() > after) {
            send(event instanceof ResponseEvent.Delta delta ? unheard(delta) : event);
        }
    }

    void heartbeat() throws InterruptedException {
        stream.comment("keep-alive");
    }

    private void send(ResponseEvent event) throws InterruptedException {
        stream.send(OptionalLong.of(event.sequenceNumber()), event.type(), Json.text(event));
    }

    private ResponseEvent unheard(ResponseEvent.Delta delta) {
        long heard = after - delta.begin();
        if (heard <= 0) {
            return delta;
        }
        int offset = Math.toIntExact(heard);
        // No event of ours ends inside a character; a number from elsewhere may.
        boolean insideCharacter = Character.isLowSurrogate(delta.delta().charAt(offset));
        return delta.from(insideCharacter ? offset - 1 : offset);
    }
}
