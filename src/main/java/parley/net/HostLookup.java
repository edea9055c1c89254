package parley.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Turns the names of hosts into addresses. May take long; an interrupt does not end it.
@FunctionalInterface
public interface HostLookup {
    /// The look-up of the machine.
    HostLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /// @param host a name, or an address in figures without brackets
    /// @return at least one address
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
