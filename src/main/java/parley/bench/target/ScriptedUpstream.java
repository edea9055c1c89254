package parley.bench.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;

/// A model provider that speaks OpenAI's wire format and does nothing else: one thread, prepared
/// bytes, an exact pace. What a relay adds, it adds to this.
public final class ScriptedUpstream implements AutoCloseable {
    private static final int LISTEN_QUEUE = 4096;
    private static final int BUFFER = 64 * 1024;
    private static final long NANOS_PER_MILLI = Duration.ofMillis(1).toNanos();

    private final Selector selector;
    private final ServerSocketChannel server;
    private final Scripts scripts = new Scripts();
    private final byte[] buffer = new byte[BUFFER];
    // Compared by difference: the clock may begin anywhere, even below zero.
    private final PriorityQueue<ScriptedConnection> waiting =
            new PriorityQueue<>(ScriptedUpstream::byDue);
    private final Thread thread;
    private volatile boolean closed;

    private ScriptedUpstream(Selector selector, ServerSocketChannel server) {
        this.selector = selector;
        this.server = server;
        this.thread = Thread.ofPlatform().daemon().name("scripted-upstream").unstarted(this::run);
    }

    /// Begins to listen on a free port of 127.0.0.1.
    public static ScriptedUpstream start() throws IOException {
        Selector selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), LISTEN_QUEUE);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        ScriptedUpstream upstream = new ScriptedUpstream(selector, server);
        upstream.thread.start();
        return upstream;
    }

    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) server.getLocalAddress();
    }

    private static int byDue(ScriptedConnection one, ScriptedConnection other) {
        return Long.signum(one.due() - other.due());
    }

    private void run() {
        try {
            while (!closed) {
                awaitWork();
                playWhatIsDue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            shut();
        }
    }

    /// Serves whoever sent something, and returns when a piece is due.
    private void awaitWork() throws IOException {
        ScriptedConnection next = waiting.peek();
        if (next == null) {
            selector.select(this::ready);
            return;
        }
        long nanos = next.due() - System.nanoTime();
        if (nanos > NANOS_PER_MILLI) {
            selector.select(this::ready, nanos / NANOS_PER_MILLI);
            return;
        }
        // A selector waits whole milliseconds: for a pace that is too coarse.
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
        selector.selectNow(this::ready);
    }

    private void playWhatIsDue() {
        long now = System.nanoTime();
        List<ScriptedConnection> due = new ArrayList<>();
        ScriptedConnection next = waiting.peek();
        while (next != null && next.due() - now <= 0) {
            due.add(waiting.remove());
            next = waiting.peek();
        }
        due.forEach(connection -> play(connection, now));
    }

    private void play(ScriptedConnection connection, long now) {
        try {
            connection.play(now);
        } catch (IOException e) {
            // The client went away: its answer goes nowhere.
            connection.close();
        }
        if (connection.isWaiting()) {
            waiting.add(connection);
        }
    }

    private void ready(SelectionKey key) {
        if (key.isAcceptable()) {
            accept();
            return;
        }
        ScriptedConnection connection = (ScriptedConnection) key.attachment();
        try {
            if (key.isWritable()) {
                connection.flush();
            }
            if (key.isReadable()) {
                read(connection);
            }
        } catch (IOException e) {
            // The client went away, or does not speak HTTP.
            leave(connection);
        }
    }

    private void read(ScriptedConnection connection) throws IOException {
        boolean wasWaiting = connection.isWaiting();
        if (!connection.read(buffer)) {
            leave(connection);
        } else if (!wasWaiting && connection.isWaiting()) {
            waiting.add(connection);
        }
    }

    private void leave(ScriptedConnection connection) {
        waiting.remove(connection);
        connection.close();
    }

    private void accept() {
        try {
            SocketChannel channel = server.accept();
            if (channel == null) {
                return;
            }
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            key.attach(new ScriptedConnection(scripts, channel, key));
        } catch (IOException e) {
            // The client went away before it was served.
        }
    }

    private void shut() {
        selector.keys()
                .forEach(key -> {
                    try {
                        key.channel().close();
                    } catch (IOException e) {
                        // It is closed all the same.
                    }
                });
        try {
            selector.close();
        } catch (IOException e) {
            // Nothing is left to close.
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
