package parley.conversation;

import java.util.List;
import java.util.Optional;
import parley.error.AppException;
import parley.limit.Admission;
import parley.limit.Limits;
import parley.llm.ModelOptions;
import parley.llm.ResolvedModel;
import parley.llm.TokenCounter;
import parley.llm.Usage;

/// Admits turns: one gate for the places of this server and what accounts may use.
final class TurnGate {
    /// What an answer is expected to hold where the request does not say.
    private static final int EXPECTED_OUTPUT_TOKENS = 256;

    private final ActiveTurns active;
    private final Limits limits;
    private final TokenCounter tokens;

    TurnGate(ActiveTurns active, Limits limits, TokenCounter tokens) {
        this.active = active;
        this.limits = limits;
        this.tokens = tokens;
    }

    /// Must be closed when the turn has ended, or does not begin.
    ///
    /// @throws AppException (429, 503) if there is no place, or not enough left; nothing was taken
    TurnAdmission admit(TurnRequest request, ResolvedModel model) {
        active.admit(request.accountId());
        try {
            Admission admission = limits.admit(request.accountId(), expected(request, model));
            return new TurnAdmission(active, request.accountId(), admission);
        } catch (RuntimeException e) {
            active.release(request.accountId());
            throw e;
        }
    }

    private Limits.Expected expected(TurnRequest request, ResolvedModel model) {
        long input = input(request.messages(), request.instructions());
        ModelOptions options = request.options();
        long output = options.sampling().maxTokens().orElse(EXPECTED_OUTPUT_TOKENS);
        long price =
                model.info()
                        .price()
                        .map(known -> known.nanoDollars(Usage.exact(input, output)))
                        .orElse(0L);
        return new Limits.Expected(input + output, price, 0);
    }

    private long input(List<NewMessage> messages, Optional<String> instructions) {
        long ofInstructions = instructions.map(tokens::count).orElse(0);
        return ofInstructions
                + messages.stream().mapToLong(message -> tokens.count(message.content())).sum();
    }
}
