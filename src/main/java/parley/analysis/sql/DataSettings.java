package parley.analysis.sql;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// What may be asked, and how much an answer may cost.
///
/// @param files the folder of database files; relative to the home
/// @param hosts the hosts that may be reached; empty for all but those of [HostRules]
/// @param secret what connection strings are encrypted with; empty for a key file in the home
public record DataSettings(Path files, Caps caps, List<String> hosts, Optional<String> secret) {
    static final Setting<String> FILES =
            Setting.text(
                    "data.files",
                    "data-sources",
                    "The folder whose SQLite files may be registered as data sources; inside the"
                            + " home unless it starts with /.");

    static final Setting<Integer> ROWS =
            Setting.number(
                    "data.query.rows",
                    10_000,
                    1,
                    1_000_000,
                    "The most rows a query brings; that there are more is said.");

    static final Setting<Integer> BYTES =
            Setting.number(
                    "data.query.bytes",
                    16 << 20,
                    1_000,
                    256 << 20,
                    "About how many bytes the rows of a query may have.");

    static final Setting<Duration> SECONDS =
            Setting.seconds(
                    "data.query.seconds", 10, 1, 300, "How long a query may take before it ends.");

    static final Setting<List<String>> HOSTS =
            Setting.list(
                    "data.hosts",
                    "",
                    "The hosts whose databases may be registered, such as db.example.com or"
                            + " *.example.com. Empty: all. Link-local addresses and those of cloud"
                            + " metadata are never reached.");

    static final Setting<String> SECRET =
            Setting.secret(
                    "data.secret",
                    "What the connection strings of data sources are encrypted with: 32 random"
                            + " characters or more, the same on all servers of one database. Empty:"
                            + " a key in the file secret.key of the home.");

    public static final List<Setting<?>> ALL = List.of(FILES, ROWS, BYTES, SECONDS, HOSTS, SECRET);

    public DataSettings {
        hosts = List.copyOf(hosts);
    }

    public static DataSettings from(SettingValues values) {
        return new DataSettings(
                Path.of(values.get(FILES)),
                new Caps(values.get(ROWS), values.get(BYTES), values.get(SECONDS)),
                values.get(HOSTS),
                Optional.of(values.get(SECRET)).filter(text -> !text.isEmpty()));
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "DataSettings[files=%s, caps=%s, hosts=%s]".formatted(files, caps, hosts);
    }
}
