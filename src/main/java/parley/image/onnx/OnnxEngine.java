package parley.image.onnx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import parley.image.ImageEngine;
import parley.image.ImageFeature;

/// Runs models that the user put into the folder, in a process of their own: what a model breaks is
/// that process, and one task. It is started with the first task, used again for the next ones, and
/// ended when it had nothing to do for a while. One task at a time: each uses all cores.
public final class OnnxEngine implements ImageEngine, AutoCloseable {
    public static final String NAME = "onnx";

    private final ModelFolder folder;
    private final List<String> command;
    private final long memory;
    private final Duration idle;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("idle models").factory());
    private volatile @Nullable ModelProcess process;
    private @Nullable Future<?> end;

    /// @param folder where the models are; it need not exist
    public OnnxEngine(Path folder, OnnxSettings settings) {
        this(folder, settings, ModelCommand.java(folder, settings));
    }

    /// @param command what starts the process
    OnnxEngine(Path folder, OnnxSettings settings, List<String> command) {
        this.folder = new ModelFolder(folder, settings.bytes());
        this.command = List.copyOf(command);
        memory = settings.memoryBytes();
        idle = settings.idle();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean can(ImageFeature feature) {
        return !models(feature).isEmpty();
    }

    @Override
    public List<String> models(ImageFeature feature) {
        return folder.models(feature);
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            forgetEnd();
            return living().run(job, progress);
        } finally {
            endLater();
            turn.unlock();
        }
    }

    private ModelProcess living() {
        ModelProcess known = process;
        if (known != null && known.isAlive()) {
            return known;
        }
        ModelProcess started = ModelProcess.start(command, memory);
        process = started;
        return started;
    }

    private void endLater() {
        try {
            end = clock.schedule(this::endIfIdle, idle.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The engine was closed meanwhile.
            endProcess();
        }
    }

    private void forgetEnd() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }

    /// A task that came in the meantime has the turn.
    private void endIfIdle() {
        if (turn.tryLock()) {
            try {
                endProcess();
            } finally {
                turn.unlock();
            }
        }
    }

    private void endProcess() {
        ModelProcess known = process;
        if (known != null) {
            known.close();
            process = null;
        }
    }

    /// The number of the process that runs models; empty while there is none.
    OptionalLong pid() {
        ModelProcess known = process;
        return known != null && known.isAlive()
                ? OptionalLong.of(known.pid())
                : OptionalLong.empty();
    }

    /// Ends the process, also in the middle of a task.
    @Override
    public void close() {
        clock.shutdownNow();
        endProcess();
    }
}
