package parley.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The address the server listens on, as written and as found.
record ListenAddress(String name, InetAddress address) {
    static ListenAddress resolve(String name) {
        try {
            return new ListenAddress(name, InetAddress.getByName(name));
        } catch (UnknownHostException e) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE,
                    "The host \"%s\" is not known; the setting server.host must be an address of this machine."
                            .formatted(name),
                    e);
        }
    }

    /// Whether only programs on this machine can reach it.
    boolean isLoopback() {
        return address.isLoopbackAddress();
    }

    String literal() {
        return address.getHostAddress();
    }
}
