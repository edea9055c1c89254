package parley.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Keeps what a run said.
public final class RecordedEvents implements ModelEvents {
    private final List<ModelEvent> events = new ArrayList<>();
    private final CountDownLatch text = new CountDownLatch(1);

    @Override
    public synchronized void accept(ModelEvent event) {
        events.add(event);
        if (event instanceof ModelEvent.TextDelta) {
            text.countDown();
        }
    }

    /// Waits for the first piece of text.
    public void awaitText() throws InterruptedException {
        if (!text.await(5, TimeUnit.SECONDS)) {
            throw new AssertionError("No text came within 5 s.");
        }
    }

    public synchronized List<ModelEvent> all() {
        return List.copyOf(events);
    }

    public List<String> deltas() {
        List<String> deltas = new ArrayList<>();
        for (ModelEvent event : all()) {
            if (event instanceof ModelEvent.TextDelta(String piece)) {
                deltas.add(piece);
            }
        }
        return deltas;
    }

    public String text() {
        return String.join("", deltas());
    }

    /// The counts that were said last; nothing if none were.
    public Usage usage() {
        Usage usage = Usage.NONE;
        for (ModelEvent event : all()) {
            if (event instanceof ModelEvent.UsageReported(ReportedUsage said)) {
                usage = Usage.exact(said.inputTokens().orElse(0), said.outputTokens().orElse(0));
            }
        }
        return usage;
    }

    /// The end that was said.
    public ModelEvent.Finished end() {
        if (all().getLast() instanceof ModelEvent.Finished end) {
            return end;
        }
        throw new AssertionError("The answer has no end.");
    }
}
