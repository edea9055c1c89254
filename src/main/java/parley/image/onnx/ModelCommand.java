package parley.image.onnx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command that starts the process that runs models.
final class ModelCommand {
    private ModelCommand() {}

    /// This program's Java with this program's classes.
    static List<String> java(Path folder, OnnxSettings settings) {
        return java(ModelProcessMain.class.getName(), folder, settings);
    }

    static List<String> java(String mainClass, Path folder, OnnxSettings settings) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:MaxRAMPercentage=40",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:+SuppressFatalErrorMessage",
                        "-Xshare:auto",
                        "-Djava.util.logging.SimpleFormatter.format=%5$s%6$s%n",
                        "--enable-native-access=ALL-UNNAMED"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        words.addAll(
                List.of(
                        folder.toAbsolutePath().toString(),
                        Long.toString(settings.bytes()),
                        Integer.toString(settings.threads())));
        return words;
    }
}
