package parley.llm.local;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.llm.local.wire.Ask;
import parley.llm.local.wire.Tell;
import parley.llm.local.wire.Wire;

/// One request and what is told about it. A thread of its own reads, so that whoever waits can be
/// interrupted without tearing the connection: the child is told, and has time to stop.
final class Exchange {
    private final ChildProcess process;
    private final Wire wire;
    private final Duration cancelPatience;

    /// Empty for the end of the connection. Bounded by the length of an answer.
    private final BlockingQueue<Optional<Tell>> told = new LinkedBlockingQueue<>();

    private final CountDownLatch over = new CountDownLatch(1);

    Exchange(ChildProcess process, Wire wire, Duration cancelPatience) {
        this.process = process;
        this.wire = wire;
        this.cancelPatience = cancelPatience;
    }

    /// @param atEnd is run when the child has done with the request
    void start(Runnable atEnd) {
        Thread.ofVirtual()
                .name("answer of a model")
                .start(() -> {
                    try (wire) {
                        read();
                    } finally {
                        told.add(Optional.empty());
                        over.countDown();
                        atEnd.run();
                    }
                });
    }

    private void read() {
        try {
            @Nullable Tell tell = wire.readTell();
            while (tell != null) {
                told.add(Optional.of(tell));
                if (tell.isLast()) {
                    return;
                }
                tell = wire.readTell();
            }
        } catch (IOException e) {
            // The child has died: the same as an end in the middle.
            return;
        }
    }

    /// Asks, and passes on what is told, up to the last of it.
    void run(Ask ask, Consumer<Tell> receiver) throws InterruptedException {
        boolean complete = false;
        try {
            wire.send(ask);
            while (!complete) {
                Tell tell = told.take().orElseThrow(() -> process.died(null));
                receiver.accept(tell);
                complete = tell.isLast();
            }
        } catch (IOException e) {
            throw process.died(e);
        } finally {
            if (!complete) {
                giveUp();
            }
        }
    }

    /// Tells the child that nobody wants the rest; one that does not listen is ended.
    private void giveUp() {
        try {
            wire.send(new Ask.Cancel());
        } catch (IOException e) {
            // It is gone already.
            return;
        }
        Thread.ofVirtual().name("end of an answer").start(this::endIfStuck);
    }

    private void endIfStuck() {
        try {
            if (!over.await(cancelPatience.toNanos(), TimeUnit.NANOSECONDS)) {
                process.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
