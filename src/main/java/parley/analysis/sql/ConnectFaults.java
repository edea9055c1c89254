package parley.analysis.sql;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Why a host could not be connected to, by the exceptions of the network below a driver's own.
public final class ConnectFaults {
    private ConnectFaults() {}

    public static Optional<Fault> of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException _ -> {
                    return Optional.of(Fault.UNKNOWN_HOST);
                }
                case SocketTimeoutException _ -> {
                    return Optional.of(Fault.NO_ANSWER);
                }
                case NoRouteToHostException _ -> {
                    return Optional.of(Fault.NO_ANSWER);
                }
                case ConnectException _ -> {
                    return Optional.of(Fault.REFUSED);
                }
                case SSLException _ -> {
                    return Optional.of(Fault.TLS);
                }
                default -> {}
            }
        }
        return Optional.empty();
    }
}
