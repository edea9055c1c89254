package parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The body of one request while it arrives. What is longer than the limit is refused as soon as
/// that is known, and its rest dropped.
final class RequestBody implements IncomingBody {
    private static final byte[] EMPTY = {};

    /// Bodies up to this announced length may arrive before the caller is known.
    private static final int SMALL_BYTES = 16 * 1024;

    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final HttpServerRequest request;
    private final int limit;
    private final boolean isBounded;
    private byte[] bytes = EMPTY;
    private int length;
    private boolean isPaused;

    private RequestBody(HttpServerRequest request, long announced, int limit) {
        this.request = request;
        this.limit = limit;
        this.isBounded = announced > 0 && announced <= limit;
    }

    /// Begins to gather. A longer body waits until [#resume], so that strangers cannot fill the
    /// memory. Event loop only.
    ///
    /// @param atEnd runs when all of it has come, kept or not
    static RequestBody of(HttpServerRequest request, RequestHead head, int limit, Runnable atEnd) {
        RequestBody body = new RequestBody(request, head.contentLength(), limit);
        if (!head.hasBody()) {
            body.whole.complete(EMPTY);
            return body;
        }
        if (head.contentLength() > limit) {
            body.refuse();
        }
        body.gather(head.contentLength(), atEnd);
        return body;
    }

    private void gather(long announced, Runnable atEnd) {
        request.handler(this::add);
        request.endHandler(_ -> {
            end();
            atEnd.run();
        });
        isPaused = announced == 0 || announced > SMALL_BYTES;
        if (isPaused) {
            request.pause();
        } else {
            bytes = new byte[(int) announced];
        }
    }

    private void add(Buffer chunk) {
        if (whole.isDone()) {
            return;
        }
        int newLength = length + chunk.length();
        if (newLength > limit) {
            refuse();
            return;
        }
        if (newLength > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.clamp(newLength * 2L, newLength, limit));
        }
        chunk.getBytes(bytes, length);
        length = newLength;
    }

    private void end() {
        if (whole.isDone()) {
            return;
        }
        whole.complete(bytes.length == length ? bytes : Arrays.copyOf(bytes, length));
        bytes = EMPTY;
    }

    private void refuse() {
        bytes = EMPTY;
        whole.completeExceptionally(
                new AppException(
                        ErrorCode.TOO_LARGE,
                        "The body is longer than the %d bytes that are allowed.".formatted(limit)));
    }

    @Override
    public boolean late(Duration patience) {
        return whole.completeExceptionally(
                new AppException(
                        ErrorCode.INVALID_REQUEST,
                        "The body did not arrive within %s s."
                                .formatted(
                                        BigDecimal.valueOf(patience.toMillis(), 3)
                                                .stripTrailingZeros()
                                                .toPlainString())));
    }

    @Override
    public void clientGone() {
        whole.completeExceptionally(new ClientGoneException());
    }

    @Override
    public void resume() {
        if (isPaused) {
            isPaused = false;
            request.resume();
        }
    }

    @Override
    public boolean drop() {
        boolean isShort = whole.isDone() ? !whole.isCompletedExceptionally() : isBounded;
        whole.cancel(false);
        bytes = EMPTY;
        resume();
        return isShort;
    }

    /// Waits for the whole body.
    byte[] await() throws InterruptedException {
        try {
            return whole.get();
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case AppException problem -> problem;
                case ClientGoneException gone -> gone;
                case null, default -> new IllegalStateException(e);
            };
        }
    }
}
