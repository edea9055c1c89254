package parley.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Finds the value of every setting: the file, then the environment, then the command line, each
/// stronger than the one before. Refuses what it does not know and what is malformed, wherever it
/// stands.
public final class SettingsLoader {
    private final Map<String, Setting<?>> known = new LinkedHashMap<>();

    /// @throws IllegalArgumentException if two settings have one name
    public SettingsLoader(List<Setting<?>> settings) {
        for (Setting<?> setting : settings) {
            if (known.put(setting.name(), setting) != null) {
                throw new IllegalArgumentException("Two settings are named " + setting.name());
            }
        }
    }

    /// @throws AppException with one sentence that names the place, the setting and what its value
    ///   must be; never the value of a secret
    public LoadedSettings load(SettingSources sources) {
        List<GivenValue> given = new ArrayList<>(SettingsFile.read(sources.file()));
        given.addAll(fromEnvironment(sources.environment()));
        sources.assignments().forEach(assignment -> given.add(parse("--set", assignment)));
        sources.options().forEach((option, assignment) -> given.add(parse(option, assignment)));

        Map<String, String> texts = new HashMap<>();
        Map<String, SettingOrigin> origins = new HashMap<>();
        for (GivenValue value : given) {
            check(value);
            requirePrivate(value, sources.file());
            texts.put(value.name(), value.text());
            origins.put(value.name(), value.origin());
        }
        return new LoadedSettings(new SettingValues(texts), origins);
    }

    /// An empty variable counts as not set: that is how compose files and service units leave a
    /// setting out.
    private List<GivenValue> fromEnvironment(Map<String, String> environment) {
        List<GivenValue> given = new ArrayList<>();
        for (Setting<?> setting : known.values()) {
            String variable = setting.environmentName();
            String text = environment.getOrDefault(variable, "");
            if (!text.isBlank()) {
                given.add(
                        new GivenValue(
                                SettingOrigin.ENVIRONMENT,
                                "the environment (" + variable + ")",
                                setting.name(),
                                text));
            }
        }
        return given;
    }

    private static GivenValue parse(String place, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            // The text is not repeated: it may be a secret whose name was forgotten.
            throw invalid(place + " takes name=value, for instance --set auth.required=true.");
        }
        return new GivenValue(
                SettingOrigin.COMMAND_LINE,
                place,
                assignment.substring(0, equals).strip(),
                assignment.substring(equals + 1));
    }

    private void check(GivenValue value) {
        Setting<?> setting = known.get(value.name());
        if (setting == null) {
            throw invalid(unknown(value));
        }
        try {
            var _ = setting.parser().apply(value.text());
        } catch (IllegalArgumentException e) {
            String shown =
                    setting.secret() ? "malformed" : "\"%s\"".formatted(value.text().strip());
            throw invalid(
                    "%s is %s in %s; it must be %s."
                            .formatted(value.name(), shown, value.place(), e.getMessage()));
        }
    }

    /// A secret in a file that others can read is one no longer.
    private void requirePrivate(GivenValue value, Path file) {
        Setting<?> setting = known.get(value.name());
        if (setting == null
                || !setting.secret()
                || value.origin() != SettingOrigin.FILE
                || value.text().isBlank()
                || SettingsFile.isPrivate(file)) {
            return;
        }
        throw invalid(
                "%s holds a secret, %s, and not its owner alone can read or change it. Run \"chmod 600 %s\" in its folder, or set %s in the environment instead."
                        .formatted(
                                value.place(),
                                value.name(),
                                value.place(),
                                setting.environmentName()));
    }

    private String unknown(GivenValue value) {
        String advice =
                NearestName.find(value.name(), known.keySet())
                        .map("Did you mean \"%s\"?"::formatted)
                        .orElse("\"parley settings\" lists them all.");
        return "%s sets \"%s\", which is not a setting. %s"
                .formatted(value.place(), value.name(), advice);
    }

    private static AppException invalid(String sentence) {
        return new AppException(ErrorCode.INVALID_REQUEST, sentence);
    }
}
