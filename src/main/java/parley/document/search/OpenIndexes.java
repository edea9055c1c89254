package parley.document.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.store.AlreadyClosedException;
import parley.document.Passage;
import parley.document.PassageSearch.Texts;
import parley.document.StoredDocument;

/// The indexes that are open, the longest unused closed first. One that is in use is closed when
/// nobody uses it any more.
final class OpenIndexes implements AutoCloseable {
    private static final int LANES = 16;

    private final IndexFolder folder;
    private final Texts texts;
    private final SearchSettings settings;
    private final Map<Long, DirectoryReader> open = new LinkedHashMap<>(16, 0.75f, true);
    private final ReentrantLock lock = new ReentrantLock();
    // So that an index is made once, however many wait for it.
    private final List<ReentrantLock> making =
            IntStream.range(0, LANES).mapToObj(_ -> new ReentrantLock()).toList();

    OpenIndexes(IndexFolder folder, Texts texts, SearchSettings settings) {
        this.folder = folder;
        this.texts = texts;
        this.settings = settings;
    }

    /// One reader over all of these documents, to be closed after use. What has no index gets one.
    IndexReader read(List<StoredDocument> documents) throws InterruptedException {
        List<IndexReader> readers = new ArrayList<>();
        try {
            for (StoredDocument document : documents) {
                readers.add(reader(document));
            }
            // Holds on to the readers for itself.
            return new MultiReader(readers.toArray(IndexReader[]::new), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            readers.forEach(OpenIndexes::release);
        }
    }

    void forget(long documentId) {
        ReentrantLock mine = making.get(Math.floorMod(documentId, LANES));
        mine.lock();
        try {
            DirectoryReader reader;
            lock.lock();
            try {
                reader = open.remove(documentId);
            } finally {
                lock.unlock();
            }
            if (reader != null) {
                release(reader);
            }
            folder.delete(documentId);
        } finally {
            mine.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            open.values().forEach(OpenIndexes::release);
            open.clear();
        } finally {
            lock.unlock();
        }
    }

    /// A reader that the caller must release.
    private DirectoryReader reader(StoredDocument document) throws InterruptedException {
        Optional<DirectoryReader> known = known(document.id());
        if (known.isPresent()) {
            return known.get();
        }
        ReentrantLock mine = making.get(Math.floorMod(document.id(), LANES));
        mine.lockInterruptibly();
        try {
            Optional<DirectoryReader> meanwhile = known(document.id());
            return meanwhile.isPresent() ? meanwhile.get() : keep(document.id(), made(document));
        } finally {
            mine.unlock();
        }
    }

    private DirectoryReader made(StoredDocument document) throws InterruptedException {
        Optional<DirectoryReader> there = folder.open(document);
        if (there.isPresent()) {
            return there.get();
        }
        List<Passage> passages =
                PassageSplitter.split(document.id(), texts.text(document), settings.passageWords());
        folder.write(document, passages);
        return folder.open(document)
                .orElseThrow(() ->
                        new UncheckedIOException(
                                new IOException("A document's index cannot be read.")));
    }

    private Optional<DirectoryReader> known(long documentId) {
        lock.lock();
        try {
            DirectoryReader reader = open.get(documentId);
            return reader != null && reader.tryIncRef() ? Optional.of(reader) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private DirectoryReader keep(long documentId, DirectoryReader reader) {
        lock.lock();
        try {
            reader.incRef();
            open.put(documentId, reader);
            Iterator<DirectoryReader> oldest = open.values().iterator();
            while (open.size() > settings.openIndexes()) {
                DirectoryReader unused = oldest.next();
                oldest.remove();
                release(unused);
            }
            return reader;
        } finally {
            lock.unlock();
        }
    }

    private static void release(IndexReader reader) {
        try {
            reader.decRef();
        } catch (AlreadyClosedException e) {
            // Nobody needs it any more.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
