package parley.dialect.openai.responses;

import java.util.ArrayList;
import java.util.List;
import parley.conversation.TurnEvent;
import parley.conversation.TurnHandle;
import parley.dialect.TurnStreams;
import parley.http.EventStream;

/// Writes a turn as the named events of a response. Always fed from the turn's beginning, so that
/// every event, and its number, is what it was before; what the client has heard is left out.
final class TurnRenderer implements TurnStreams.Renderer {
    private final TurnHandle handle;
    private final long after;
    private final List<ResponseEvent> waiting = new ArrayList<>();
    private final Output output;
    private final ResponseProgress progress;

    /// @param after the number of the last event the client has heard; -1 for none
    TurnRenderer(TurnHandle handle, ShownOptions shown, long after) {
        this.handle = handle;
        this.after = after;
        this.output = TurnOutput.of(handle.turn(), shown, waiting::add);
        this.progress = new ResponseProgress(shown, waiting::add);
    }

    @Override
    public void begin(EventStream stream) throws InterruptedException {
        progress.begin(ResponseState.of(handle.turn()));
        flush(stream);
    }

    @Override
    public void text(EventStream stream, TurnEvent.Text event) throws InterruptedException {
        other(stream, event);
    }

    @Override
    public void other(EventStream stream, TurnEvent event) throws InterruptedException {
        TurnOutput.add(event, output);
        flush(stream);
    }

    @Override
    public void end(EventStream stream, TurnEvent.Ended event) throws InterruptedException {
        progress.end(ResponseState.of(event.turn()), output);
        flush(stream);
    }

    @Override
    public void heartbeat(EventStream stream) throws InterruptedException {
        new EventWriter(stream, after).heartbeat();
    }

    private void flush(EventStream stream) throws InterruptedException {
        EventWriter writer = new EventWriter(stream, after);
        for (ResponseEvent event : waiting) {
            writer.write(event);
        }
        waiting.clear();
    }
}
