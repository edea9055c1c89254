package parley.program;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import parley.dialect.SseEvent;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;

/// Clients that write through all doors at once, message after message, until their server is gone
/// or they are told to stop. Each has a conversation of its own, and they share one.
final class Writers {
    private static final long PATIENCE_SECONDS = 60;

    private final Map<Door, Long> conversations = new EnumMap<>(Door.class);
    private final long shared;
    private final ConcurrentLinkedQueue<SentMessage> sent = new ConcurrentLinkedQueue<>();
    private int before;
    private final AtomicInteger number = new AtomicInteger();
    private final Semaphore acknowledged = new Semaphore(0);
    private final ConcurrentLinkedQueue<Throwable> faults = new ConcurrentLinkedQueue<>();

    /// Makes the conversations.
    Writers(WireClient client) throws InterruptedException {
        for (Door door : Door.values()) {
            conversations.put(door, newConversation(client));
        }
        shared = newConversation(client);
    }

    private static long newConversation(WireClient client) throws InterruptedException {
        return client.post("/v1/conversations", "{}").json().path("id").longValue();
    }

    /// The conversation that all write in.
    long shared() {
        return shared;
    }

    /// Writers at work.
    final class Shift {
        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Thread> threads = new ArrayList<>();

        /// Waits until so many messages have been acknowledged.
        void awaitAcknowledged(int count) throws InterruptedException {
            if (!acknowledged.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The server acknowledges too little");
            }
        }

        /// No further message is sent. Waits for those under way.
        void end() throws InterruptedException {
            over.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
            for (Throwable fault : faults) {
                throw new AssertionError("A writer was answered in an unexpected way", fault);
            }
        }
    }

    /// All writers begin to write.
    Shift begin(WireClient client, SplittableGenerator random) {
        acknowledged.drainPermits();
        before = sent.size();
        Shift shift = new Shift();
        for (Door door : Door.values()) {
            RandomGenerator own = random.split();
            shift.threads.add(Thread.ofVirtual().start(() -> write(client, door, own, shift.over)));
        }
        return shift;
    }

    /// Everything that was sent.
    List<SentMessage> sent() {
        return List.copyOf(sent);
    }

    /// What was sent by the newest shift.
    List<SentMessage> sentLast() {
        return sent.stream().skip(before).toList();
    }

    private void write(WireClient client, Door door, RandomGenerator random, AtomicBoolean over) {
        try {
            while (!over.get()) {
                SentMessage message = next(door, random);
                sent.add(message);
                send(client, message);
            }
        } catch (UncheckedIOException e) {
            // The server is gone.
        } catch (InterruptedException | RuntimeException | AssertionError e) {
            faults.add(e);
        }
    }

    private SentMessage next(Door door, RandomGenerator random) {
        int next = number.incrementAndGet();
        String text = "Message %d through %s.".formatted(next, door);
        Optional<String> key = random.nextBoolean() ? Optional.of("key-" + next) : Optional.empty();
        return new SentMessage(text, message(door, random.nextInt(4), text), key);
    }

    private Door.Message message(Door door, int chance, String text) {
        if (chance == 0) {
            return door.message(shared, text);
        }
        return chance == 1 && door.beginsConversations()
                ? door.messageInNewConversation(text)
                : door.message(conversations.getOrDefault(door, shared), text);
    }

    private void send(WireClient client, SentMessage message) throws InterruptedException {
        if (message.message().door().streams()) {
            StreamedAnswer answer = StreamedAnswer.to(client, message.message(), message.headers());
            Optional<Long> turn = answer.begun();
            turn.ifPresent(id -> acknowledge(message, id));
            Optional<SseEvent> end = answer.awaitEnd();
            end.filter(StreamedAnswer::isWhole).ifPresent(_ -> message.answer(answer.text()));
            if (end.isEmpty()) {
                throw new UncheckedIOException(new EOFException());
            }
            return;
        }
        WireAnswer answer = message.message().send(client, message.headers());
        if (answer.status() != 200) {
            throw new AssertionError(message + " was answered: " + answer);
        }
        acknowledge(message, Long.parseLong(answer.header("X-Turn-Id")));
        message.answer(message.message().door().textOf(answer));
    }

    private void acknowledge(SentMessage message, long turn) {
        message.acknowledge(turn);
        acknowledged.release();
    }
}
