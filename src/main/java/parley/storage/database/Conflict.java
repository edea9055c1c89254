package parley.storage.database;

import java.sql.SQLTransactionRollbackException;

/// Thrown by a work whose transaction lost against another: it is rolled back and run again, and
/// then finds what the other did. Cannot happen where there is one writer.
public final class Conflict extends SQLTransactionRollbackException {
    private static final long serialVersionUID = 1L;

    /// serialization_failure
    private static final String STATE = "40001";

    public Conflict(String reason) {
        super(reason, STATE);
    }
}
