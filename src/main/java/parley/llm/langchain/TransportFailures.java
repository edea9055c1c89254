package parley.llm.langchain;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import parley.llm.ProviderException;

/// Says what a failure of the network means. Where the calling thread was interrupted, that is the
/// reason, whatever the failure looks like.
///
/// @param target `host:port`
record TransportFailures(String target, ProviderErrors errors) {
    /// There is no connection.
    RuntimeException notConnected(IOException e) {
        return isInterrupted() ? new CallInterrupted(e) : whyNotConnected(e);
    }

    private ProviderException whyNotConnected(IOException e) {
        return switch (e) {
            case UnknownHostException _ ->
                    errors.unreachable(
                            "cannot be reached: there is no host %s. Check %s and the network."
                                    .formatted(target, address()),
                            e);
            case SocketTimeoutException _ ->
                    errors.unreachable(
                            "cannot be reached: no connection to %s within %d s. Check %s and the network."
                                    .formatted(target, Connector.TIMEOUT.toSeconds(), address()),
                            e);
            case SSLException _ ->
                    errors.refused(
                            "cannot be reached: no encrypted connection to %s, or its certificate is not trusted. Check %s."
                                    .formatted(target, address()),
                            e);
            default ->
                    errors.unreachable(
                            "cannot be reached: %s refuses the connection. Check %s, and that the server runs."
                                    .formatted(target, address()),
                            e);
        };
    }

    /// There was a connection.
    RuntimeException broken(IOException e) {
        return isInterrupted() ? new CallInterrupted(e) : whyBroken(e);
    }

    private ProviderException whyBroken(IOException e) {
        return switch (e) {
            case EOFException _ ->
                    errors.badResponse("closed the connection before its answer ended.", e);
            case ProtocolException _ ->
                    errors.badResponse(
                            "sent something that is not an answer: %s".formatted(e.getMessage()),
                            e);
            default -> errors.unreachable("broke the connection off before its answer ended.", e);
        };
    }

    private String address() {
        return errors.names().address();
    }

    private static boolean isInterrupted() {
        return Thread.currentThread().isInterrupted();
    }
}
