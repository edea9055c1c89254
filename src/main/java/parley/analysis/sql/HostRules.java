package parley.analysis.sql;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.net.AddressKind;

/// Which hosts a data source may be on. Private networks and this machine are allowed, since that
/// is where databases are; addresses that answer with secrets of a cloud's machines are not.
final class HostRules {
    private final List<String> allowed;

    HostRules(List<String> allowed) {
        this.allowed = allowed.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /// The one address to connect to. It is resolved once, so that a name cannot mean another
    /// address after it was checked.
    ///
    /// @throws UnknownHostException if there is no such host
    /// @throws AppException if it may not be reached
    InetAddress resolve(String host) throws UnknownHostException {
        if (!allowed.isEmpty() && allowed.stream().noneMatch(rule -> matches(rule, host))) {
            throw refused(host, "the setting data.hosts does not name it");
        }
        InetAddress address = InetAddress.getByName(host);
        switch (AddressKind.of(address)) {
            case LINK_LOCAL, METADATA, UNSPECIFIED, MULTICAST ->
                    throw refused(host, "its address is link-local, or of no single machine");
            case PUBLIC, PRIVATE, LOOPBACK, RESERVED -> {}
        }
        return address;
    }

    private static boolean matches(String rule, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return rule.startsWith("*.") ? name.endsWith(rule.substring(1)) : name.equals(rule);
    }

    private static AppException refused(String host, String reason) {
        return new AppException(
                ErrorCode.INVALID_REQUEST,
                "The host “%s” may not be reached: %s.".formatted(Refusal.shown(host), reason));
    }
}
