package parley.llm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A provider that does what a test says, in this process.
public final class ScriptedModel implements ModelProvider {
    /// One run.
    @FunctionalInterface
    public interface Act {
        void run(ModelRequest request, ModelEvents events) throws InterruptedException;
    }

    private final String name;
    private final List<ModelInfo> models;
    private final Deque<Act> next = new ArrayDeque<>();
    private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<ModelRequest> arrivals = new LinkedBlockingQueue<>();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile Act usual = says("Hello", " there.");

    public ScriptedModel(String name, ModelInfo... models) {
        this.name = name;
        this.models = List.of(models);
    }

    public static ScriptedModel of(String name) {
        return new ScriptedModel(name, new ModelInfo("m", 100_000));
    }

    /// An answer in these pieces, with counts.
    public static Act says(String... pieces) {
        return (_, events) -> {
            for (String piece : pieces) {
                events.accept(new ModelEvent.TextDelta(piece));
            }
            events.accept(new ModelEvent.UsageReported(ReportedUsage.of(7, pieces.length)));
            events.accept(new ModelEvent.Finished(FinishReason.STOP));
        };
    }

    /// These events, and then nothing: a run that forgets its end unless one is among them.
    public static Act sends(ModelEvent... script) {
        return (_, events) -> List.of(script).forEach(events::accept);
    }

    public static Act fails(ProviderException.Kind kind) {
        return (_, _) -> {
            throw new ProviderException(kind, "It says " + kind + ".", null, null);
        };
    }

    /// Silence until somebody interrupts it.
    public static Act hangs() {
        return (_, _) -> new CountDownLatch(1).await();
    }

    public static Act both(Act first, Act second) {
        return (request, events) -> {
            first.run(request, events);
            second.run(request, events);
        };
    }

    public synchronized ScriptedModel next(Act act) {
        next.add(act);
        return this;
    }

    public ScriptedModel otherwise(Act act) {
        usual = act;
        return this;
    }

    public ResolvedModel model(ResolvedModel... fallbacks) {
        return new ResolvedModel(this, models.getFirst(), List.of(fallbacks));
    }

    public List<ModelRequest> requests() {
        return List.copyOf(requests);
    }

    /// Waits for the next request that was not waited for before.
    public ModelRequest awaitRequest() throws InterruptedException {
        @Nullable ModelRequest request = arrivals.poll(5, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("No request came within 5 s.");
        }
        return request;
    }

    /// Waits until a run was interrupted.
    public void awaitCancelled() throws InterruptedException {
        if (!cancelled.await(2, TimeUnit.SECONDS)) {
            throw new AssertionError("No run was cancelled within 2 s.");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<ModelInfo> models() {
        return models;
    }

    @Override
    public Optional<String> preferredModel() {
        return Optional.empty();
    }

    @Override
    public void run(ModelRequest request, ModelEvents events) throws InterruptedException {
        requests.add(request);
        arrivals.add(request);
        try {
            act().run(request, events);
        } catch (InterruptedException e) {
            cancelled.countDown();
            throw e;
        }
    }

    private synchronized Act act() {
        Act queued = next.poll();
        return queued == null ? usual : queued;
    }
}
