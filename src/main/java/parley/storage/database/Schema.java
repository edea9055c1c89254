package parley.storage.database;

import java.sql.SQLException;
import java.util.List;

/// Where a database keeps the version of its schema, and how it is brought to the newest: all
/// missing steps in one transaction, so that an upgrade that is killed has changed nothing. Being
/// up to date costs one look at the version.
public abstract class Schema {
    private final List<Migration> migrations;

    protected Schema(List<Migration> migrations) {
        this.migrations = List.copyOf(migrations);
    }

    /// Makes the schema the newest.
    ///
    /// @param session outside of any transaction
    /// @throws parley.error.AppException if a newer program made the schema, or it is not Parley's;
    ///   then nothing was changed
    public final void bringUpToDate(Session session) throws SQLException {
        if (isNewest(version(session))) {
            return;
        }
        begin(session);
        try {
            migrate(session);
            session.script("COMMIT");
        } catch (SQLException | RuntimeException e) {
            rollback(session, e);
            throw e;
        }
    }

    /// @throws parley.error.AppException if the database is empty, not Parley's, or a newer program
    ///   made its schema
    public final void checkReadable(Session session) throws SQLException {
        int version = version(session);
        if (!isNewest(version) && version == 0) {
            throw Failures.unusable("The database is empty.", null);
        }
    }

    /// @return 0 for an empty database
    protected abstract int version(Session session) throws SQLException;

    /// Begins a transaction that only one program can be in.
    protected abstract void begin(Session session) throws SQLException;

    protected abstract void record(Session session, int version) throws SQLException;

    private void migrate(Session session) throws SQLException {
        // Another program may have been faster while this one waited to begin.
        int found = version(session);
        if (isNewest(found)) {
            return;
        }
        for (Migration migration : migrations.subList(found, migrations.size())) {
            session.script(migration.sql());
        }
        record(session, migrations.size());
    }

    private boolean isNewest(int found) {
        if (found > migrations.size()) {
            throw Failures.unusable(
                    ("The database was made by a newer Parley (its schema has version %d, this"
                                    + " program knows %d). Start that version, or restore an older"
                                    + " backup.")
                            .formatted(found, migrations.size()),
                    null);
        }
        return found == migrations.size();
    }

    private static void rollback(Session session, Exception failure) {
        try {
            session.script("ROLLBACK");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
