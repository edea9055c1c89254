package parley.bench.load;

import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One plan being carried out.
final class LoadRun {
    /// Connections that wait for their first byte at once: fewer than the listen queues of servers
    /// hold, and enough to open thousands of slow streams before the first of them end.
    private static final int OPENING_AT_ONCE = 1_000;

    private static final Duration TICK = Duration.ofMillis(100);
    private static final int BUFFER = 64 * 1024;

    private final LoadPlan plan;
    private final Selector selector;
    private final LoadRecorder recorder = new LoadRecorder();
    private final byte[] buffer = new byte[BUFFER];
    private final Set<Client> clients = new HashSet<>();
    private final Set<Client> opening = new HashSet<>();
    private final long deadline;
    private int opened;
    private long requested;
    private long nextCheck;

    LoadRun(LoadPlan plan, Selector selector) {
        this.plan = plan;
        this.selector = selector;
        this.deadline = System.nanoTime() + plan.longest().toNanos();
    }

    LoadReport run() throws IOException, InterruptedException {
        openMore();
        while (!clients.isEmpty()) {
            selector.select(this::ready, TICK.toMillis());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            openMore();
            dropOverdue();
        }
        return recorder.report();
    }

    void close() {
        List.copyOf(clients).forEach(this::leave);
    }

    private void openMore() {
        while (opened < plan.clients() && opening.size() < OPENING_AT_ONCE && mayAsk()) {
            open(opened);
            opened++;
        }
    }

    private boolean mayAsk() {
        return requested < plan.mostRequests() && System.nanoTime() < deadline;
    }

    private byte[] nextRequest(int number) {
        return plan.requests().next(number, requested++);
    }

    private void open(int number) {
        AnswerWatch answer = new AnswerWatch(recorder, plan.pace().toNanos());
        // The patience for an answer holds for the connection too.
        answer.begin(System.nanoTime());
        try {
            Client client =
                    Client.open(number, answer, nextRequest(number), plan.target(), selector);
            clients.add(client);
            opening.add(client);
        } catch (IOException e) {
            recorder.failed(inWords(e));
        }
    }

    private void ready(SelectionKey key) {
        Client client = (Client) key.attachment();
        try {
            if (serve(client, key)) {
                return;
            }
        } catch (IOException e) {
            client.answer().abandon(inWords(e));
        }
        leave(client);
    }

    /// @return whether the client stays
    private boolean serve(Client client, SelectionKey key) throws IOException {
        if (key.isConnectable()) {
            client.finishConnecting();
            return true;
        }
        if (key.isWritable()) {
            client.write();
        }
        if (!key.isReadable()) {
            return true;
        }
        boolean more = client.read(buffer);
        opening.remove(client);
        if (client.answer().isComplete()) {
            return goOn(client, more && client.answer().keepsAlive());
        }
        if (!more) {
            throw new IOException("connection closed without an answer");
        }
        return true;
    }

    private boolean goOn(Client client, boolean usable) throws IOException {
        if (!mayAsk()) {
            return false;
        }
        if (usable) {
            client.send(nextRequest(client.number()));
            return true;
        }
        open(client.number());
        return false;
    }

    private void leave(Client client) {
        clients.remove(client);
        opening.remove(client);
        client.close();
    }

    private void dropOverdue() {
        long now = System.nanoTime();
        if (now < nextCheck) {
            return;
        }
        nextCheck = now + TICK.toNanos();
        long oldest = now - plan.patience().toNanos();
        for (Client client : List.copyOf(clients)) {
            if (client.answer().sentAt() < oldest) {
                client.answer()
                        .abandon("no whole answer in %d ms".formatted(plan.patience().toMillis()));
                leave(client);
            }
        }
    }

    private static String inWords(IOException e) {
        String message = e.getMessage();
        if (message == null) {
            return "connection broken";
        }
        return e instanceof SocketException && message.contains("reset")
                ? "connection reset"
                : message;
    }
}
