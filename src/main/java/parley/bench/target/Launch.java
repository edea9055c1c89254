package parley.bench.target;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How programs are started here: the server as a user starts it, helpers with the same Java and
/// the same classes as this program.
///
/// @param launcher the launcher of the server, if this program was started by it
public record Launch(Optional<String> launcher) {
    /// Where the launcher says where it is.
    private static final String LAUNCHER_VARIABLE = "PARLEY_LAUNCHER";

    private static final String LAUNCHER_PROPERTY = "parley.launcher";

    /// What a child sees of this program's environment. Nothing else: a key or a setting that
    /// stands there would change what is measured, or send it to a real provider.
    private static final List<String> PASSED_ON =
            List.of("PATH", "HOME", "JAVA_HOME", "PARLEY_JAVA_HOME", "LANG", "LC_ALL", "TMPDIR");

    public static Launch find() {
        String property = System.getProperty(LAUNCHER_PROPERTY, "");
        String variable = System.getenv().getOrDefault(LAUNCHER_VARIABLE, "");
        String found = property.isEmpty() ? variable : property;
        return new Launch(Optional.of(found).filter(path -> !path.isEmpty()));
    }

    /// The command that starts the server, without the server's arguments.
    ///
    /// @param javaOptions what is to be added to the options of its Java
    List<String> server(List<String> javaOptions) {
        return launcher.map(List::of).orElseGet(() -> serverWithoutLauncher(javaOptions));
    }

    private List<String> serverWithoutLauncher(List<String> javaOptions) {
        // The options of this program are the launcher's too, wherever it was started.
        List<String> options =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        options.addAll(javaOptions);
        return java(options, "parley.Main");
    }

    /// The command of a Java program of this class path.
    List<String> java(List<String> options, String mainClass) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        return command;
    }

    /// Makes the environment what a child may see.
    static void limit(Map<String, String> environment) {
        environment.keySet().retainAll(PASSED_ON);
    }
}
