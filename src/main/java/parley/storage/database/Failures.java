package parley.storage.database;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The sentences of failing databases, the same for all of them. What the driver said is the cause,
/// for the log.
public final class Failures {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(30);

    private Failures() {}

    public static AppException full(Throwable cause) {
        return new AppException(
                        ErrorCode.STORAGE_FULL,
                        "The disk of the database is full. Nothing was stored; free some space and"
                                + " try again.",
                        cause)
                .retryAfter(LATER);
    }

    public static AppException away(Throwable cause) {
        return unavailable("The database cannot be reached just now. Try again.", cause);
    }

    public static AppException busy(@Nullable Throwable cause) {
        return unavailable("The database is busy. Try again.", cause);
    }

    public static AppException closed() {
        return unavailable("The database is closed: the server is stopping. Try again.", null);
    }

    public static AppException damaged(Throwable cause) {
        return new AppException(
                        ErrorCode.UNAVAILABLE,
                        "The database is damaged. Stop the server and restore a backup.",
                        cause)
                .retryAfter(LATER);
    }

    /// The database did not do what it was asked for a reason nobody can act on.
    public static AppException unexpected(SQLException cause) {
        return new AppException(
                ErrorCode.INTERNAL, "The database refused to do this. The log says why.", cause);
    }

    /// Something that keeps the program from starting, or a backup from being made or restored.
    public static AppException unusable(String sentence, @Nullable Throwable cause) {
        return new AppException(ErrorCode.UNAVAILABLE, sentence, cause);
    }

    private static AppException unavailable(String sentence, @Nullable Throwable cause) {
        return new AppException(ErrorCode.UNAVAILABLE, sentence, cause).retryAfter(SOON);
    }
}
