package parley.dialect.openai.responses;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.completion.Completion;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;

/// Runs a completion on a thread of its own, so that whoever writes the answer notices the model's
/// silence, and the client's going away. Closing it ends the model's call.
final class CompletionFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CompletionFeed.class);

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Completion completion;
    private final Thread thread;

    CompletionFeed(Completion completion) {
        this.completion = completion;
        this.thread = Thread.ofVirtual().name("completion").start(this::run);
    }

    /// What comes from the model. One of the last three is the last, always.
    sealed interface Signal {
        record Said(ModelEvent event) implements Signal {}

        record Finished(FinishReason reason) implements Signal {}

        record Failed(AppException problem) implements Signal {}

        /// Somebody ended the call.
        record Stopped() implements Signal {}
    }

    /// Waits for what comes next.
    ///
    /// @return empty if nothing came for as long as `patience`
    Optional<Signal> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(signals.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    /// Ends the model's call, from any thread.
    void stop() {
        thread.interrupt();
    }

    /// Ends the call, and waits until it has ended: what is known of it can then be read.
    @Override
    public void close() {
        stop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                // A provider's call that was interrupted ends soon: its account is settled first.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        signals.add(last());
    }

    private Signal last() {
        try {
            return new Signal.Finished(
                    completion.run(event -> signals.add(new Signal.Said(event))));
        } catch (AppException e) {
            return new Signal.Failed(e);
        } catch (InterruptedException e) {
            return new Signal.Stopped();
        } catch (RuntimeException e) {
            LOG.error("A completion failed unexpectedly.", e);
            return new Signal.Failed(
                    new AppException(
                            ErrorCode.INTERNAL,
                            "The answer failed for a reason that is in the server's log. Try again."));
        }
    }
}
