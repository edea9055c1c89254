package parley.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `parley test`, which the launcher script does itself.
@Command(
        name = "test",
        description = "Runs all tests of the source tree with Maven.",
        footer = {"", "Examples:", "  ./parley test", "  ./parley test -Dtest=SettingsLoaderTest"})
final class TestCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "Goes to Maven.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        throw new CommandFailure(
                "The tests are run by the launcher in the source tree: ./parley test "
                        .concat(String.join(" ", arguments))
                        .strip());
    }
}
