package parley.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Lets through what names this server in its `Host` header. A web page whose name was made to
/// point here (DNS rebinding) does not.
final class HostGate {
    /// What every machine calls itself.
    static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[0:0:0:0:0:0:0:1]");

    private final Set<String> names = new HashSet<>(LOCAL);
    private final boolean listensEverywhere;

    HostGate(ListenAddress listening, List<String> moreNames) {
        listensEverywhere = listening.address().isAnyLocalAddress();
        if (!listensEverywhere) {
            add(listening.name());
            add(listening.literal());
        }
        moreNames.forEach(this::add);
    }

    private void add(String name) {
        Authority.hostOf(name).ifPresent(names::add);
    }

    /// The authority of the request.
    ///
    /// @throws AppException 400 without exactly one `Host`, 421 if it names another server
    Authority check(RequestHead head) {
        List<String> hosts = head.all("Host");
        if (hosts.size() != 1) {
            throw new AppException(
                    ErrorCode.INVALID_REQUEST,
                    "The request must have exactly one Host header; it has %d."
                            .formatted(hosts.size()));
        }
        Authority authority = known(hosts.getFirst(), head);
        RequestTarget.authorityOf(head.target()).ifPresent(text -> known(text, head));
        return authority;
    }

    private Authority known(String text, RequestHead head) {
        Authority authority =
                Authority.parse(text)
                        .orElseThrow(() ->
                                new AppException(
                                        ErrorCode.INVALID_REQUEST,
                                        "\"%s\" is not a host name.".formatted(text)));
        if (names.contains(authority.host()) || isArrivalAddress(authority.host(), head)) {
            return authority;
        }
        throw new AppException(
                ErrorCode.MISDIRECTED,
                "This server does not answer for the host \"%s\". If it should, add the name to the setting server.names."
                        .formatted(authority.host()));
    }

    private boolean isArrivalAddress(String host, RequestHead head) {
        return listensEverywhere
                && Authority.hostOf(head.localAddress()).filter(host::equals).isPresent();
    }
}
