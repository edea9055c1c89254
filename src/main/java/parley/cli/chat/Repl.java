package parley.cli.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import parley.error.AppException;

/// A conversation by hand: reads messages and commands from a terminal until the person leaves.
public final class Repl {
    private static final String HELP =
            """
            /model NAME   answer with this model from now on
            /models       list the models
            /new          begin a new conversation
            /help         this help
            /quit         leave; so does Ctrl-D
            A line that ends with \\ goes on in the next one. Ctrl-C stops an answer.
            A message that begins with / needs a space before it.\
            """;

    private final ChatSession session;
    private final TurnClient client;
    private final BufferedReader in;
    private final PrintWriter out;

    public Repl(ChatSession session, TurnClient client, BufferedReader in, PrintWriter out) {
        this.session = session;
        this.client = client;
        this.in = in;
        this.out = out;
    }

    /// Returns when the person has left.
    public void run() throws IOException, InterruptedException {
        say("/help for help, Ctrl-D to leave.");
        for (var input = read(); input.isPresent(); input = read()) {
            String text = input.get();
            if (text.isBlank()) {
                continue;
            }
            try {
                if (!obey(text)) {
                    return;
                }
            } catch (AppException e) {
                say(e.sentence());
            }
        }
    }

    /// A message, over several lines if each but the last ends with a backslash.
    private Optional<String> read() throws IOException {
        StringBuilder message = new StringBuilder();
        prompt("> ");
        String line = in.readLine();
        while (line != null && line.endsWith("\\")) {
            message.append(line, 0, line.length() - 1).append('\n');
            prompt(". ");
            line = in.readLine();
        }
        if (line == null && message.isEmpty()) {
            out.println();
            out.flush();
            return Optional.empty();
        }
        return Optional.of(message.append(line == null ? "" : line).toString());
    }

    /// @return whether to go on
    private boolean obey(String text) throws InterruptedException {
        if (!text.startsWith("/")) {
            session.ask(text.strip());
            return true;
        }
        String[] words = text.strip().split("\\s+", 2);
        switch (words[0]) {
            case "/quit", "/exit", "/bye" -> {
                return false;
            }
            case "/help" -> say(HELP);
            case "/new" -> beginAnew();
            case "/models" -> client.models().forEach(this::say);
            case "/model" -> use(words.length > 1 ? words[1] : "");
            default -> say("There is no %s; /help lists what there is.".formatted(words[0]));
        }
        return true;
    }

    private void beginAnew() {
        session.beginAnew();
        say("A new conversation.");
    }

    private void use(String name) {
        if (name.isEmpty()) {
            say("Which one? /models lists them.");
            return;
        }
        session.use(name);
        say("%s answers from now on.".formatted(name));
    }

    private void prompt(String text) {
        out.print(text);
        out.flush();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
