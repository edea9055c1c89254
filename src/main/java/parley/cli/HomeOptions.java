package parley.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.settings.LoadedSettings;
import parley.settings.SettingSources;
import parley.settings.SettingsLoader;
import picocli.CommandLine.Option;

/// The options of every command that opens a home.
final class HomeOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "The folder that holds everything. Default: $PARLEY_HOME, else ~/.parley.")
    private @Nullable Path home;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Gives a setting a value; may be repeated. See: parley settings.")
    private List<String> assignments = new ArrayList<>();

    Home home(CommandContext context) {
        return Home.find(Optional.ofNullable(home), context.surroundings());
    }

    LoadedSettings load(CommandContext context) {
        return load(context, Map.of());
    }

    /// @param options settings with an option of their own: `--port` to `server.ports=8000`
    LoadedSettings load(CommandContext context, Map<String, String> options) {
        return new SettingsLoader(context.application().settings())
                .load(
                        new SettingSources(
                                home(context).settingsFile(),
                                context.surroundings().environment(),
                                assignments,
                                options));
    }

    Start start(CommandContext context) {
        return new Start(home(context).folder(), load(context).values());
    }
}
