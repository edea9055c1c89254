package parley.cli;

import parley.error.AppException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns a failure into one sentence on standard error.
final class Explanation implements IExecutionExceptionHandler {
    private static final int INTERRUPTED = 130;

    private final CommandContext context;

    Explanation(CommandContext context) {
        this.context = context;
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult result) {
        if (context.surroundings().variable("PARLEY_DEBUG").isPresent()) {
            failure.printStackTrace(context.console().err());
        }
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        }
        context.console().note(sentence(failure));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String sentence(Exception failure) {
        return switch (failure) {
            case AppException known -> known.sentence();
            case CommandFailure known -> known.sentence();
            default ->
                    "Parley failed in a way it did not foresee. Run it again with PARLEY_DEBUG=1 to"
                            + " see where.";
        };
    }
}
