package parley.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.ledger.LedgerEntry;
import parley.ledger.LedgerStore;
import parley.ledger.ModelDay;
import parley.storage.database.Database;

/// What answers cost, in SQL.
final class SqlLedgerStore implements LedgerStore {
    private final Database database;

    SqlLedgerStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(List<LedgerEntry> entries) {
        database.write(session -> {
            session.updateEach(UsageRows.INSERT, entries.stream().map(UsageRows::values).toList());
            return Optional.empty();
        });
    }

    @Override
    public List<ModelDay> usage(long accountId, Instant from, Instant to) {
        return database.read(session ->
                session.all(UsageRows.BY_DAY_AND_MODEL, UsageRows::day, accountId, from, to));
    }

    @Override
    public Slice entries(long accountId, long after, int limit) {
        List<UsageRows.Numbered> found =
                database.read(session ->
                        session.all(
                                UsageRows.ENTRIES,
                                row -> UsageRows.numbered(row, accountId),
                                accountId,
                                after,
                                limit));
        return new Slice(
                found.stream().map(UsageRows.Numbered::entry).toList(),
                found.isEmpty() ? after : found.getLast().number());
    }

    @Override
    public Totals since(long accountId, Instant from) {
        return database.read(
                session -> session.one(UsageRows.TOTALS, UsageRows::totals, accountId, from));
    }
}
