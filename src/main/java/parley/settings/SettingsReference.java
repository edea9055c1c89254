package parley.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the reference page of all settings, from the settings themselves.
public final class SettingsReference {
    private static final String HEAD =
            """
            # Settings

            Written by `parley settings --reference`; a test fails when it is out of date.

            A value is looked for in four places; a later one wins:

            1. the default below,
            2. `parley.properties` in the home folder (UTF-8; a name that appears twice is an error),
            3. the environment (an empty variable counts as not set),
            4. the command line: `--set name=value`, as often as needed, and `--host` and `--port`.

            A name nobody knows, or a value that does not fit, stops the start with a sentence that says
            where it stands. `parley settings` shows the values in use and where each comes from.

            Secrets (keys, and a database's address) belong in the environment. In `parley.properties` they are taken only
            if nobody but its owner may read or change that file (`chmod 600 parley.properties`).

            These are no settings of the server, and only read from the environment:

            | Variable | What it does |
            |---|---|
            | `PARLEY_HOME` | The home folder, where everything is kept. `--home` is stronger. Default: `~/.parley`. |
            | `PARLEY_TOKEN` | The token that `parley chat` uses. `--token` is stronger. |
            | `PARLEY_JAVA_HOME` | The JDK (25 or later) that the launcher uses, instead of the one it finds. |
            | `PARLEY_JAVA_OPTS` | Further options for the Java virtual machine, separated by spaces. |
            | `PARLEY_DEBUG` | When set, an unexpected failure of a command shows its stack trace. |
            | `NO_COLOR` | When set, the terminal output has no colours. |
            """;

    private SettingsReference() {}

    /// The whole page in Markdown: one table for each group of settings, a group being what comes
    /// before the first dot of the name.
    public static String render(List<Setting<?>> settings) {
        StringBuilder page = new StringBuilder(HEAD);
        groups(settings)
                .forEach((group, members) -> {
                    page.append("\n## ").append(group).append("\n\n");
                    page.append("| Name | Environment | Value | Default | What it does |\n");
                    page.append("|---|---|---|---|---|\n");
                    members.forEach(setting -> page.append(row(setting)));
                });
        return page.toString();
    }

    private static Map<String, List<Setting<?>>> groups(List<Setting<?>> settings) {
        Map<String, List<Setting<?>>> groups = new LinkedHashMap<>();
        for (Setting<?> setting : settings) {
            String group = setting.name().split("\\.", 2)[0];
            groups.computeIfAbsent(group, name -> new ArrayList<>()).add(setting);
        }
        return groups;
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | `%s` | %s | %s | %s |\n"
                .formatted(
                        setting.name(),
                        setting.environmentName(),
                        cell(setting.type()),
                        setting.fallback().isEmpty() ? "" : "`" + cell(setting.fallback()) + "`",
                        cell(setting.description()));
    }

    private static String cell(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }
}
