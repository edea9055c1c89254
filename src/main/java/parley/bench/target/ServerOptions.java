package parley.bench.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// How a server is started.
///
/// @param settings what is given with `--set`
/// @param javaOptions what is added to the options of its Java
/// @param port where it listens; a free port if none is given
public record ServerOptions(
        Map<String, String> settings, List<String> javaOptions, OptionalInt port) {
    public static final ServerOptions DEFAULT =
            new ServerOptions(Map.of(), List.of(), OptionalInt.empty());

    public ServerOptions {
        settings = Map.copyOf(settings);
        javaOptions = List.copyOf(javaOptions);
    }

    public ServerOptions with(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(setting, value);
        return new ServerOptions(more, javaOptions, port);
    }

    public ServerOptions withJavaOption(String option) {
        return new ServerOptions(settings, List.of(option), port);
    }

    public ServerOptions withPort(OptionalInt newPort) {
        return new ServerOptions(settings, javaOptions, newPort);
    }
}
