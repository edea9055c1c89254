package parley.cli.chat;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;

/// One conversation with a server: asks, prints the answers as they grow, stops them.
public final class ChatSession {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final TurnClient client;
    private final PrintWriter out;
    private final PrintWriter notes;
    private final boolean terminal;
    private final Duration firstPause;

    private OptionalLong conversation;
    private Optional<String> model;
    private volatile @Nullable Running running;

    /// @param out where answers go
    /// @param notes where everything else goes
    /// @param terminal whether `out` is a terminal, which control characters must not reach
    public ChatSession(
            TurnClient client,
            PrintWriter out,
            PrintWriter notes,
            boolean terminal,
            OptionalLong conversation,
            Optional<String> model) {
        this(client, out, notes, terminal, conversation, model, FIRST_PAUSE);
    }

    ChatSession(
            TurnClient client,
            PrintWriter out,
            PrintWriter notes,
            boolean terminal,
            OptionalLong conversation,
            Optional<String> model,
            Duration firstPause) {
        this.client = client;
        this.out = out;
        this.notes = notes;
        this.terminal = terminal;
        this.conversation = conversation;
        this.model = model;
        this.firstPause = firstPause;
    }

    /// Asks, and prints the answer while it comes. How it ended is noted.
    ///
    /// @throws AppException if the server refuses the message, or stays away
    public Answer ask(String message) throws InterruptedException {
        Running turn = new Running();
        running = turn;
        try {
            TurnWish wish =
                    new TurnWish(message, conversation, model, UUID.randomUUID().toString());
            Answer answer = new AnswerReader(client, turn, firstPause).read(wish);
            turn.finishLine();
            note(answer.summary());
            return answer;
        } finally {
            running = null;
        }
    }

    /// Stops the answer that is being written.
    ///
    /// @return false if there is none, or it was told so before
    public boolean stop() {
        Running turn = running;
        return turn != null && turn.stop();
    }

    /// The conversation that the next message continues; empty before the first.
    public OptionalLong conversation() {
        return conversation;
    }

    void use(String name) {
        model = Optional.of(name);
    }

    void beginAnew() {
        conversation = OptionalLong.empty();
    }

    private void note(String line) {
        notes.println(line);
        notes.flush();
    }

    /// The answer that is being written.
    private final class Running implements AnswerListener {
        private long turnId;
        private boolean stopped;
        private boolean atLineStart = true;

        @Override
        public void started(TurnMessage.Started started) {
            conversation = OptionalLong.of(started.conversationId());
            if (begin(started.turnId())) {
                sendStop(started.turnId());
            }
        }

        @Override
        public void text(String text) {
            String shown = terminal ? TerminalText.clean(text) : text;
            out.print(shown);
            out.flush();
            atLineStart = shown.isEmpty() ? atLineStart : shown.endsWith("\n");
        }

        @Override
        public void reconnecting(String reason) {
            finishLine();
            note(reason + " Connecting again.");
        }

        void finishLine() {
            if (!atLineStart) {
                out.println();
                out.flush();
                atLineStart = true;
            }
        }

        boolean stop() {
            long known;
            synchronized (this) {
                if (stopped) {
                    return false;
                }
                stopped = true;
                known = turnId;
            }
            if (known != 0) {
                sendStop(known);
            }
            return true;
        }

        /// @return whether the answer was to be stopped before it was known by an id
        private synchronized boolean begin(long id) {
            turnId = id;
            return stopped;
        }

        private void sendStop(long id) {
            try {
                client.stop(id);
            } catch (AppException e) {
                note(e.sentence());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
