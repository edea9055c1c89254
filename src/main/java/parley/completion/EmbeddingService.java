package parley.completion;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.error.RateLimit;
import parley.ledger.Ledger;
import parley.ledger.LedgerEntry;
import parley.limit.Admission;
import parley.limit.Limits;
import parley.llm.EmbeddingModel;
import parley.llm.EmbeddingModel.Embeddings;
import parley.llm.ModelCatalog;
import parley.llm.ProviderException;
import parley.llm.ResolvedModel;
import parley.llm.TokenCounter;
import parley.llm.Usage;

/// Turns texts into vectors, under the limits of whoever asks. Nothing is stored but what it cost.
/// Safe for use by many threads.
public final class EmbeddingService {
    /// Where a provider is busy and does not say for how long.
    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    private final ModelCatalog models;
    private final Limits limits;
    private final Ledger ledger;
    private final TokenCounter tokens;
    private final InstantSource clock;
    private final Duration patience;

    /// @param patience how long a provider may take
    public EmbeddingService(
            ModelCatalog models,
            Limits limits,
            Ledger ledger,
            TokenCounter tokens,
            InstantSource clock,
            Duration patience) {
        this.models = models;
        this.limits = limits;
        this.ledger = ledger;
        this.tokens = tokens;
        this.clock = clock;
        this.patience = patience;
    }

    /// @param contract which contract asks
    /// @param model as it was asked for; empty for the first that can do it
    /// @param dimensions the wished length of the vectors, where the model has a choice
    public record Request(
            long accountId,
            String contract,
            Optional<String> model,
            List<String> texts,
            OptionalInt dimensions) {
        public Request {
            texts = List.copyOf(texts);
        }
    }

    /// @param model `provider/model` that made them
    /// @param limits what the account had left when it was admitted
    public record Embedded(String model, Embeddings embeddings, List<RateLimit> limits) {}

    /// Blocks until the vectors are there; interrupting the thread cancels the provider's call.
    ///
    /// @throws AppException no such model, or none that makes vectors (400, parameter `model`); too
    ///   much (429); the provider failed or is too slow (502, 503, 504)
    public Embedded embed(Request request) throws InterruptedException {
        ResolvedModel model = models.resolveEmbedding(request.model().orElse(""));
        EmbeddingModel embeddings = model.provider().embeddings().orElseThrow();
        long expected = request.texts().stream().mapToLong(tokens::count).sum();
        Usage expectedUsage = Usage.estimated(expected, 0, "the provider sent no counts");
        try (Admission admission =
                limits.admit(
                        request.accountId(),
                        new Limits.Expected(expected, price(model, expectedUsage).orElse(0), 0))) {
            long startedNanos = System.nanoTime();
            String outcome = "failed";
            Usage usage = expectedUsage;
            try {
                Embeddings made = call(model, embeddings, request);
                outcome = "complete";
                usage = made.usage();
                return new Embedded(model.fullName(), made, admission.limits());
            } catch (InterruptedException e) {
                outcome = "cancelled";
                throw e;
            } finally {
                OptionalLong price = price(model, usage);
                admission.settle(usage.totalTokens(), price.orElse(0));
                ledger.add(
                        new LedgerEntry(
                                request.accountId(),
                                request.contract(),
                                model.fullName(),
                                OptionalLong.empty(),
                                usage,
                                price,
                                0,
                                outcome,
                                1,
                                Duration.ofNanos(System.nanoTime() - startedNanos),
                                clock.instant()));
            }
        }
    }

    private Embeddings call(ResolvedModel model, EmbeddingModel embeddings, Request request)
            throws InterruptedException {
        FutureTask<Embeddings> call =
                new FutureTask<>(() ->
                        embeddings.embed(model.model(), request.texts(), request.dimensions()));
        Thread.ofVirtual().name("embedding").start(call);
        try {
            return call.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AppException(
                    ErrorCode.PROVIDER_TIMEOUT,
                    "%s did not answer within %d s. Try again, or choose another model."
                            .formatted(model.fullName(), patience.toSeconds()),
                    e);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case ProviderException failure -> told(failure);
                case RuntimeException failure -> failure;
                case null, default -> new IllegalStateException(e);
            };
        } finally {
            call.cancel(true);
        }
    }

    private static AppException told(ProviderException failure) {
        ErrorCode code =
                switch (failure.kind()) {
                    case UNAUTHORIZED, REFUSED, BAD_RESPONSE -> ErrorCode.PROVIDER_FAILED;
                    case RATE_LIMITED -> ErrorCode.RATE_LIMITED;
                    case UNAVAILABLE -> ErrorCode.UNAVAILABLE;
                };
        AppException told = new AppException(code, failure.sentence(), failure);
        return failure.kind().retryable()
                ? told.retryAfter(failure.retryAfter().orElse(USUAL_WAIT))
                : told;
    }

    private static OptionalLong price(ResolvedModel model, Usage usage) {
        return model.info()
                .price()
                .map(price -> OptionalLong.of(price.nanoDollars(usage)))
                .orElse(OptionalLong.empty());
    }
}
