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
        // Before it leaves: who has heard the end may ask again at once.
        String mark = event == null ? data : event;
        if (marks.failed().contains(mark)) {
            recorder.giveUp();
        } else if (marks.last().contains(mark)) {
            recorder.keepEvents();
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
            recorder.keepEvents();
        }
        stream.end();
    }

    @Override
    public void close() {
        stream.close();
    }
}
