package parley.cli.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// The events of one response, as they come. A thread of its own reads, so that silence can be told
/// from patience.
final class TurnEvents implements AutoCloseable {
    private static final int READ_AHEAD = 256;

    private final InputStream body;
    private final Duration patience;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(READ_AHEAD);
    private final Thread reader;

    /// @param patience how long nothing at all may come before the connection counts as lost
    TurnEvents(InputStream body, Duration patience) {
        this.body = body;
        this.patience = patience;
        this.reader = Thread.ofVirtual().name("chat-events").start(this::read);
    }

    /// Waits for the next message.
    TurnMessage next() throws ConnectionLostException, InterruptedException {
        return switch (arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            case null -> throw new ConnectionLostException("The server fell silent.", null);
            case Arrived(Frame frame) -> TurnDecoder.decode(frame);
            case Broken(ConnectionLostException cause) -> throw cause;
        };
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            body.close();
        } catch (IOException e) {
            // It is gone already, which is what closing is for.
        }
    }

    private void read() {
        try {
            Broken end = new Broken(new ConnectionLostException(readAll(), null));
            arrivals.put(end);
        } catch (InterruptedException e) {
            // Closed: nobody listens.
            Thread.currentThread().interrupt();
        }
    }

    /// @return why it ended
    private String readAll() throws InterruptedException {
        var parser = new FrameParser();
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Frame> frame = parser.line(line);
                if (frame.isPresent()) {
                    arrivals.put(new Arrived(frame.get()));
                }
            }
            return "The server ended the stream before the answer.";
        } catch (IOException e) {
            return "The connection broke.";
        }
    }

    private sealed interface Arrival {}

    private record Arrived(Frame frame) implements Arrival {}

    private record Broken(ConnectionLostException cause) implements Arrival {}
}
