package parley.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Everything that can give settings a value, from the weakest to the strongest.
///
/// @param file the properties file; it need not exist
/// @param environment the process's environment
/// @param assignments what followed `--set`: `name=value`
/// @param options settings that have an option of their own, by the option: `--port` to
///   `server.ports=8000`
public record SettingSources(
        Path file,
        Map<String, String> environment,
        List<String> assignments,
        Map<String, String> options) {
    public SettingSources {
        environment = Map.copyOf(environment);
        assignments = List.copyOf(assignments);
        options = Map.copyOf(options);
    }
}
