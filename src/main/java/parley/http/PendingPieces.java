package parley.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.Arrays;

/// The pieces of one answer that were written and are not on their way yet. Written by one thread,
/// taken by the event loop; what is written until the event loop comes to it goes as one.
final class PendingPieces {
    private static final int FIRST_BYTES = 512;
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int length;
    private boolean announced;
    private boolean begun;
    private boolean ended;

    /// What is to be sent now.
    ///
    /// @param first whether the head of the answer comes before it
    /// @param last whether the end of the answer comes after it
    record Batch(Buffer bytes, boolean first, boolean last) {}

    /// @return whether nobody has been told to take the pieces yet
    synchronized boolean add(byte[] piece, int start, int count) {
        if (length == 0 && start == 0 && count == piece.length) {
            // Most pieces are alone, and nobody writes into them again.
            bytes = piece;
        } else {
            if (bytes.length - length < count) {
                bytes = Arrays.copyOf(bytes, Math.max(FIRST_BYTES, (length + count) * 2));
            }
            System.arraycopy(piece, start, bytes, length, count);
        }
        length += count;
        return announce();
    }

    /// Nothing more comes.
    ///
    /// @return whether nobody has been told to take the pieces yet
    synchronized boolean end() {
        ended = true;
        return announce();
    }

    private boolean announce() {
        boolean first = !announced;
        announced = true;
        return first;
    }

    synchronized Batch take() {
        Buffer joined = BufferInternal.buffer(Unpooled.wrappedBuffer(bytes, 0, length));
        Batch batch = new Batch(joined, !begun, ended);
        begun = true;
        announced = false;
        bytes = NOTHING;
        length = 0;
        return batch;
    }
}
