package parley.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import parley.llm.Usage;

/// What one answer cost.
///
/// @param id the entry's own: with the same id it is stored once
/// @param contract which contract asked for it
/// @param model `provider/model` that answered, or was asked last
/// @param turnId the turn, for answers that a conversation keeps
/// @param usage the tokens, and how they are known
/// @param nanoDollars the price in 10⁻⁹ US dollars; empty where the model's price is not known
/// @param images how many pictures were made
/// @param outcome `complete`, `cancelled`, `failed` or `interrupted`
/// @param attempts how often a provider was asked
/// @param duration from the first attempt to the end
/// @param at when it ended
public record LedgerEntry(
        UUID id,
        long accountId,
        String contract,
        String model,
        OptionalLong turnId,
        Usage usage,
        OptionalLong nanoDollars,
        int images,
        String outcome,
        int attempts,
        Duration duration,
        Instant at) {
    /// A new entry.
    public LedgerEntry(
            long accountId,
            String contract,
            String model,
            OptionalLong turnId,
            Usage usage,
            OptionalLong nanoDollars,
            int images,
            String outcome,
            int attempts,
            Duration duration,
            Instant at) {
        this(
                UUID.randomUUID(),
                accountId,
                contract,
                model,
                turnId,
                usage,
                nanoDollars,
                images,
                outcome,
                attempts,
                duration,
                at);
    }
}
