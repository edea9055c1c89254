package parley.storage;

import java.util.Optional;
import parley.export.OriginStore;
import parley.storage.database.Database;

/// Where what was imported came from, in SQL.
final class SqlOriginStore implements OriginStore {
    private final Database database;

    SqlOriginStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> find(long accountId, String kind, String origin) {
        return database.read(session -> OriginRows.find(session, accountId, kind, origin));
    }

    @Override
    public Optional<String> origin(long accountId, String kind, String target) {
        return database.read(session -> OriginRows.findByTarget(session, accountId, kind, target));
    }

    @Override
    public void put(long accountId, String kind, String origin, String target) {
        database.write(session -> {
            Optional<String> before = OriginRows.find(session, accountId, kind, origin);
            OriginRows.put(session, accountId, kind, origin, target, before);
            return target;
        });
    }
}
