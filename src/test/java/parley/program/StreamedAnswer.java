package parley.program;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import parley.dialect.SseEvent;
import parley.dialect.SseReader;
import parley.dialect.WireClient;

/// A streamed answer that somebody listens to until it ends or breaks off, on a thread of its own.
final class StreamedAnswer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DONE = "[DONE]";

    private final CompletableFuture<Long> turn = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Arrival> arrivals = new ArrayList<>();
    private @Nullable SseEvent end;
    private @Nullable Throwable fault;
    private boolean over;

    /// How much text there was at a moment of [System#nanoTime].
    private record Arrival(long nanos, int length) {}

    /// Sends the message, and listens.
    static StreamedAnswer to(WireClient client, Door.Message message, String... headers) {
        StreamedAnswer answer = new StreamedAnswer();
        Thread.ofVirtual()
                .start(() -> answer.listen(client, message.path(), message.json(), headers));
        return answer;
    }

    /// Asks for the rest of an answer that ended early, and listens.
    static StreamedAnswer continued(WireClient client, long turnId) {
        StreamedAnswer answer = new StreamedAnswer();
        String path = "/v1/turns/%s/continue".formatted(turnId);
        Thread.ofVirtual().start(() -> answer.listen(client, path, "{}"));
        return answer;
    }

    /// Waits until the answer has begun.
    ///
    /// @return the id of its turn
    long awaitBegin() {
        try {
            return turn.join();
        } catch (CompletionException e) {
            throw new AssertionError("The answer did not begin", e.getCause());
        }
    }

    /// Waits until the answer has begun, or could not begin because the server was gone.
    ///
    /// @return the id of its turn
    Optional<Long> begun() {
        return turn.handle((id, _) -> Optional.ofNullable(id)).join();
    }

    /// Waits until there is so much text.
    synchronized void awaitLength(int length) throws InterruptedException {
        await(() -> over || text.length() >= length);
        if (text.length() < length) {
            throw new AssertionError("The answer has ended: " + text, fault);
        }
    }

    /// Waits for the last event; empty if the answer broke off.
    synchronized Optional<SseEvent> awaitEnd() throws InterruptedException {
        await(() -> over);
        if (fault != null) {
            throw new AssertionError("The answer is not as it should be: " + text, fault);
        }
        return Optional.ofNullable(end);
    }

    /// Waits for the last event, which must say that the answer is whole.
    ///
    /// @return the text
    String awaitWhole() throws InterruptedException {
        Optional<SseEvent> last = awaitEnd();
        if (last.filter(StreamedAnswer::isWhole).isEmpty()) {
            throw new AssertionError("The answer is not whole: %s, %s".formatted(text(), last));
        }
        return text();
    }

    synchronized boolean isOver() {
        return over;
    }

    /// What has come so far.
    synchronized String text() {
        return text.toString();
    }

    /// What had come at that moment of [System#nanoTime].
    synchronized String textAt(long nanos) {
        int length = 0;
        for (Arrival arrival : arrivals) {
            if (arrival.nanos() - nanos <= 0) {
                length = arrival.length();
            }
        }
        return text.substring(0, length);
    }

    /// Whether the last event says that the answer is whole.
    static boolean isWhole(SseEvent event) {
        return event.data().equals(DONE)
                || (event.name().equals("end")
                        && event.json().path("status").asString("").equals("complete"));
    }

    private void listen(WireClient client, String path, String json, String... headers) {
        try (SseReader reader = client.open("POST", path, json, headers)) {
            turn.complete(Long.valueOf(reader.header("X-Turn-Id")));
            for (Optional<SseEvent> event = reader.next();
                    event.isPresent();
                    event = reader.next()) {
                take(event.get());
            }
            finish(null);
        } catch (UncheckedIOException | InterruptedException e) {
            // The server was killed, or the test is over: the end that is missing tells.
            turn.completeExceptionally(e);
            finish(null);
        } catch (RuntimeException | AssertionError e) {
            turn.completeExceptionally(e);
            finish(e);
        }
    }

    private synchronized void take(SseEvent event) {
        if (end != null) {
            throw new AssertionError("Something came after the end: " + event);
        }
        switch (event.name()) {
            case "text" -> append(event.json().path("text").stringValue());
            case "started", "ping" -> {}
            case "end", "error" -> end = event;
            default -> {
                if (event.data().equals(DONE)) {
                    end = event;
                } else {
                    append(event.data());
                }
            }
        }
    }

    private void append(String piece) {
        text.append(piece);
        arrivals.add(new Arrival(System.nanoTime(), text.length()));
        notifyAll();
    }

    private synchronized void finish(@Nullable Throwable newFault) {
        fault = newFault;
        over = true;
        notifyAll();
    }

    private synchronized void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new AssertionError("Nothing more came of the answer: " + text);
            }
            wait(millis);
        }
    }
}
