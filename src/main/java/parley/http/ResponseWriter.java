package parley.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;

/// Brings the answer of one exchange onto its connection. May be used from any one thread: the work
/// happens on the connection's event loop, in the order of the calls.
final class ResponseWriter {
    private static final int PIECE_BYTES = 16 * 1024;
    private static final int WHOLE_BYTES = 64 * 1024;

    private final HttpServerResponse response;
    private final ClientConnection connection;
    private final PendingPieces pending = new PendingPieces();

    ResponseWriter(HttpServerResponse response, ClientConnection connection) {
        this.response = response;
        this.connection = connection;
    }

    /// Sends an answer that is complete. A long one waits while the client reads slowly.
    ///
    /// @param announcedLength the length to announce, which for HEAD is that of the answer to GET
    /// @throws ClientGoneException if the answer is long and the connection is closed
    void send(int status, ResponseHead head, byte[] body, int announcedLength)
            throws InterruptedException {
        if (body.length <= WHOLE_BYTES) {
            sendNow(status, head, body, announcedLength);
            return;
        }
        head.set(HttpHeaders.CONTENT_LENGTH, String.valueOf(announcedLength));
        write(status, head, body);
        end(status, head);
    }

    /// As [#send], in one piece and without waiting.
    void sendNow(int status, ResponseHead head, byte[] body, int announcedLength) {
        if (mayHaveBody(status)) {
            head.set(HttpHeaders.CONTENT_LENGTH, String.valueOf(announcedLength));
        }
        OutboundWindow window = connection.window();
        window.take(body.length);
        run(() -> {
            prepare(status, head);
            connection.responseEnding();
            response.end(wrap(body, 0, body.length)).onComplete(_ -> window.release(body.length));
            connection.closeIfDone();
        });
    }

    /// Sends a part of the answer, behind the head if it is the first. Waits while the client reads
    /// slowly.
    ///
    /// @throws ClientGoneException if the connection is closed
    void write(int status, ResponseHead head, byte[] bytes) throws InterruptedException {
        for (int start = 0; start < bytes.length; start += PIECE_BYTES) {
            writePiece(status, head, bytes, start, Math.min(PIECE_BYTES, bytes.length - start));
        }
    }

    private void writePiece(int status, ResponseHead head, byte[] bytes, int start, int length)
            throws InterruptedException {
        connection.window().acquire(length);
        if (pending.add(bytes, start, length)) {
            run(() -> sendPending(status, head));
        }
    }

    /// Ends an answer as it should end.
    void end(int status, ResponseHead head) {
        if (pending.end()) {
            run(() -> sendPending(status, head));
        }
    }

    /// What was written since the last time leaves in one piece: a call of the network costs more
    /// than what it carries. Event loop.
    private void sendPending(int status, ResponseHead head) {
        PendingPieces.Batch batch = pending.take();
        if (batch.first()) {
            prepare(status, head);
        }
        if (!batch.last()) {
            written(response.write(batch.bytes()), batch.bytes().length());
            return;
        }
        connection.responseEnding();
        endWith(batch.bytes(), batch.first());
        connection.closeIfDone();
    }

    /// @param whole whether nothing was sent before; such a stream is one all the same, and does
    ///   not announce its length
    private void endWith(Buffer rest, boolean whole) {
        if (rest.length() == 0) {
            response.end();
        } else if (whole) {
            written(response.write(rest), rest.length());
            response.end();
        } else {
            written(response.end(rest), rest.length());
        }
    }

    private void written(Future<Void> writing, int length) {
        OutboundWindow window = connection.window();
        writing.onComplete(_ -> window.release(length));
    }

    /// Tells a client that waits for it to send the body now.
    void sendContinue() {
        run(response::writeContinue);
    }

    /// Breaks the answer off so that nobody takes it for a whole one.
    void reset() {
        run(connection::reset);
    }

    private void run(Runnable task) {
        connection.run(() -> {
            if (!connection.isClosed()) {
                task.run();
            }
        });
    }

    private void prepare(int status, ResponseHead head) {
        head.writeTo(response, status);
        if (connection.isLastAnswer()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private static boolean mayHaveBody(int status) {
        return status != 204 && status != 304;
    }

    private static Buffer wrap(byte[] bytes, int start, int length) {
        return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes, start, length));
    }
}
