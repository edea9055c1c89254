package parley.export.archive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import parley.analysis.csv.CsvWriter;
import parley.export.ArchiveInput;
import parley.export.ArchiveOutput;
import parley.export.ArchiveSection;
import parley.export.ImportReport;
import parley.ledger.LedgerEntry;
import parley.ledger.LedgerStore;

/// What answers cost, as CSV. It is for reading: what was used there does not count here.
public final class UsageSection implements ArchiveSection {
    private static final int AT_ONCE = 1000;

    /// A US dollar has 10⁹ of what prices are kept in.
    private static final int DECIMALS = 9;

    private static final List<String> HEADER =
            List.of(
                    "at",
                    "contract",
                    "model",
                    "turn_id",
                    "input_tokens",
                    "output_tokens",
                    "cached_tokens",
                    "reasoning_tokens",
                    "counted",
                    "us_dollars",
                    "images",
                    "outcome",
                    "attempts",
                    "milliseconds");

    private final LedgerStore ledger;

    public UsageSection(LedgerStore ledger) {
        this.ledger = ledger;
    }

    @Override
    public String kind() {
        return "usage";
    }

    @Override
    public void write(long accountId, ArchiveOutput archive)
            throws IOException, InterruptedException {
        archive.add("usage.csv", out -> write(accountId, out));
    }

    private void write(long accountId, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter.writeRow(csv, HEADER);
        LedgerStore.Slice some = ledger.entries(accountId, 0, AT_ONCE);
        while (!some.entries().isEmpty()) {
            for (LedgerEntry entry : some.entries()) {
                CsvWriter.writeRow(csv, row(entry));
            }
            some = ledger.entries(accountId, some.last(), AT_ONCE);
        }
        csv.flush();
    }

    private static List<Object> row(LedgerEntry entry) {
        return List.of(
                entry.at().toString(),
                entry.contract(),
                entry.model(),
                entry.turnId().isPresent() ? String.valueOf(entry.turnId().getAsLong()) : "",
                entry.usage().inputTokens(),
                entry.usage().outputTokens(),
                entry.usage().cachedTokens(),
                entry.usage().reasoningTokens(),
                entry.usage().source().wireName(),
                entry.nanoDollars().isPresent()
                        ? BigDecimal.valueOf(entry.nanoDollars().getAsLong(), DECIMALS)
                        : "",
                entry.images(),
                entry.outcome(),
                entry.attempts(),
                entry.duration().toMillis());
    }

    @Override
    public void read(long accountId, ArchiveInput archive, ImportReport report) {
        // The ledger says what was used on this server, and limits hold by it.
    }
}
