package parley.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Whether the ports can be had, or are held by the server of this home.
final class PortChecks {
    private final List<Setting<?>> settings;
    private final SettingValues values;
    private final Home home;

    PortChecks(List<Setting<?>> settings, SettingValues values, Home home) {
        this.settings = settings;
        this.values = values;
        this.home = home;
    }

    /// One check for each port of the setting `server.ports`; none if there is no such setting.
    List<Check> all() {
        Optional<ServerFile.Location> running = home.serverFile().read();
        String host = text("server.host").orElse("127.0.0.1");
        List<Check> checks = new ArrayList<>();
        for (String port : text("server.ports").orElse("").split(",", -1)) {
            if (!port.isBlank()) {
                checks.add(check(host, Integer.parseInt(port.strip()), checks.isEmpty(), running));
            }
        }
        return checks;
    }

    private static Check check(
            String host, int port, boolean required, Optional<ServerFile.Location> running) {
        String subject = "port " + port;
        if (isFree(host, port)) {
            return Check.good(subject, "free");
        }
        if (running.isPresent()) {
            return Check.good(
                    subject, "in use; the server of this home runs at " + running.get().url());
        }
        String finding = "in use by another program";
        return required
                ? Check.bad(subject, finding, "Stop that program, or choose another port: --port")
                : Check.warning(subject, finding + ", so it is skipped", "Nothing, if not needed.");
    }

    private static boolean isFree(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<String> text(String name) {
        return settings.stream()
                .filter(setting -> setting.name().equals(name))
                .map(setting -> values.texts().getOrDefault(name, setting.fallback()))
                .findFirst();
    }
}
