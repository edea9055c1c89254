package parley.document.search;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import parley.document.Passage;
import parley.document.StoredDocument;
import parley.llm.builtin.language.Interruption;

/// Where the indexes of documents lie, a folder each. An index appears whole or not at all: it is
/// written beside its place and then moved there. One that is damaged, or was made of something
/// else, is none.
final class IndexFolder {
    // Counts up when what is in an index changes; an older one is then made again.
    private static final String FORMAT = "1";
    private static final double BUFFER_MEGABYTES = 32;

    private final Path folder;
    private final int passageWords;

    IndexFolder(Path folder, int passageWords) {
        this.folder = folder;
        this.passageWords = passageWords;
    }

    /// Opens what is there of a document.
    Optional<DirectoryReader> open(StoredDocument document) throws InterruptedException {
        Path place = place(document.id());
        if (!Files.isDirectory(place)) {
            return Optional.empty();
        }
        try {
            return intact(DirectoryReader.open(MMapDirectory.open(place)), document);
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (CorruptIndexException
                | IndexNotFoundException
                | IndexFormatTooNewException
                | IndexFormatTooOldException
                | FileSystemException
                | EOFException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<DirectoryReader> intact(DirectoryReader reader, StoredDocument document)
            throws IOException {
        boolean keep = false;
        try {
            keep = reader.getIndexCommit().getUserData().equals(marks(document));
            if (keep) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
            }
            return keep ? Optional.of(reader) : Optional.empty();
        } catch (IOException e) {
            keep = false;
            throw e;
        } finally {
            if (!keep) {
                reader.close();
            }
        }
    }

    /// Writes a document's index in place of any that is there.
    void write(StoredDocument document, List<Passage> passages) throws InterruptedException {
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempDirectory(folder, "new-" + document.id() + "-");
            try {
                writeInto(beside, document, passages);
                delete(place(document.id()));
                Files.move(beside, place(document.id()), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(beside);
            }
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(long documentId) {
        try {
            delete(place(documentId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes what a process that died was writing.
    void clean() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path left :
                    all.filter(path -> path.getFileName().toString().startsWith("new-")).toList()) {
                delete(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeInto(Path place, StoredDocument document, List<Passage> passages)
            throws IOException, InterruptedException {
        TextLanguage language = TextLanguage.of(document.facts().language());
        IndexWriterConfig config = new IndexWriterConfig(IndexFields.analyzer(language));
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        config.setUseCompoundFile(true);
        // In this thread: an interrupt then ends it, and one document takes one core.
        config.setMergeScheduler(new SerialMergeScheduler());
        // What failed is thrown away; nothing half done is kept.
        config.setCommitOnClose(false);
        try (Directory directory = MMapDirectory.open(place);
                IndexWriter writer = new IndexWriter(directory, config)) {
            for (Passage passage : passages) {
                Interruption.check();
                writer.addDocument(IndexFields.document(passage, document.filename()));
            }
            writer.setLiveCommitData(marks(document).entrySet());
            writer.commit();
        }
    }

    /// What the index was made of. A home that was emptied gives its ids again.
    private Map<String, String> marks(StoredDocument document) {
        return Map.of(
                "format", FORMAT,
                "words", String.valueOf(passageWords),
                "file", document.filename(),
                "language", document.facts().language().orElse(""),
                "account", String.valueOf(document.accountId()),
                "size", String.valueOf(document.size()),
                "created", String.valueOf(document.createdAt().toEpochMilli()));
    }

    private Path place(long documentId) {
        return folder.resolve(String.valueOf(documentId));
    }

    private static void delete(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException | UncheckedIOException e) {
            // Somebody else deletes it too.
            if (Files.exists(place)) {
                throw new IOException("A document's index cannot be deleted.", e);
            }
        }
    }

    private static InterruptedException interrupted(ClosedByInterruptException cause) {
        Thread.interrupted();
        InterruptedException interrupted =
                new InterruptedException("The search is no longer wanted.");
        interrupted.initCause(cause);
        return interrupted;
    }
}
