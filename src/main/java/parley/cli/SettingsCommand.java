package parley.cli;

import parley.settings.LoadedSettings;
import parley.settings.Setting;
import parley.settings.SettingOrigin;
import parley.settings.SettingsReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `parley settings`
@Command(
        name = "settings",
        description = "Shows every setting: its value, where that comes from, what it does.",
        footer = {
            "",
            "Examples:",
            "  parley settings",
            "  parley settings --set auth.required=true",
            "  parley settings --json"
        })
final class SettingsCommand extends HomeCommand {
    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(
            names = "--reference",
            hidden = true,
            description = "Prints docs/reference/settings.md.")
    private boolean reference;

    SettingsCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (reference) {
            context.console().out().print(page());
            return 0;
        }
        LoadedSettings loaded = options.load(context);
        if (json) {
            printJson(loaded);
        } else {
            context.application().settings().forEach(setting -> print(setting, loaded));
        }
        return 0;
    }

    private String page() {
        return SettingsReference.render(context.application().settings());
    }

    private void print(Setting<?> setting, LoadedSettings loaded) {
        Console console = context.console();
        SettingOrigin origin = loaded.origin(setting);
        String name =
                origin == SettingOrigin.DEFAULT ? setting.name() : console.bold(setting.name());
        console.say(
                "%s = %s  %s"
                        .formatted(
                                name,
                                loaded.shown(setting),
                                console.faint("(" + origin.title() + ")")));
        console.say("    %s".formatted(console.faint(setting.description())));
    }

    private void printJson(LoadedSettings loaded) {
        var list = JsonMapper.shared().createArrayNode();
        for (Setting<?> setting : context.application().settings()) {
            list.addObject()
                    .put("name", setting.name())
                    .put("environment", setting.environmentName())
                    .put("value", loaded.shown(setting))
                    .put("source", loaded.origin(setting).title())
                    .put("type", setting.type())
                    .put("default", setting.fallback())
                    .put("secret", setting.secret())
                    .put("description", setting.description());
        }
        context.console().say(list.toPrettyString());
    }
}
