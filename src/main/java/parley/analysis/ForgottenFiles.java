package parley.analysis;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.analysis.chart.ChartFiles;
import parley.error.AppException;

/// Deletes the files whose rows are no longer there: tables of uploaded files and pictures of
/// charts that went with their conversation or account, here, on another server or by a command.
public final class ForgottenFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenFiles.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final DataSourceStore store;
    private final CsvSources tables;
    private final ChartFiles charts;
    private boolean failing;
    private final Thread sweeper =
            Thread.ofVirtual().name("data-sweeper").unstarted(this::keepSweeping);

    public ForgottenFiles(DataSourceStore store, CsvSources tables, ChartFiles charts) {
        this.store = store;
        this.tables = tables;
        this.charts = charts;
    }

    public void start() {
        sweeper.start();
    }

    private void keepSweeping() {
        try {
            while (true) {
                trySweep();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What cannot be reached now is tried again the next time. That is said once, not every time.
    private void trySweep() {
        try {
            sweep();
            failing = false;
        } catch (AppException e) {
            if (!failing) {
                LOG.warn(
                        "What is left of deleted data could not be looked for: {}", e.getMessage());
            }
            failing = true;
        }
    }

    void sweep() {
        List<Long> sources = tables.kept();
        Set<Long> existing = new HashSet<>(store.existing(sources));
        sources.stream().filter(id -> !existing.contains(id)).forEach(tables::delete);
        List<String> pictures = charts.kept();
        Set<String> shown = new HashSet<>(store.existingCharts(pictures));
        pictures.stream().filter(name -> !shown.contains(name)).forEach(charts::delete);
    }

    @Override
    public void close() {
        sweeper.interrupt();
    }
}
