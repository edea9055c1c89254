package parley.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What a command finds around it.
///
/// @param userHome the user's own folder
/// @param terminal whether a person sits at both ends: standard input and output are a terminal
public record Surroundings(
        Map<String, String> environment,
        Path userHome,
        InputStream input,
        BooleanSupplier terminal) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /// The surroundings of this process.
    public static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        // Java takes `user.home` from the password file; everybody else goes by HOME.
        String home = environment.getOrDefault("HOME", "");
        return new Surroundings(
                environment,
                Path.of(home.isBlank() ? System.getProperty("user.home", ".") : home),
                System.in,
                Surroundings::isTerminal);
    }

    /// A variable of the environment; an empty one counts as not set.
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    // JDK 22 to 24 always had a console, others have none where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
