package parley.storage.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import parley.error.AppException;
import parley.storage.database.Failures;

/// What SQLite's result codes mean for those who asked.
final class SqliteFailures {
    /// The low byte of an extended result code says what kind it is.
    private static final int PRIMARY = 0xff;

    private SqliteFailures() {}

    static AppException translate(SQLException failure) {
        return switch (codeOf(failure)) {
            case SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_SHMSIZE -> Failures.full(failure);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> Failures.damaged(failure);
            case SQLITE_BUSY, SQLITE_LOCKED -> Failures.busy(failure);
            case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_NOMEM ->
                    Failures.away(failure);
            default -> Failures.unexpected(failure);
        };
    }

    /// Why a file cannot be opened, as the end of a sentence that begins with its name.
    static String reason(SQLException failure) {
        return switch (codeOf(failure)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "is damaged. Restore a backup.";
            case SQLITE_BUSY, SQLITE_LOCKED -> "is in use by another program. Stop that first.";
            case SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_SHMSIZE ->
                    "needs room, and the disk is full.";
            default -> "cannot be opened for writing. Check its permissions and its disk.";
        };
    }

    /// Whether another process or connection held what this one needed.
    static boolean isBusy(SQLException failure) {
        return codeOf(failure) == SQLiteErrorCode.SQLITE_BUSY;
    }

    /// Whether the connection itself is as good as before. Otherwise it is better replaced.
    static boolean leavesConnectionSound(SQLException failure) {
        return switch (codeOf(failure)) {
            case SQLITE_FULL, SQLITE_BUSY, SQLITE_LOCKED, SQLITE_CONSTRAINT, SQLITE_ERROR -> true;
            default -> false;
        };
    }

    private static SQLiteErrorCode codeOf(SQLException failure) {
        if (!(failure instanceof SQLiteException known)) {
            return SQLiteErrorCode.SQLITE_INTERNAL;
        }
        SQLiteErrorCode code = known.getResultCode();
        return switch (code) {
            case SQLITE_IOERR_WRITE, SQLITE_IOERR_SHMSIZE -> code;
            default -> SQLiteErrorCode.getErrorCode(code.code & PRIMARY);
        };
    }
}
