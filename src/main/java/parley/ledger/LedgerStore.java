package parley.ledger;

import java.time.Instant;
import java.util.List;

/// Keeps what answers cost, for ever. Every change is durable when the method returns.
public interface LedgerStore {
    /// Stores those of the entries that are not there yet. If this throws, they may be stored or
    /// not, and can be added again.
    void add(List<LedgerEntry> entries);

    /// What an account used, by day (UTC) and model: newest day first, then by model.
    ///
    /// @param from the first moment that counts
    /// @param to the first moment that no longer counts
    List<ModelDay> usage(long accountId, Instant from, Instant to);

    /// What an account used since a moment, together.
    Totals since(long accountId, Instant from);

    /// All entries of an account, oldest first.
    ///
    /// @param after 0 for the beginning, else [Slice#last] of what came before
    Slice entries(long accountId, long after, int limit);

    /// Some entries.
    ///
    /// @param last where the next ones begin
    record Slice(List<LedgerEntry> entries, long last) {
        public Slice {
            entries = List.copyOf(entries);
        }
    }

    /// @param nanoDollars of all answers whose price is known
    record Totals(long requests, long tokens, long nanoDollars, long images) {}
}
