package parley.analysis.sql;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import parley.analysis.sql.ConnectionString.FileName;
import parley.analysis.sql.ConnectionString.Server;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Finds the address or the file a connection string means, and refuses what must not be asked:
/// hosts that may not be reached, files outside the folder for them, and the server's own database.
public final class Places {
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final HostRules hosts;
    private final Path folder;
    private final OwnDatabase own;

    /// @param home what a relative folder for files is in
    public Places(DataSettings settings, Path home, OwnDatabase own) {
        this.hosts = new HostRules(settings.hosts());
        this.folder = home.resolve(settings.files());
        this.own = own;
    }

    /// The one address to connect to.
    ///
    /// @throws UnknownHostException if there is no such host
    /// @throws AppException (400) if it may not be reached
    public InetAddress address(Server server) throws UnknownHostException {
        InetAddress address = hosts.resolve(server.host());
        if (own instanceof OwnDatabase.OnServer mine
                && mine.port() == server.port()
                && mine.database().equals(server.database())
                && isSame(address, mine.host())) {
            throw ownDatabase();
        }
        return address;
    }

    /// The real path of an existing SQLite file.
    ///
    /// @throws NoSuchFileException if there is no such file
    /// @throws AppException (400) if it is somewhere else, or something else
    public Path file(FileName name) throws IOException {
        Path real = folder.resolve(name.name()).toRealPath();
        if (!real.startsWith(folder.toRealPath()) || !Files.isRegularFile(real)) {
            throw refused(name, "is not a file in the folder for database files");
        }
        if (own instanceof OwnDatabase.InFile mine
                && Files.exists(mine.file())
                && Files.isSameFile(mine.file(), real)) {
            throw ownDatabase();
        }
        try (InputStream bytes = Files.newInputStream(real)) {
            if (!Arrays.equals(bytes.readNBytes(SQLITE.length), SQLITE)) {
                throw refused(name, "is not an SQLite database");
            }
        }
        return real;
    }

    private static boolean isSame(InetAddress address, String host) throws UnknownHostException {
        if (isThisMachine(address)) {
            return isThisMachine(InetAddress.getByName(host));
        }
        return Arrays.asList(InetAddress.getAllByName(host)).contains(address);
    }

    private static boolean isThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    private static AppException ownDatabase() {
        return new AppException(
                ErrorCode.INVALID_REQUEST,
                "This is the database in which the server keeps its own data; it cannot be asked.");
    }

    private static AppException refused(FileName name, String reason) {
        return new AppException(
                ErrorCode.INVALID_REQUEST,
                "“%s” %s.".formatted(Refusal.shown(name.name()), reason));
    }
}
