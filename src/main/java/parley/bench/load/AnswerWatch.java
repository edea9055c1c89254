package parley.bench.load;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import parley.bench.wire.EventListener;
import parley.bench.wire.EventScanner;
import parley.bench.wire.Head;
import parley.bench.wire.MessageListener;

/// Follows the answers on one connection, and records what they are worth.
final class AnswerWatch implements MessageListener, EventListener {
    private final LoadRecorder recorder;
    private final long paceNanos;
    private final EventScanner scanner = new EventScanner(this);
    private long sentAt;
    private int status;
    private boolean eventStream;
    private boolean keepsAlive;
    private boolean open;
    private boolean done;
    private boolean failure;
    private boolean complete;
    private @Nullable StreamPace pace;

    AnswerWatch(LoadRecorder recorder, long paceNanos) {
        this.recorder = recorder;
        this.paceNanos = paceNanos;
    }

    /// A request leaves.
    void begin(long now) {
        sentAt = now;
        status = 0;
        eventStream = false;
        done = false;
        failure = false;
        complete = false;
        pace = paceNanos > 0 ? new StreamPace(paceNanos) : null;
    }

    long sentAt() {
        return sentAt;
    }

    /// Whether the answer is whole, good or not.
    boolean isComplete() {
        return complete;
    }

    boolean keepsAlive() {
        return keepsAlive;
    }

    @Override
    public void head(Head head) throws IOException {
        status = head.status();
        eventStream = head.isEventStream();
        keepsAlive = head.keepsAlive();
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        if (eventStream) {
            scanner.scan(bytes, from, to);
        }
    }

    @Override
    public void event(Kind kind, long dataBytes) {
        switch (kind) {
            case DATA -> data(dataBytes);
            case DONE -> done = true;
            case FAILURE -> failure = true;
        }
    }

    private void data(long dataBytes) {
        long now = System.nanoTime();
        if (!open) {
            open = true;
            recorder.streamBegan(sentAt, now);
        }
        recorder.event(dataBytes);
        if (pace != null) {
            recorder.paced(pace.slip(now), pace.isMuchTooLate(now));
        }
    }

    @Override
    public void end() {
        complete = true;
        closeStream();
        if (status < 200 || status > 299) {
            recorder.failed("status " + status);
        } else if (failure) {
            recorder.failed("error within the stream");
        } else if (eventStream && !done) {
            recorder.failed("stream without its end mark");
        } else {
            recorder.answered(sentAt, System.nanoTime());
        }
    }

    /// The answer will not come, or not to its end.
    void abandon(String reason) {
        complete = true;
        closeStream();
        recorder.failed(reason);
    }

    private void closeStream() {
        if (open) {
            open = false;
            recorder.streamEnded();
        }
    }
}
