package parley.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs commands in this process, and keeps what they said.
final class CommandRun {
    private final Application application;
    private final Path userHome;
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private boolean terminal;

    /// @param userHome the user's own folder, so that the home is `.parley` in it
    CommandRun(Application application, Path userHome) {
        this.application = application;
        this.userHome = userHome;
    }

    CommandRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CommandRun reading(String text) {
        input = text;
        return this;
    }

    CommandRun atTerminal() {
        terminal = true;
        return this;
    }

    Path home() {
        return userHome.resolve(".parley");
    }

    Result run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        boolean person = terminal;
        var surroundings =
                new Surroundings(
                        environment,
                        userHome,
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        () -> person);
        int code =
                new Program(application, surroundings, new PrintWriter(out), new PrintWriter(err))
                        .run(words);
        return new Result(code, out.toString(), err.toString());
    }

    /// What a command left behind.
    record Result(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }
}
