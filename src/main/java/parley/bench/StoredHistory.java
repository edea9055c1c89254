package parley.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.bench.load.LoadPlan;
import parley.bench.load.LoadReport;
import parley.bench.load.Requests;
import parley.bench.target.ServerHome;
import parley.bench.target.ServerOptions;
import parley.bench.target.ServerProcess;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server with a number of messages in its store, filled through its API.
final class StoredHistory implements AutoCloseable {
    private static final int MESSAGES_PER_SESSION = 20;
    private static final int MESSAGES_PER_CALL = 500;
    private static final int PAGE = 10;
    private static final int CLIENTS = 16;
    // Appends go around these, so that a page looks the same however much is stored.
    private static final int SESSIONS_APPENDED_TO = 50;

    private final Workbench bench;
    private final int messages;
    private final ServerHome home;
    private final ServerProcess server;
    private final String token;
    private List<Long> sessions = List.of();

    private StoredHistory(
            Workbench bench, int messages, ServerHome home, ServerProcess server, String token) {
        this.bench = bench;
        this.messages = messages;
        this.home = home;
        this.server = server;
        this.token = token;
    }

    /// Starts a server whose store is empty.
    static StoredHistory open(Workbench bench, int messages) throws InterruptedException {
        return open(bench, messages, ServerOptions.DEFAULT);
    }

    static StoredHistory open(Workbench bench, int messages, ServerOptions options)
            throws InterruptedException {
        ServerHome home = bench.home();
        ServerProcess server = bench.start(home, options).awaitReady();
        return new StoredHistory(bench, messages, home, server, server.ownerToken());
    }

    /// Where the server listens: `http://127.0.0.1:8000`.
    String url() {
        return "http://127.0.0.1:" + server.address().getPort();
    }

    /// How many messages are stored when it is filled.
    int messages() {
        return messages;
    }

    /// Stores the messages, in sessions of twenty.
    void fill(Findings findings) throws InterruptedException {
        // The answer is the twentieth.
        byte[] request = Calls.many(token, Optional.empty(), 0, MESSAGES_PER_SESSION - 1);
        LoadPlan plan =
                LoadPlan.times(
                        messages / MESSAGES_PER_SESSION,
                        server.address(),
                        CLIENTS,
                        Requests.always(request));
        findings.checked("storing %,d messages".formatted(messages), bench.load(plan));
        sessions = newestSessions();
    }

    private List<Long> newestSessions() {
        String text =
                bench.call(server.address(), Calls.newestSessions(token, SESSIONS_APPENDED_TO))
                        .text();
        List<Long> ids = new ArrayList<>();
        for (JsonNode session : JsonMapper.shared().readTree(text).path("sessions")) {
            ids.add(session.path("id").asLong());
        }
        if (ids.isEmpty()) {
            throw new AppException(ErrorCode.UNAVAILABLE, "The server stored no sessions.");
        }
        return List.copyOf(ids);
    }

    /// Reads the first page over and over.
    LoadReport readPages(Duration time) throws InterruptedException {
        byte[] request = Calls.newestSessions(token, PAGE);
        return bench.load(LoadPlan.during(time, server.address(), 1, Requests.always(request)));
    }

    /// Adds messages one after another, each to the next session.
    LoadReport append(Duration time) throws InterruptedException {
        List<Long> known = sessions;
        return append(time, known);
    }

    private LoadReport append(Duration time, List<Long> known) throws InterruptedException {
        Requests requests =
                (client, number) ->
                        Calls.append(token, known.get((int) (number % known.size())), "And then?");
        return bench.load(LoadPlan.during(time, server.address(), 1, requests));
    }

    /// Makes one conversation long.
    ///
    /// @return its id
    long lengthen(int count) {
        long session = sessions.getLast();
        for (int stored = MESSAGES_PER_SESSION; stored < count; stored += MESSAGES_PER_CALL) {
            bench.call(
                    server.address(),
                    Calls.many(token, Optional.of(session), stored, MESSAGES_PER_CALL - 1));
        }
        return session;
    }

    /// Adds messages to one conversation.
    LoadReport appendTo(long session, Duration time) throws InterruptedException {
        return append(time, List.of(session));
    }

    @Override
    public void close() {
        server.close();
        home.close();
    }
}
