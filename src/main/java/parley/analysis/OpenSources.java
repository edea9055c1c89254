package parley.analysis;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import parley.analysis.sql.Caps;
import parley.analysis.sql.ConnectionString;
import parley.analysis.sql.Database;
import parley.analysis.sql.Databases;
import parley.analysis.sql.SecretBox;
import parley.analysis.sql.SqlGuard;

/// The sources that are open: opened when they are first asked, closed when others were asked
/// since. Nothing is closed while somebody works with it.
public final class OpenSources implements AutoCloseable {
    private static final int MOST_DATABASES = 16;

    private final DataSourceStore store;
    private final Databases databases;
    private final SecretBox secrets;
    private final CsvSources files;
    private final SqlGuard guard;
    private final Caps caps;
    private final int mostFiles;
    private final InstantSource clock;

    /// By id, the one that was asked longest ago first.
    private final Map<Long, Held> held = new LinkedHashMap<>(16, 0.75f, true);

    /// @param mostFiles how many uploaded files may be open at once: each takes memory
    public OpenSources(
            DataSourceStore store,
            Databases databases,
            SecretBox secrets,
            CsvSources files,
            SqlGuard guard,
            Caps caps,
            int mostFiles,
            InstantSource clock) {
        this.store = store;
        this.databases = databases;
        this.secrets = secrets;
        this.files = files;
        this.guard = guard;
        this.caps = caps;
        this.mostFiles = mostFiles;
        this.clock = clock;
    }

    /// Something to be done with an open source.
    @FunctionalInterface
    interface Work<T> {
        T run(OpenSource source) throws InterruptedException;
    }

    /// A source, and how many work with it.
    private static final class Held {
        private final OpenSource source;
        private final Database database;
        private int users;
        private boolean forgotten;

        Held(OpenSource source, Database database) {
            this.source = source;
            this.database = database;
        }
    }

    /// @throws parley.error.AppException (503) the source cannot be reached
    <T> T with(DataSource source, Work<T> work) throws InterruptedException {
        Held mine = take(source);
        try {
            return work.run(mine.source);
        } finally {
            giveBack(mine);
        }
    }

    private Held take(DataSource source) throws InterruptedException {
        synchronized (held) {
            Held known = held.get(source.id());
            if (known != null) {
                known.users++;
                return known;
            }
        }
        Held opened = open(source);
        synchronized (held) {
            Held known = held.putIfAbsent(source.id(), opened);
            if (known != null) {
                // Somebody else was quicker.
                opened.database.close();
                known.users++;
                return known;
            }
            opened.users++;
            makeRoom();
            return opened;
        }
    }

    private Held open(DataSource source) throws InterruptedException {
        Database database =
                source.type() == SourceType.CSV
                        ? files.open(source)
                        : databases.open(
                                ConnectionString.parse(
                                        secrets.open(
                                                source.connection().orElseThrow(),
                                                DataSources.PURPOSE)));
        return new Held(
                new OpenSource(source, database, guard, store::record, caps, clock), database);
    }

    private void giveBack(Held mine) {
        synchronized (held) {
            mine.users--;
            if (mine.forgotten && mine.users == 0) {
                mine.database.close();
            }
        }
    }

    private void makeRoom() {
        closeOldest(SourceType.CSV::equals, mostFiles);
        closeOldest(type -> type != SourceType.CSV, MOST_DATABASES);
    }

    private void closeOldest(Predicate<SourceType> kind, int most) {
        List<Long> open =
                held.entrySet().stream()
                        .filter(entry -> kind.test(entry.getValue().source.source().type()))
                        .map(Map.Entry::getKey)
                        .toList();
        open.stream().limit(Math.max(0, open.size() - most)).forEach(this::forgetHeld);
    }

    /// A source is gone, or has changed.
    void forget(long sourceId) {
        synchronized (held) {
            forgetHeld(sourceId);
        }
    }

    private void forgetHeld(long sourceId) {
        Held gone = held.remove(sourceId);
        if (gone != null) {
            gone.forgotten = true;
            if (gone.users == 0) {
                gone.database.close();
            }
        }
    }

    @Override
    public void close() {
        synchronized (held) {
            held.values().forEach(each -> each.database.close());
            held.clear();
        }
    }
}
