package parley.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of commands that ask a server.
final class ServerOptions {
    @Option(names = "--url", paramLabel = "URL", description = "The server to ask.")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The token to show. Default: $PARLEY_TOKEN.")
    private @Nullable String token;

    ChatConnection open(CommandContext context, HomeOptions options) throws InterruptedException {
        return ChatConnection.open(
                context, options, Optional.ofNullable(url), Optional.ofNullable(token));
    }
}
