package parley.llm.local;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Which models run on this machine, and how.
///
/// @param model a file beside those in the home's `models/`; its model is the provider's default
/// @param library the folder with llama.cpp; empty to look in the usual places
/// @param threads for each answer; 0 for the processor's cores less one
/// @param contextTokens the most tokens of one conversation; 0 for the model's own, at most
///   [#USUAL_CONTEXT_TOKENS]
/// @param parallel how many answers of one model are made at once
/// @param loaded how many models are in memory at once
/// @param load how long a model may take to load
/// @param idle after which time without an answer a model leaves the memory
public record LocalSettings(
        Optional<Path> model,
        Optional<Path> library,
        int threads,
        int contextTokens,
        int parallel,
        int loaded,
        Duration load,
        Duration idle) {
    static final int USUAL_CONTEXT_TOKENS = 8192;

    static final Setting<Optional<Path>> MODEL =
            path(
                    "local.model",
                    "A GGUF file to answer with, beside those in the home's models folder. It becomes"
                            + " the default of this provider.");
    static final Setting<Optional<Path>> LIBRARY =
            path(
                    "local.library",
                    "The folder with the libraries of llama.cpp 0.5.0. Empty: the system's, or what"
                            + " \"parley models setup\" fetched.");
    static final Setting<Integer> THREADS =
            Setting.number(
                    "local.threads",
                    0,
                    0,
                    512,
                    "How many threads work on one answer. 0: the processor's cores less one.");
    static final Setting<Integer> CONTEXT =
            Setting.number(
                    "local.context",
                    0,
                    0,
                    1_048_576,
                    "The most tokens of one conversation; more takes more memory. 0: what the model"
                            + " was made for, but at most 8192.");
    static final Setting<Integer> PARALLEL =
            Setting.number(
                    "local.parallel",
                    2,
                    1,
                    64,
                    "How many answers of one model are made at once; others wait.");
    static final Setting<Integer> LOADED =
            Setting.number(
                    "local.loaded",
                    1,
                    1,
                    64,
                    "How many models are kept in memory at once; the one that was idle longest makes"
                            + " room for another.");
    static final Setting<Duration> LOAD =
            Setting.seconds(
                    "local.load.seconds", 300, 1, 3600, "How long a model may take to load.");
    static final Setting<Duration> IDLE =
            Setting.seconds(
                    "local.idle.seconds",
                    900,
                    1,
                    604_800,
                    "After which time without a question a model leaves the memory.");

    public static final List<Setting<?>> ALL =
            List.of(MODEL, LIBRARY, THREADS, CONTEXT, PARALLEL, LOADED, LOAD, IDLE);

    public static LocalSettings from(SettingValues values) {
        return new LocalSettings(
                values.get(MODEL),
                values.get(LIBRARY),
                values.get(THREADS),
                values.get(CONTEXT),
                values.get(PARALLEL),
                values.get(LOADED),
                values.get(LOAD),
                values.get(IDLE));
    }

    private static Setting<Optional<Path>> path(String name, String description) {
        return new Setting<>(name, "path", "", description, false, LocalSettings::parsePath);
    }

    private static Optional<Path> parsePath(String text) {
        try {
            return Optional.of(text.strip()).filter(path -> !path.isEmpty()).map(Path::of);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("a path", e);
        }
    }
}
