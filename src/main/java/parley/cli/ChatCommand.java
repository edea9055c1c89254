package parley.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.cli.chat.ChatSession;
import parley.cli.chat.Repl;
import parley.cli.chat.TurnClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley chat`
@Command(
        name = "chat",
        description = {
            "Talks to a server: the one at --url, else the one running in the home, else one of its"
                    + " own.",
            "Without MESSAGE it asks for messages; what is piped into it is one message."
        },
        footer = {
            "",
            "Examples:",
            "  parley chat",
            "  parley chat \"What is a control chart?\"",
            "  parley chat < question.txt > answer.txt",
            "  parley chat --conversation 12 \"And then?\"",
            "  parley chat --url https://chat.example --token prl_...",
        })
final class ChatCommand extends HomeCommand {
    @Option(names = "--url", paramLabel = "URL", description = "The server to talk to.")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The token to show. Default: $PARLEY_TOKEN.")
    private @Nullable String token;

    @Option(names = "--model", paramLabel = "MODEL", description = "The model that answers.")
    private @Nullable String model;

    @Option(
            names = "--conversation",
            paramLabel = "ID",
            description = "Continues this conversation.")
    private @Nullable Long conversation;

    @Parameters(
            arity = "0..1",
            paramLabel = "MESSAGE",
            description = "Asks this, prints the answer alone, and ends.")
    private @Nullable String message;

    ChatCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<String> once = once();
        try (var connection =
                        ChatConnection.open(
                                context,
                                options,
                                Optional.ofNullable(url),
                                Optional.ofNullable(token));
                var client = new TurnClient(connection.url(), connection.token())) {
            ChatSession session = session(client);
            Signals.handle(Signals.INTERRUPT, number -> interrupt(session, connection, number));
            if (once.isPresent()) {
                return askOnce(session, once.get());
            }
            context.console().say(connection.url().toString());
            new Repl(session, client, input(), context.console().out()).run();
            return 0;
        }
    }

    /// The one message, where there is one: the argument, or all that is piped in.
    private Optional<String> once() throws IOException {
        if (message == null && context.console().isTerminal()) {
            return Optional.empty();
        }
        String text =
                message != null
                        ? message
                        : new String(context.surroundings().input().readAllBytes(), inputCharset());
        if (text.isBlank()) {
            throw new CommandFailure("There is no message: it is empty.");
        }
        return Optional.of(text.strip());
    }

    private int askOnce(ChatSession session, String text) throws InterruptedException {
        boolean complete = session.ask(text).isComplete();
        session.conversation()
                .ifPresent(
                        id -> context.console().note("To go on: parley chat --conversation " + id));
        return complete ? 0 : 1;
    }

    private ChatSession session(TurnClient client) {
        Console console = context.console();
        return new ChatSession(
                client,
                console.out(),
                console.err(),
                console.isTerminal(),
                conversation == null ? OptionalLong.empty() : OptionalLong.of(conversation),
                Optional.ofNullable(model));
    }

    private BufferedReader input() {
        return new BufferedReader(
                new InputStreamReader(context.surroundings().input(), inputCharset()));
    }

    private static Charset inputCharset() {
        return Charset.forName(System.getProperty("stdin.encoding", "UTF-8"));
    }

    /// The first Ctrl-C stops an answer; without one, or a second time, it ends the command.
    private void interrupt(ChatSession session, ChatConnection connection, int number) {
        if (session.stop()) {
            return;
        }
        context.console().out().println();
        context.console().out().flush();
        connection.close();
        Runtime.getRuntime().halt(128 + number);
    }
}
