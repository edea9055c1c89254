package parley.analysis.sql;

import java.nio.file.Path;

/// Where the server keeps its own data, which nobody may ask.
public sealed interface OwnDatabase {
    record InFile(Path file) implements OwnDatabase {}

    record OnServer(String host, int port, String database) implements OwnDatabase {}
}
