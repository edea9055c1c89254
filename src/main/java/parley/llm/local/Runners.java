package parley.llm.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The models that are in memory, and who makes room for whom.
final class Runners implements AutoCloseable {
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

    private final LocalSettings settings;
    private final ChildCommand command;
    private final Duration cancelPatience;
    private final Map<ChildCommand.LoadedModel, ModelRunner> runners = new HashMap<>();
    private @Nullable Thread sweeper;

    Runners(LocalSettings settings, ChildCommand command, Duration cancelPatience) {
        this.settings = settings;
        this.command = command;
        this.cancelPatience = cancelPatience;
    }

    /// The runner of a model. Loads nothing yet.
    synchronized ModelRunner runner(ModelFile file, Path library) {
        ChildCommand.LoadedModel model = model(file, library);
        ModelRunner known = runners.get(model);
        if (known != null) {
            return known;
        }
        makeRoom();
        ModelRunner runner = new ModelRunner(command, model, settings.load(), cancelPatience);
        runners.put(model, runner);
        if (sweeper == null) {
            sweeper = Thread.ofVirtual().name("idle models").start(this::sweep);
        }
        return runner;
    }

    private ChildCommand.LoadedModel model(ModelFile file, Path library) {
        int context =
                file.header()
                        .map(header -> ModelFile.contextTokens(header, settings))
                        .orElse(LocalSettings.USUAL_CONTEXT_TOKENS);
        int threads =
                settings.threads() == 0
                        ? Math.max(1, ProcessorCores.count() - 1)
                        : settings.threads();
        return new ChildCommand.LoadedModel(
                file.name(), library, file.path(), context, settings.parallel(), threads);
    }

    /// A model that answers stays, even if that makes one too many.
    private void makeRoom() {
        while (runners.size() >= settings.loaded()) {
            boolean ended =
                    runners.entrySet().stream()
                            .sorted(
                                    Comparator.comparingLong(
                                            entry -> entry.getValue().lastUseNanos()))
                            .filter(entry -> entry.getValue().closeIfIdle(0))
                            .findFirst()
                            .map(entry -> runners.remove(entry.getKey()))
                            .isPresent();
            if (!ended) {
                return;
            }
        }
    }

    private void sweep() {
        Duration look = min(settings.idle(), LONGEST_LOOK);
        try {
            while (true) {
                Thread.sleep(look);
                closeIdle();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void closeIdle() {
        runners.values().removeIf(runner -> runner.closeIfIdle(settings.idle().toNanos()));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public synchronized void close() {
        if (sweeper != null) {
            sweeper.interrupt();
        }
        runners.values().forEach(ModelRunner::close);
        runners.clear();
    }
}
