package parley.bench.target;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import parley.bench.wire.Head;
import parley.bench.wire.MessageListener;
import parley.bench.wire.MessageReader;

/// One client of the scripted provider: takes its requests, plays their scripts.
final class ScriptedConnection implements MessageListener {
    private final Scripts scripts;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final MessageReader reader = MessageReader.ofRequests(this);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private String path = "";
    private @Nullable Script script;
    private int nextPiece;
    private long due;

    ScriptedConnection(Scripts scripts, SocketChannel channel, SelectionKey key) {
        this.scripts = scripts;
        this.channel = channel;
        this.key = key;
    }

    @Override
    public void head(Head head) {
        path = head.path();
        body.reset();
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        body.write(bytes, from, to - from);
    }

    @Override
    public void end() throws ProtocolException {
        if (script != null) {
            throw new ProtocolException("The next request came before the answer.");
        }
        script = scripts.find(path, body.toByteArray());
        nextPiece = 0;
        due = System.nanoTime() + script.delay().toNanos();
    }

    /// Reads what has come.
    ///
    /// @return whether the client is still there
    boolean read(byte[] buffer) throws IOException {
        int length = channel.read(ByteBuffer.wrap(buffer));
        if (length < 0) {
            return false;
        }
        reader.read(buffer, 0, length);
        return true;
    }

    /// Whether there is something to play at a later time.
    boolean isWaiting() {
        return script != null;
    }

    /// When the next piece is due, on the clock of `System.nanoTime`.
    long due() {
        return due;
    }

    /// Sends the piece that is due. Without a pace the next one is due as soon as everybody else
    /// has had a turn: a stream does not hold up the first words of others.
    void play(long now) throws IOException {
        Script playing = script;
        if (playing == null) {
            return;
        }
        send(playing.pieces().get(nextPiece));
        nextPiece++;
        long interval = playing.interval().toNanos();
        due = interval == 0 ? now : due + interval;
        if (nextPiece == playing.pieces().size()) {
            script = null;
        }
    }

    private void send(byte[] piece) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(piece);
        if (unsent.isEmpty()) {
            channel.write(bytes);
        }
        if (bytes.hasRemaining()) {
            unsent.add(bytes);
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    /// Sends what the client was too slow to take.
    void flush() throws IOException {
        while (!unsent.isEmpty()) {
            ByteBuffer bytes = unsent.element();
            channel.write(bytes);
            if (bytes.hasRemaining()) {
                return;
            }
            unsent.remove();
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    void close() {
        key.cancel();
        script = null;
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
