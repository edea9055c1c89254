package parley.completion;

import java.time.InstantSource;
import parley.error.AppException;
import parley.ledger.Ledger;
import parley.limit.Admission;
import parley.limit.Limits;
import parley.llm.Capability;
import parley.llm.ModelCall;
import parley.llm.ModelCaller;
import parley.llm.ModelCatalog;
import parley.llm.ModelRequest;
import parley.llm.RequestTokens;
import parley.llm.ResolvedModel;
import parley.llm.TokenCounter;
import parley.llm.Usage;

/// Answers without a conversation: nothing is stored but what they cost. Safe for use by many
/// threads.
public final class CompletionService {
    /// What an answer is expected to hold where the request does not say.
    private static final int EXPECTED_OUTPUT_TOKENS = 256;

    private final ModelCatalog models;
    private final ModelCaller caller;
    private final Limits limits;
    private final Ledger ledger;
    private final TokenCounter tokens;
    private final InstantSource clock;
    private final CompletionSpecialist specialist;

    public CompletionService(
            ModelCatalog models,
            ModelCaller caller,
            Limits limits,
            Ledger ledger,
            TokenCounter tokens,
            InstantSource clock,
            CompletionSpecialist specialist) {
        this.models = models;
        this.caller = caller;
        this.limits = limits;
        this.ledger = ledger;
        this.tokens = tokens;
        this.clock = clock;
        this.specialist = specialist;
    }

    /// Finds the model and admits the request. What is returned must be run, then closed.
    ///
    /// @throws AppException no such model (400, parameter `model`), or one that is known not to use
    ///   tools where some are offered (400, parameter `tools`); too much (429)
    public Completion begin(CompletionRequest request) throws InterruptedException {
        ResolvedModel model = models.resolve(request.model().orElse(""));
        if (request.options().tools().offered() && model.info().cannot(Capability.TOOLS)) {
            throw AppException.invalid(
                    "tools",
                    "%s cannot use tools. Leave them out, or choose another model."
                            .formatted(model.fullName()));
        }
        Admission admission = limits.admit(request.accountId(), expected(request, model));
        ModelCall call =
                caller.prepare(
                        model,
                        candidate ->
                                new ModelRequest(
                                        candidate.model(),
                                        request.messages(),
                                        "",
                                        request.options(),
                                        request.streamed()));
        return new Completion(request, call, specialist, admission, ledger, clock);
    }

    private Limits.Expected expected(CompletionRequest request, ResolvedModel model) {
        long input = RequestTokens.count(request.messages(), request.options(), tokens);
        long output = request.options().sampling().maxTokens().orElse(EXPECTED_OUTPUT_TOKENS);
        long price =
                model.info()
                        .price()
                        .map(known -> known.nanoDollars(Usage.exact(input, output)))
                        .orElse(0L);
        return new Limits.Expected(input + output, price, 0);
    }
}
