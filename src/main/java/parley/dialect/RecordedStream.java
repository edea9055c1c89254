package parley.dialect;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.http.ClientGoneException;
import parley.http.EventStream;
import parley.http.SseEncoder;

/// A stream that is taken down while it goes out, and goes on to its end when nobody listens.
final class RecordedStream implements EventStream {
    private final EventStream stream;
    private final ReplyRecorder recorder;
    private final StreamMarks marks;
    private boolean failed;
    private boolean alone;

    RecordedStream(EventStream stream, ReplyRecorder recorder, StreamMarks marks) {
        this.stream = stream;
        this.recorder = recorder;
        this.marks = marks;
    }

    @Override
    public void send(OptionalLong id, @Nullable String event, String data)
            throws InterruptedException {
        recorder.add(SseEncoder.event(id, event, data));
        String mark = event == null ? data : event;
        failed = failed || marks.failed().contains(mark);
        if (marks.last().contains(mark)) {
            // Before it leaves: who has heard the end may ask again at once.
            keep();
        }
        try {
            if (!alone) {
                stream.send(id, event, data);
            }
        } catch (ClientGoneException e) {
            alone = true;
        }
    }

    @Override
    public void comment(String text) throws InterruptedException {
        try {
            if (!alone) {
                stream.comment(text);
            }
        } catch (ClientGoneException e) {
            alone = true;
        }
    }

    @Override
    public void end() {
        if (marks.last().isEmpty()) {
            keep();
        }
        stream.end();
    }

    private void keep() {
        if (!failed) {
            recorder.keepEvents(RecordedExchange.EVENTS);
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
