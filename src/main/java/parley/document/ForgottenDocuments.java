package parley.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;

/// Deletes what is left of documents that are no longer there: the indexes of those that went with
/// their conversation, here or on another server, and files that were never stored whole.
public final class ForgottenDocuments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenDocuments.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /// No upload takes longer from its first stored piece to its last.
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,15}");

    private final DocumentStore store;
    private final PassageSearch search;
    private final Path folder;
    private final InstantSource clock;
    private final Thread sweeper =
            Thread.ofVirtual().name("document-sweeper").unstarted(this::keepSweeping);

    /// @param folder where the search keeps something for each document, under its number; it need
    ///   not exist
    public ForgottenDocuments(
            DocumentStore store, PassageSearch search, Path folder, InstantSource clock) {
        this.store = store;
        this.search = search;
        this.folder = folder;
        this.clock = clock;
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

    /// What cannot be reached or deleted now is tried again the next time.
    private void trySweep() {
        try {
            sweep();
        } catch (AppException | IOException | UncheckedIOException e) {
            LOG.warn("What is left of deleted documents could not be looked for.", e);
        }
    }

    void sweep() throws IOException {
        store.dropUnready(clock.instant().minus(LONGEST_UPLOAD));
        List<Long> known = known();
        Set<Long> existing = new HashSet<>(store.existing(known));
        known.stream().filter(id -> !existing.contains(id)).forEach(search::forget);
    }

    private List<Long> known() throws IOException {
        List<Long> ids = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return ids;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (ID.matcher(name).matches()) {
                    ids.add(Long.parseLong(name));
                }
            }
        }
        return ids;
    }

    @Override
    public void close() {
        sweeper.interrupt();
    }
}
