package parley.llm.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.llm.local.child.EngineMain;

/// The command that starts a process which runs a model.
@FunctionalInterface
interface ChildCommand {
    /// @param control where the parent listens
    /// @param work where the child is to listen
    List<String> words(Path control, Path work, LoadedModel model);

    /// What a child is to load.
    ///
    /// @param name for people
    record LoadedModel(
            String name, Path library, Path file, int contextTokens, int contexts, int threads) {}

    /// This program's Java with this program's classes.
    static ChildCommand java() {
        return java(EngineMain.class.getName());
    }

    static ChildCommand java(String mainClass) {
        return (control, work, model) -> {
            List<String> words = new ArrayList<>();
            words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            words.addAll(
                    List.of(
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-XX:-CreateCoredumpOnCrash",
                            "-XX:+SuppressFatalErrorMessage",
                            "-Xshare:auto",
                            "--enable-native-access=ALL-UNNAMED"));
            words.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
            words.addAll(
                    List.of(
                            control.toString(),
                            work.toString(),
                            model.library().toString(),
                            model.file().toString(),
                            Integer.toString(model.contextTokens()),
                            Integer.toString(model.contexts()),
                            Integer.toString(model.threads())));
            return words;
        };
    }
}
