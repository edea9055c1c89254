package parley.http;

/// How much of what was given to one connection has not reached its client yet. Writers wait here,
/// so a slow reader slows its own answers only, and takes little memory.
final class OutboundWindow {
    private static final int MOST_BYTES = 32 * 1024;

    private int waitingBytes;
    private long lastProgress;
    private boolean closed;

    /// Waits until there is room, then takes it. A piece larger than the window goes alone.
    ///
    /// @throws ClientGoneException if the connection is closed
    synchronized void acquire(int bytes) throws InterruptedException {
        while (!closed && waitingBytes > 0 && waitingBytes + bytes > MOST_BYTES) {
            wait();
        }
        if (closed) {
            throw new ClientGoneException();
        }
        take(bytes);
    }

    /// Takes room whether there is any or not, for answers that are small.
    synchronized void take(int bytes) {
        if (waitingBytes == 0) {
            lastProgress = System.nanoTime();
        }
        waitingBytes += bytes;
    }

    /// The client's side has taken these bytes.
    synchronized void release(int bytes) {
        waitingBytes -= bytes;
        lastProgress = System.nanoTime();
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return waitingBytes == 0;
    }

    /// Whether the client has taken nothing for that long although something waits.
    synchronized boolean isStalled(long now, long nanos) {
        return waitingBytes > 0 && now - lastProgress > nanos;
    }
}
