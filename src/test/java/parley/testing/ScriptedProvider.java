package parley.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ServerSocketFactory;

/// A server on loopback that speaks OpenAI's API as it is told, well or badly, and records what it
/// was asked and when its callers went away. Plain sockets, so that nothing stands between a script
/// and the wire.
public final class ScriptedProvider implements AutoCloseable {
    private record Rule(Predicate<ReceivedRequest> fits, Reply reply) {}

    private final String scheme;
    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connectionCount = new AtomicInteger();
    private final Queue<Reply> next = new ConcurrentLinkedQueue<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<ReceivedRequest> arrivals = new LinkedBlockingQueue<>();
    private volatile Reply usual = Reply.answer("Hello", " there", ".");
    private volatile Reply models = Reply.models("scripted");

    private ScriptedProvider(String scheme, ServerSocket server) {
        this.scheme = scheme;
        this.server = server;
    }

    public static ScriptedProvider start() {
        return start("http", ServerSocketFactory.getDefault());
    }

    public static ScriptedProvider startEncrypted(ServerSocketFactory encryption) {
        return start("https", encryption);
    }

    private static ScriptedProvider start(String scheme, ServerSocketFactory sockets) {
        try {
            ScriptedProvider provider =
                    new ScriptedProvider(
                            scheme,
                            sockets.createServerSocket(0, 4096, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("scripted provider").start(provider::accept);
            return provider;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where the API begins.
    public URI baseUrl() {
        return URI.create("%s://127.0.0.1:%d/v1".formatted(scheme, server.getLocalPort()));
    }

    /// Answers the next request that has no answer yet so; may be said several times.
    public ScriptedProvider next(Reply reply) {
        next.add(reply);
        return this;
    }

    public ScriptedProvider next(int times, Reply reply) {
        for (int i = 0; i < times; i++) {
            next.add(reply);
        }
        return this;
    }

    /// Answers requests so whose last message fits. Comes before [#next].
    public ScriptedProvider when(Predicate<String> lastMessage, Reply reply) {
        rules.add(new Rule(request -> lastMessage.test(request.lastMessage()), reply));
        return this;
    }

    /// Answers all other requests so.
    public ScriptedProvider otherwise(Reply reply) {
        usual = reply;
        return this;
    }

    /// Answers `GET /models` so.
    public ScriptedProvider models(Reply reply) {
        models = reply;
        return this;
    }

    /// Every request for an answer, in the order in which they came.
    public List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    /// Waits for the next request that was not waited for before.
    public ReceivedRequest awaitRequest() throws InterruptedException {
        ReceivedRequest request = arrivals.poll(5, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("No request came within 5 s.");
        }
        return request;
    }

    /// How many connections there were so far.
    public int connectionCount() {
        return connectionCount.get();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connectionCount.incrementAndGet();
                connections.add(socket);
                Thread.ofVirtual().name("scripted connection").start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            PushbackInputStream input =
                    new PushbackInputStream(new BufferedInputStream(socket.getInputStream()));
            while (!socket.isClosed()) {
                answer(socket, input, read(input));
            }
        } catch (IOException e) {
            // The caller went away between two requests, or a script closed the connection.
        } finally {
            connections.remove(socket);
        }
    }

    private void answer(Socket socket, PushbackInputStream input, ReceivedRequest request)
            throws IOException {
        boolean lists = request.path().replaceAll("\\?.*", "").endsWith("/models");
        Reply reply = lists ? models : replyTo(request);
        try {
            reply.play(new ProviderWire(socket, input, request));
        } catch (IOException e) {
            request.abortedNanos().complete(System.nanoTime());
            throw e;
        }
    }

    private Reply replyTo(ReceivedRequest request) {
        requests.add(request);
        arrivals.add(request);
        for (Rule rule : rules) {
            if (rule.fits().test(request)) {
                return rule.reply();
            }
        }
        Reply queued = next.poll();
        return queued == null ? usual : queued;
    }

    private static ReceivedRequest read(PushbackInputStream input) throws IOException {
        String[] first = line(input).split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(input); !line.isEmpty(); line = line(input)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body =
                input.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new ReceivedRequest(
                first[0],
                first[1],
                headers,
                new String(body, StandardCharsets.UTF_8),
                new CompletableFuture<>());
    }

    private static String line(PushbackInputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("The caller closed the connection.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
