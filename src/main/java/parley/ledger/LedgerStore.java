package parley.ledger;

import java.time.Instant;
import java.util.List;

/// Keeps what answers cost, for ever. Every change is durable when the method returns.
public interface LedgerStore {
    /// Stores all of the entries or, if this throws, possibly none.
    void add(List<LedgerEntry> entries);

    /// What an account used, by day (UTC) and model: newest day first, then by model.
    ///
    /// @param from the first moment that counts
    /// @param to the first moment that no longer counts
    List<ModelDay> usage(long accountId, Instant from, Instant to);

    /// What an account used since a moment, together.
    Totals since(long accountId, Instant from);

    /// @param nanoDollars of all answers whose price is known
    record Totals(long requests, long tokens, long nanoDollars, long images) {}
}
