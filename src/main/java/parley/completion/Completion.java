package parley.completion;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.error.AppException;
import parley.error.RateLimit;
import parley.ledger.Ledger;
import parley.ledger.LedgerEntry;
import parley.limit.Admission;
import parley.llm.FinishReason;
import parley.llm.ModelCall;
import parley.llm.ModelEvents;
import parley.llm.Usage;

/// An answer that is about to be given, once, on the thread of whoever asked. Closing it settles
/// its account.
public final class Completion implements AutoCloseable {
    private final CompletionRequest request;
    private final ModelCall call;
    private final CompletionSpecialist specialist;
    private final Admission admission;
    private final Ledger ledger;
    private final InstantSource clock;
    private String outcome = "cancelled";
    private boolean closed;

    Completion(
            CompletionRequest request,
            ModelCall call,
            CompletionSpecialist specialist,
            Admission admission,
            Ledger ledger,
            InstantSource clock) {
        this.request = request;
        this.call = call;
        this.specialist = specialist;
        this.admission = admission;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Has the specialist answer, or runs the model. What `events` throws ends the provider's call
    /// and is passed on: a client that went away costs no more tokens.
    ///
    /// @throws AppException the provider failed, and no attempt is left
    public FinishReason run(ModelEvents events) throws InterruptedException {
        try {
            Optional<FinishReason> special = specialist.answer(request, call.asked(), events);
            FinishReason reason = special.isPresent() ? special.get() : call.run(events);
            outcome = "complete";
            return reason;
        } catch (AppException e) {
            outcome = "failed";
            throw e;
        }
    }

    /// What is known of the call: who answered, attempts, tokens.
    public ModelCall call() {
        return call;
    }

    /// What the account had left when this was admitted.
    public List<RateLimit> limits() {
        return admission.limits();
    }

    /// The price in nano-dollars, so far; empty where the model's price is not known.
    public OptionalLong nanoDollars() {
        Usage usage = call.usage();
        return call.model()
                .info()
                .price()
                .map(price -> OptionalLong.of(price.nanoDollars(usage)))
                .orElse(OptionalLong.empty());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            account();
        } finally {
            admission.close();
        }
    }

    private void account() {
        if (call.request().isEmpty()) {
            admission.settle(0, 0);
            return;
        }
        Usage usage = call.usage();
        OptionalLong price = nanoDollars();
        // Before anything that may fail: what was used is owed.
        ledger.add(
                new LedgerEntry(
                        request.accountId(),
                        request.contract(),
                        call.model().fullName(),
                        OptionalLong.empty(),
                        usage,
                        price,
                        0,
                        outcome,
                        call.timesAsked(),
                        call.duration(),
                        clock.instant()));
        admission.settle(usage.totalTokens(), price.orElse(0));
    }
}
