package parley.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The file in which a running server tells the commands of the same home where it is.
record ServerFile(Path file) {
    private static final int CONNECT_MILLIS = 1000;

    /// Where a server said it runs.
    record Location(URI url, long pid) {}

    /// The server that runs now: its process lives and takes connections. A process of the same
    /// number alone proves nothing, least of all in containers.
    Optional<Location> read() {
        return parse().filter(ServerFile::isAlive).filter(ServerFile::isListening);
    }

    void write(URI url) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("url", url.toString()).put("pid", ProcessHandle.current().pid());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, json + "\n");
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be written.", e);
        }
    }

    /// Removes the file, if this process wrote it.
    void remove() {
        long self = ProcessHandle.current().pid();
        if (parse().filter(location -> location.pid() == self).isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A file that stays behind names a dead process, and is taken for none.
        }
    }

    private Optional<Location> parse() {
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
            URI url = URI.create(json.path("url").asString(""));
            return Optional.of(new Location(url, json.path("pid").asLong(-1)))
                    .filter(location -> location.url().getHost() != null);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            // Not there, or not ours: the same as no server.
            return Optional.empty();
        }
    }

    private static boolean isAlive(Location location) {
        return ProcessHandle.of(location.pid()).map(ProcessHandle::isAlive).orElse(false);
    }

    private static boolean isListening(Location location) {
        try (var socket = new Socket()) {
            URI url = location.url();
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
