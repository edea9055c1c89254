package parley.analysis.sql;

import java.util.Optional;

/// Where a database is, taken apart. The drivers never see the text: what they are told is put
/// together from these parts, and nothing else.
public sealed interface ConnectionString {
    /// Reads `postgresql://user:password@host:port/database`, `postgres://…`, `mysql://…`,
    /// `mariadb://…` or `sqlite:///name.db`.
    ///
    /// @throws parley.error.AppException (400) if it is something else; the sentence never holds
    ///   the text, for the password may be anywhere in it
    static ConnectionString parse(String text) {
        return ConnectionText.read(text);
    }

    Engine engine();

    /// It with `***` for the password: fit to be shown to its owner.
    String masked();

    /// A database behind a port.
    ///
    /// @param host a name or an address, without brackets
    record Server(
            Engine engine,
            String host,
            int port,
            String database,
            String user,
            Optional<String> password,
            Encryption encryption)
            implements ConnectionString {
        @Override
        public String masked() {
            return "%s://%s%s@%s:%d/%s"
                    .formatted(
                            engine == Engine.POSTGRESQL ? "postgresql" : "mysql",
                            user,
                            password.isPresent() ? ":***" : "",
                            host.contains(":") ? "[" + host + "]" : host,
                            port,
                            database);
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    /// A database in a file.
    ///
    /// @param name its name inside the folder for such files
    record FileName(Engine engine, String name) implements ConnectionString {
        @Override
        public String masked() {
            return "sqlite:///" + name;
        }
    }

    /// How the way to a server is kept private.
    enum Encryption {
        /// As the driver does it when nobody says: encrypted if the server can (PostgreSQL), or not
        /// (MySQL).
        USUAL,
        NONE,
        /// Encrypted, whoever the server is.
        REQUIRED,
        /// Encrypted, and the server proves that it has the host's name.
        VERIFIED
    }
}
