package parley.storage;

import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Where everything is kept.
///
/// @param url `postgresql://…`; empty for the SQLite file in the home
/// @param connections the most connections to PostgreSQL at once
public record DatabaseSettings(String url, int connections) {
    static final Setting<String> URL =
            Setting.secret(
                    "database.url",
                    "Where conversations are kept. Empty: in the file parley.db of the home."
                            + " Otherwise a PostgreSQL database with the encoding UTF8:"
                            + " postgresql://user:password@host:port/database, optionally with"
                            + " ?sslmode=… and &sslrootcert=….");

    static final Setting<Integer> CONNECTIONS =
            Setting.number(
                    "database.connections",
                    10,
                    1,
                    200,
                    "The most connections to PostgreSQL at once. SQLite needs no setting.");

    public static final List<Setting<?>> ALL = List.of(URL, CONNECTIONS);

    /// The file in the home.
    public static final DatabaseSettings EMBEDDED = from(SettingValues.DEFAULTS);

    public static DatabaseSettings from(SettingValues values) {
        return new DatabaseSettings(values.get(URL), values.get(CONNECTIONS));
    }

    boolean isEmbedded() {
        return url.isEmpty();
    }

    /// Whether other servers may use the same database.
    public boolean isShared() {
        return !isEmbedded();
    }

    /// Without the address, which holds a password.
    @Override
    public String toString() {
        return "DatabaseSettings[embedded=" + isEmbedded() + "]";
    }
}
