package parley.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/// A command that works on a home.
abstract class HomeCommand implements Callable<Integer> {
    final CommandContext context;

    @Mixin final HomeOptions options = new HomeOptions();

    HomeCommand(CommandContext context) {
        this.context = context;
    }
}
