package parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;

/// A body that is read while it arrives, and never kept whole in memory. The client is held back
/// while the reader is behind.
final class StreamedBody extends InputStream implements IncomingBody {
    private static final int MOST_WAITING = 1 << 20;
    private final HttpServerRequest request;
    private final long limit;
    private final ClientConnection connection;
    private final BlockingQueue<Optional<Buffer>> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger bytesWaiting = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private long received;
    private volatile boolean paused;
    private boolean ended;
    private volatile boolean dropped;
    private Optional<Buffer> present = Optional.empty();
    private boolean allRead;
    private int position;

    private StreamedBody(HttpServerRequest request, long limit, ClientConnection connection) {
        this.request = request;
        this.limit = limit;
        this.connection = connection;
    }

    /// Begins to gather once [#resume] is called. Event loop only.
    static StreamedBody of(
            HttpServerRequest request, RequestHead head, long limit, ClientConnection connection) {
        StreamedBody body = new StreamedBody(request, limit, connection);
        if (!head.hasBody()) {
            body.waiting.add(Optional.empty());
            return body;
        }
        if (head.contentLength() > limit) {
            body.refuse();
        }
        request.handler(body::add);
        request.endHandler(_ -> {
            body.ended = true;
            body.waiting.add(Optional.empty());
            connection.requestEnded();
        });
        body.paused = true;
        request.pause();
        return body;
    }

    private void add(Buffer chunk) {
        received += chunk.length();
        if (received > limit) {
            refuse();
        }
        if (dropped || failure.get() != null) {
            return;
        }
        waiting.add(Optional.of(chunk));
        if (bytesWaiting.addAndGet(chunk.length()) > MOST_WAITING) {
            paused = true;
            request.pause();
        }
    }

    private void refuse() {
        fail(
                new AppException(
                        ErrorCode.TOO_LARGE,
                        "The body is longer than the %d bytes that are allowed.".formatted(limit)));
    }

    private boolean fail(RuntimeException problem) {
        boolean first = failure.compareAndSet(null, problem);
        // Whoever waits is to see it.
        waiting.add(Optional.empty());
        return first;
    }

    @Override
    public boolean late(Duration patience) {
        return fail(
                new AppException(
                        ErrorCode.INVALID_REQUEST,
                        "The body did not arrive within %d s.".formatted(patience.toSeconds())));
    }

    @Override
    public void clientGone() {
        fail(new ClientGoneException());
    }

    @Override
    public void resume() {
        if (paused) {
            paused = false;
            request.resume();
        }
    }

    @Override
    public boolean drop() {
        dropped = true;
        waiting.clear();
        resume();
        return ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /// @throws AppException (413) the body is too long; (400) it did not come in time
    /// @throws ClientGoneException the client left in the middle
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!allRead && (present.isEmpty() || position == present.get().length())) {
            present = next();
            position = 0;
            allRead = present.isEmpty();
        }
        if (present.isEmpty()) {
            return -1;
        }
        Buffer chunk = present.get();
        int count = Math.min(length, chunk.length() - position);
        chunk.getBytes(position, position + count, into, offset);
        position += count;
        return count;
    }

    /// The next piece; empty at the end.
    private Optional<Buffer> next() throws IOException {
        try {
            Optional<Buffer> chunk = waiting.take();
            RuntimeException problem = failure.get();
            if (problem != null) {
                throw problem;
            }
            int length = chunk.map(Buffer::length).orElse(0);
            if (bytesWaiting.addAndGet(-length) < MOST_WAITING / 2 && paused) {
                connection.run(this::resume);
            }
            return chunk;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a body arrives", e);
        }
    }
}
