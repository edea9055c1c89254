package parley.cli;

import java.net.URI;
import java.util.Set;

/// How the host and port of a server are written for those who want to reach it.
final class ServerAddress {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]", "*");

    private ServerAddress() {}

    /// Whether a server with this host can be reached under every address of the machine.
    static boolean isEverywhere(String host) {
        return EVERYWHERE.contains(host);
    }

    /// The address for a browser on the same machine, without a slash at the end.
    static URI forPeople(RunningServer server) {
        String host = server.host().equals("127.0.0.1") ? "localhost" : server.host();
        return url(isEverywhere(host) ? "localhost" : host, server.ports().getFirst());
    }

    /// The address for a program on the same machine, without a slash at the end.
    static URI forPrograms(RunningServer server) {
        String host = isEverywhere(server.host()) ? "127.0.0.1" : server.host();
        return url(host, server.ports().getFirst());
    }

    static URI url(String host, int port) {
        boolean bare = host.contains(":") && !host.startsWith("[");
        return URI.create("http://" + (bare ? "[" + host + "]" : host) + ":" + port);
    }
}
