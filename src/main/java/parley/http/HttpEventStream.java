package parley.http;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// An answer of server-sent events over HTTP. The head leaves together with the first event.
final class HttpEventStream implements EventStream {
    private static final int STATUS = 200;

    private final ResponseWriter writer;
    private final ResponseHead head;
    private final Disconnect disconnect;
    private final Traffic traffic;
    private final Runnable atUnused;
    private boolean begun;
    private boolean closed;

    /// @param atUnused runs if the stream is closed before anything was sent
    HttpEventStream(
            ResponseWriter writer,
            ResponseHead head,
            Disconnect disconnect,
            Traffic traffic,
            Runnable atUnused) {
        this.writer = writer;
        this.head = head;
        this.disconnect = disconnect;
        this.traffic = traffic;
        this.atUnused = atUnused;
        traffic.streamOpened();
    }

    @Override
    public void send(OptionalLong id, @Nullable String event, String data)
            throws InterruptedException {
        write(SseEncoder.event(id, event, data));
    }

    @Override
    public void comment(String text) throws InterruptedException {
        write(SseEncoder.comment(text));
    }

    private void write(byte[] bytes) throws InterruptedException {
        if (closed) {
            // Also after the head of an answer to HEAD, which is all of it.
            throw new ClientGoneException();
        }
        begun = true;
        writer.write(STATUS, head, bytes);
    }

    @Override
    public void end() {
        if (finish()) {
            writer.end(STATUS, head);
            disconnect.complete();
        }
    }

    @Override
    public void close() {
        if (!finish()) {
            return;
        }
        if (!begun) {
            atUnused.run();
        } else if (disconnect.complete()) {
            writer.reset();
        }
    }

    private boolean finish() {
        if (closed) {
            return false;
        }
        closed = true;
        traffic.streamClosed();
        return true;
    }
}
