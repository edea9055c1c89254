package parley.cli;

import java.net.URI;
import java.util.Optional;
import parley.settings.LoadedSettings;

/// The server that a chat talks to, and the token it shows.
///
/// @param embedded the server inside this process, if the chat has one of its own
record ChatConnection(URI url, Optional<String> token, Optional<EmbeddedServer> embedded)
        implements AutoCloseable {

    static ChatConnection open(
            CommandContext context,
            HomeOptions options,
            Optional<String> askedUrl,
            Optional<String> askedToken)
            throws InterruptedException {
        Optional<String> token =
                askedToken.or(() -> context.surroundings().variable("PARLEY_TOKEN"));
        if (askedUrl.isPresent()) {
            return new ChatConnection(parse(askedUrl.get()), token, Optional.empty());
        }
        Home home = options.home(context);
        // The owner's token goes to the server of this home and to nobody else.
        var running = home.serverFile().read();
        if (running.isPresent()) {
            URI url = running.get().url();
            return new ChatConnection(url, token.or(home.ownerToken()::read), Optional.empty());
        }
        LoadedSettings loaded = options.load(context, EmbeddedServer.OPTIONS);
        var server =
                EmbeddedServer.start(
                        context.application(), home, new Start(home.folder(), loaded.values()));
        return new ChatConnection(
                server.url(), token.or(home.ownerToken()::read), Optional.of(server));
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedServer::close);
    }

    private static URI parse(String text) {
        String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        try {
            URI url = URI.create(trimmed);
            if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one sentence that says what an address looks like.
        }
        throw new CommandFailure(
                "\"%s\" is not the address of a server; one looks like http://localhost:8000."
                        .formatted(text));
    }
}
