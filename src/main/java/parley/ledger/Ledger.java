package parley.ledger;

/// Takes entries of answers that no conversation keeps; those of turns are stored together with the
/// turn's end. Safe for use by many threads.
public interface Ledger {
    /// Takes an entry, and stores it within a quarter of a second. Does not wait for the store.
    void add(LedgerEntry entry);
}
