package parley.llm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The models of one provider, asked for rarely: by one thread of its own at a time, so that nobody
/// waits who has an old list, and nobody's interruption spoils the list for others.
final class ModelList {
    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    /// What the provider said last.
    ///
    /// @param models the list, or the last one that could be had; empty if there never was one
    /// @param failure why there is no newer list
    record Answer(Optional<List<ModelInfo>> models, Optional<AppException> failure, long dueNanos) {
        List<ModelInfo> listed() {
            return models.orElse(List.of());
        }

        Optional<ModelInfo> find(String model) {
            return listed().stream().filter(info -> info.name().equals(model)).findFirst();
        }
    }

    private final ModelProvider provider;
    private final LongSupplier nanoClock;
    private final AtomicReference<@Nullable CompletableFuture<Answer>> refresh =
            new AtomicReference<>();
    private volatile Answer last;

    ModelList(ModelProvider provider, LongSupplier nanoClock) {
        this.provider = provider;
        this.nanoClock = nanoClock;
        this.last = new Answer(Optional.empty(), Optional.empty(), nanoClock.getAsLong());
    }

    ModelProvider provider() {
        return provider;
    }

    /// The list as it is known. Waits only where there is none yet.
    Answer get() throws InterruptedException {
        Answer known = last;
        if (nanoClock.getAsLong() - known.dueNanos() < 0) {
            return known;
        }
        CompletableFuture<Answer> coming = refreshOnce();
        return known.models().isPresent() ? known : await(coming);
    }

    private CompletableFuture<Answer> refreshOnce() {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> others = refresh.compareAndExchange(null, mine);
        if (others != null) {
            return others;
        }
        Thread.ofVirtual()
                .name("models of " + provider.name())
                .start(() -> {
                    Answer answer = ask();
                    last = answer;
                    refresh.set(null);
                    mine.complete(answer);
                });
        return mine;
    }

    private Answer ask() {
        try {
            List<ModelInfo> models = List.copyOf(provider.models());
            return new Answer(Optional.of(models), Optional.empty(), due(FRESH));
        } catch (AppException e) {
            return failed(e);
        } catch (RuntimeException | InterruptedException e) {
            return failed(
                    new AppException(
                            ErrorCode.PROVIDER_FAILED,
                            "The models of %s cannot be listed.".formatted(provider.name()),
                            e));
        }
    }

    private Answer failed(AppException failure) {
        return new Answer(last.models(), Optional.of(failure), due(PAUSE_AFTER_FAILURE));
    }

    private long due(Duration wait) {
        return nanoClock.getAsLong() + wait.toNanos();
    }

    private static Answer await(CompletableFuture<Answer> coming) throws InterruptedException {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A refresh never fails, it answers a failure.", e);
        }
    }
}
