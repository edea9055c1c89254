package parley.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Where the server listens, and for whom.
///
/// @param ports the first must be free, the others are skipped where taken; 0 is any free port
/// @param names names beside localhost under which requests may reach the server
/// @param shutdown how long requests under way may go on after the server was told to stop
public record ServerSettings(
        String host,
        List<Integer> ports,
        List<String> names,
        ServerLimits limits,
        AccessSettings access,
        Duration shutdown) {
    static final Setting<String> HOST =
            Setting.text(
                    "server.host",
                    "127.0.0.1",
                    "The address to listen on. On any other than a loopback address every request"
                            + " needs a token.");

    static final Setting<List<Integer>> PORTS =
            new Setting<>(
                    "server.ports",
                    "list of ports, separated by commas",
                    "8000,7001,9999",
                    "The ports to listen on; each serves everything. The first must be free, the"
                            + " others are skipped where taken. 0 is any free port.",
                    false,
                    ServerSettings::parsePorts);

    static final Setting<List<String>> NAMES =
            Setting.list(
                    "server.names",
                    "",
                    "Host names beside localhost under which requests may reach the server, for"
                            + " instance chat.example.org. A request for another is refused.");

    static final Setting<Duration> SHUTDOWN =
            Setting.seconds(
                    "server.shutdown.seconds",
                    30,
                    0,
                    3600,
                    "How long requests under way may go on after the server was told to stop.");

    public static final List<Setting<?>> ALL =
            Stream.of(
                            List.<Setting<?>>of(HOST, PORTS, NAMES, SHUTDOWN),
                            ServerLimits.ALL,
                            AccessSettings.ALL)
                    .flatMap(List::stream)
                    .toList();

    public ServerSettings {
        ports = List.copyOf(ports);
        names = List.copyOf(names);
    }

    /// Whether every request needs a token: as soon as others than this machine can send any.
    ///
    /// @throws parley.error.AppException (503) if the host is not known
    public boolean areTokensRequired() {
        return access.required() || !ListenAddress.resolve(host).isLoopback();
    }

    public static ServerSettings from(SettingValues values) {
        return new ServerSettings(
                values.get(HOST),
                values.get(PORTS),
                values.get(NAMES),
                ServerLimits.from(values),
                AccessSettings.from(values),
                values.get(SHUTDOWN));
    }

    private static List<Integer> parsePorts(String text) {
        List<Integer> ports =
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .map(ServerSettings::parsePort)
                        .toList();
        List<Integer> fixed = ports.stream().filter(port -> port != 0).toList();
        if (fixed.size() > Set.copyOf(fixed).size()) {
            throw new IllegalArgumentException("different ports");
        }
        return ports;
    }

    private static int parsePort(String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("ports from 0 to 65535, separated by commas");
    }
}
