package parley.limit.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says in a few words why Redis cannot be used. What libraries and servers say about it is not
/// repeated: it may hold what was sent.
final class FailureReason {
    private FailureReason() {}

    static String of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RedisCommandExecutionException refusal -> {
                    return "it answers with the error " + code(refusal.getMessage());
                }
                case ConnectException _ -> {
                    return "connection refused";
                }
                case UnknownHostException _ -> {
                    return "its host is not known";
                }
                case SSLException _ -> {
                    return "TLS failed";
                }
                default -> {
                    // The reason lies deeper.
                }
            }
        }
        return "the connection broke";
    }

    /// The first word, as in `WRONGPASS invalid username-password pair`.
    private static String code(@Nullable String message) {
        String first = message == null ? "" : message.strip().split(" ", 2)[0];
        return first.matches("[A-Z]{2,20}") ? first : "ERR";
    }
}
