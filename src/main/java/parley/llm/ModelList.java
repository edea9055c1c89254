package parley.llm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The models of one provider, asked for rarely: by one thread of its own at a time, so that nobody
/// waits who has an old list, and nobody's interruption spoils the list for others.
///
/// A provider that may not be there at all is asked more often, and hardly waited for.
final class ModelList {
    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);
    static final Duration OPTIONAL_FRESH = Duration.ofSeconds(10);

    /// How long the first question waits for an optional provider, and a later one that asks
    /// whether it has come.
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private static final Duration TEST_WAIT = Duration.ofSeconds(15);

    private static final Duration LATER_WAIT = Duration.ofMillis(200);

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

        boolean isUnknown() {
            return models.isEmpty() && failure.isEmpty();
        }
    }

    /// A question that is under way.
    ///
    /// @param mine whether it was asked just now, by whoever holds this
    private record Refresh(CompletableFuture<Answer> coming, boolean mine) {}

    private final ModelProvider provider;
    private final UnaryOperator<ModelInfo> completion;
    private final LongSupplier nanoClock;
    private final AtomicReference<@Nullable CompletableFuture<Answer>> refresh =
            new AtomicReference<>();
    private final AtomicReference<Answer> last;

    /// @param completion adds to each model what the provider does not say
    ModelList(ModelProvider provider, UnaryOperator<ModelInfo> completion, LongSupplier nanoClock) {
        this.provider = provider;
        this.completion = completion;
        this.nanoClock = nanoClock;
        this.last =
                new AtomicReference<>(
                        new Answer(Optional.empty(), Optional.empty(), nanoClock.getAsLong()));
    }

    ModelProvider provider() {
        return provider;
    }

    /// A model about which the provider was not asked.
    ModelInfo describe(String model) {
        return completion.apply(provider.describe(model));
    }

    /// The list as it is known. Waits only where there is none yet, and for a provider that may not
    /// be there hardly even then.
    Answer get() throws InterruptedException {
        Answer known = last.get();
        if (nanoClock.getAsLong() - known.dueNanos() < 0) {
            return known;
        }
        Refresh asked = refreshOnce();
        if (!provider.isOptional()) {
            return known.models().isPresent() ? known : await(asked.coming());
        }
        if (known.isUnknown()) {
            return await(asked.coming(), FIRST_WAIT, known);
        }
        boolean away = known.failure().isPresent() || known.listed().isEmpty();
        return away && asked.mine() ? await(asked.coming(), LATER_WAIT, known) : known;
    }

    /// The list as the provider says it now; if it does not answer for some seconds, that it does
    /// not.
    Answer askNow() throws InterruptedException {
        return await(refreshOnce().coming(), TEST_WAIT, last.get());
    }

    /// The list as it is known, without waiting for anything.
    Answer peek() {
        Answer known = last.get();
        if (nanoClock.getAsLong() - known.dueNanos() >= 0) {
            var _ = refreshOnce();
        }
        return known;
    }

    /// Whether the provider can answer: one that may not be there must have answered, and one that
    /// answered must have a model.
    boolean isThere() throws InterruptedException {
        Answer answer = get();
        if (provider.isOptional() && (answer.failure().isPresent() || answer.isUnknown())) {
            return false;
        }
        return answer.failure().isPresent()
                || provider.preferredModel().isPresent()
                || answer.listed().stream().anyMatch(ModelInfo::chats);
    }

    private Refresh refreshOnce() {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> others = refresh.compareAndExchange(null, mine);
        if (others != null) {
            return new Refresh(others, false);
        }
        Thread.ofVirtual()
                .name("models of " + provider.name())
                .start(() -> {
                    Answer answer = ask();
                    last.set(answer);
                    refresh.set(null);
                    mine.complete(answer);
                });
        return new Refresh(mine, true);
    }

    private Answer ask() {
        try {
            List<ModelInfo> models = provider.models().stream().map(completion).toList();
            return new Answer(
                    Optional.of(models),
                    Optional.empty(),
                    due(provider.isOptional() ? OPTIONAL_FRESH : FRESH));
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
        return new Answer(last.get().models(), Optional.of(failure), due(PAUSE_AFTER_FAILURE));
    }

    private long due(Duration wait) {
        return nanoClock.getAsLong() + wait.toNanos();
    }

    private Answer await(CompletableFuture<Answer> coming, Duration patience, Answer known)
            throws InterruptedException {
        try {
            return coming.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            AppException silent =
                    new AppException(
                            ErrorCode.UNAVAILABLE,
                            "%s does not answer.".formatted(provider.name()),
                            e);
            // From now on nobody waits for the answer that may still come.
            Answer away = new Answer(known.models(), Optional.of(silent), nanoClock.getAsLong());
            return last.compareAndSet(known, away) ? away : last.get();
        } catch (ExecutionException e) {
            throw neverFails(e);
        }
    }

    private static Answer await(CompletableFuture<Answer> coming) throws InterruptedException {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            throw neverFails(e);
        }
    }

    private static IllegalStateException neverFails(ExecutionException e) {
        return new IllegalStateException("A refresh never fails, it answers a failure.", e);
    }
}
