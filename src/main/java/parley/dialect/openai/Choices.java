package parley.dialect.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import parley.completion.Completion;
import parley.completion.CompletionRequest;
import parley.completion.CompletionService;
import parley.dialect.UnknownModel;

/// The answers to one request, given side by side.
final class Choices implements AutoCloseable {
    private final List<Completion> completions = new ArrayList<>();

    private Choices() {}

    /// What gives one answer.
    @FunctionalInterface
    interface Work {
        void give(int choice, Completion completion) throws InterruptedException;
    }

    /// @throws parley.error.AppException (404) no such model; (429) too much
    static Choices begin(CompletionService service, CompletionRequest request, int count)
            throws InterruptedException {
        Choices choices = new Choices();
        boolean begun = false;
        try {
            for (int i = 0; i < count; i++) {
                choices.completions.add(UnknownModel.asNotFound(() -> service.begin(request)));
            }
            begun = true;
            return choices;
        } finally {
            if (!begun) {
                choices.close();
            }
        }
    }

    Completion first() {
        return completions.getFirst();
    }

    /// Gives all answers, the only one on this thread. The failure of one ends the others.
    void run(Work work) throws InterruptedException {
        if (completions.size() == 1) {
            give(0, work);
            return;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<@Nullable Void> running =
                    new ExecutorCompletionService<>(threads);
            for (int i = 0; i < completions.size(); i++) {
                int choice = i;
                running.submit(() -> {
                    give(choice, work);
                    return null;
                });
            }
            awaitAll(running, threads);
        }
    }

    private void awaitAll(
            ExecutorCompletionService<@Nullable Void> running, ExecutorService threads)
            throws InterruptedException {
        boolean done = false;
        try {
            for (int i = 0; i < completions.size(); i++) {
                running.take().get();
            }
            done = true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e);
        } finally {
            if (!done) {
                threads.shutdownNow();
            }
        }
    }

    /// Its account is settled before its end is told, so that the next request finds its place
    /// free.
    private void give(int choice, Work work) throws InterruptedException {
        try (Completion completion = completions.get(choice)) {
            work.give(choice, completion);
        }
    }

    /// The tokens of all.
    TokenUsage usage() {
        return completions.stream()
                .map(completion -> TokenUsage.of(completion.call().usage()))
                .reduce(TokenUsage::plus)
                .orElseThrow();
    }

    @Override
    public void close() {
        completions.forEach(Completion::close);
    }
}
