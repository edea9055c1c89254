package parley.storage.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// The way to a local port, which can be cut (connections end, new ones are refused) or jammed
/// (nothing moves any more, nothing ends), and mended.
final class Cable implements AutoCloseable {
    private static final Duration FREED = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

    private final int target;
    private final int port;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moves = lock.newCondition();
    private ServerSocket listener;
    private boolean jammed;

    Cable(int target) throws IOException {
        this.target = target;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
        accept(listener);
    }

    int port() {
        return port;
    }

    void cut() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    void jam() {
        setJammed(true);
    }

    void mend() throws IOException {
        setJammed(false);
        if (listener.isClosed()) {
            listener = listenAgain();
            accept(listener);
        }
    }

    @Override
    public void close() throws IOException {
        setJammed(false);
        cut();
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// The thread that accepts is told of the cut, and gives the port back when it has heard it.
    private ServerSocket listenAgain() throws IOException {
        long deadline = System.nanoTime() + FREED.toNanos();
        while (true) {
            try {
                return listen(port);
            } catch (BindException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    private void accept(ServerSocket from) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (true) {
                            join(from.accept());
                        }
                    } catch (IOException e) {
                        // The cable was cut.
                    }
                });
    }

    private void join(Socket near) throws IOException {
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(near);
        sockets.add(far);
        pump(near, far);
        pump(far, near);
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual()
                .start(() -> {
                    try (from;
                            to;
                            InputStream in = from.getInputStream();
                            OutputStream out = to.getOutputStream()) {
                        byte[] buffer = new byte[8192];
                        int count = in.read(buffer);
                        while (count >= 0) {
                            awaitMoving();
                            out.write(buffer, 0, count);
                            count = in.read(buffer);
                        }
                    } catch (IOException e) {
                        // One end closed, or the cable was cut.
                    }
                });
    }

    private void awaitMoving() {
        lock.lock();
        try {
            while (jammed) {
                moves.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void setJammed(boolean jammed) {
        lock.lock();
        try {
            this.jammed = jammed;
            moves.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
