package parley.llm.langchain;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;

/// LangChain4j's transport to one provider, on the thread that calls: the answer is read there, and
/// interrupting the thread closes the connection. Follows no redirects, repeats nothing. Fails with
/// [parley.llm.ProviderException], or [CallInterrupted].
public final class BlockingHttpClient implements HttpClient {
    private static final int LARGEST_BODY = 20 << 20;
    private static final int LARGEST_ERROR = 64 << 10;
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    /// What to do with a response that succeeded.
    @FunctionalInterface
    private interface Reading<T> {
        T read(ResponseHead head, Body body) throws IOException;
    }

    private final ConnectionPool pool;
    private final ProviderErrors errors;
    private final TransportFailures failures;

    public BlockingHttpClient(URI baseUrl, SSLSocketFactory encryption, ProviderErrors errors) {
        this(baseUrl, encryption, errors, Connector.TIMEOUT);
    }

    /// @param connectTimeout for finding the address, connecting and encrypting together
    BlockingHttpClient(
            URI baseUrl,
            SSLSocketFactory encryption,
            ProviderErrors errors,
            Duration connectTimeout) {
        Connector connector = new Connector(baseUrl, encryption, connectTimeout);
        this.pool = new ConnectionPool(connector);
        this.failures = new TransportFailures(connector.target(), errors);
        this.errors = errors;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        return exchange(
                request,
                (head, body) -> {
                    byte[] bytes = readAll(body, LARGEST_BODY);
                    if (!head.mediaType().startsWith("image/")) {
                        errors.requireNone(text(bytes));
                    }
                    return response(head, bytes);
                });
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventListener listener) {
        execute(request, new EventParser(), listener);
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        exchange(
                request,
                (head, body) -> {
                    if (listener instanceof WholeAnswerListener whole && isJson(head)) {
                        whole.onWholeAnswer(text(readAll(body, LARGEST_BODY)));
                        return head;
                    }
                    requireEvents(head, body);
                    listener.onOpen(response(head, new byte[0]));
                    parser.parse(body, listener);
                    listener.onClose();
                    return head;
                });
    }

    private <T> T exchange(HttpRequest request, Reading<T> reading) {
        Connection connection = connect();
        boolean kept = false;
        try {
            connection.send(RequestHead.encode(request));
            ResponseHead head = ResponseHead.read(connection.input());
            Body body = Body.of(head, connection.input());
            if (!head.isSuccess()) {
                String text = text(readAll(body, LARGEST_ERROR));
                kept = keep(connection, head, body);
                throw errors.ofStatus(head.status(), head::header, text);
            }
            T result = reading.read(head, body);
            kept = keep(connection, head, body);
            return result;
        } catch (IOException e) {
            throw failures.broken(e);
        } catch (UncheckedIOException e) {
            throw failures.broken(Objects.requireNonNull(e.getCause()));
        } finally {
            if (!kept) {
                connection.close();
            }
        }
    }

    /// Keeps the connection for the next request, if its answer is at its end.
    private boolean keep(Connection connection, ResponseHead head, Body body) {
        if (!head.keepsAlive()) {
            return false;
        }
        if (body.isAtEnd()) {
            pool.give(connection);
            return true;
        }
        if (!StreamState.current().endMarkSeen()) {
            return false;
        }
        // The answer is complete, and its last bytes are still on their way: nobody waits for them.
        Thread.ofVirtual().name("end of a stream").start(() -> readToEnd(connection, body));
        return true;
    }

    private void readToEnd(Connection connection, Body body) {
        try {
            connection.limitWaits(LONGEST_FAREWELL);
            readAll(body, LARGEST_ERROR);
            connection.limitWaits(Duration.ZERO);
            if (body.isAtEnd()) {
                pool.give(connection);
                return;
            }
        } catch (IOException e) {
            // A provider that does not end its stream properly gets a new connection next time.
        }
        connection.close();
    }

    private Connection connect() {
        try {
            return pool.take();
        } catch (IOException e) {
            throw failures.notConnected(e);
        }
    }

    private static boolean isJson(ResponseHead head) {
        return head.mediaType().equals("application/json");
    }

    private void requireEvents(ResponseHead head, Body body) throws IOException {
        String type = head.mediaType();
        if (!type.equals("application/json") && !type.equals("text/html")) {
            return;
        }
        errors.requireNone(text(readAll(body, LARGEST_ERROR)));
        throw errors.badResponse(
                "sent %s instead of a stream of events. Check %s."
                        .formatted(type, errors.names().address()),
                null);
    }

    private static SuccessfulHttpResponse response(ResponseHead head, byte[] body) {
        return SuccessfulHttpResponse.builder()
                .statusCode(head.status())
                .headers(Map.of("Content-Type", List.of(head.mediaType())))
                .body(body)
                .build();
    }

    /// Reads a body of at most so many bytes.
    private static byte[] readAll(Body body, int most) throws IOException {
        byte[] bytes = body.readNBytes(most);
        if (bytes.length == most && body.read() >= 0) {
            throw new ProtocolException("The answer is longer than " + most + " bytes.");
        }
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Hands this client to LangChain4j, whose own timeouts it does not need: whoever calls watches
    /// the time.
    HttpClientBuilder builder() {
        return new Handover(this);
    }

    private record Handover(HttpClient client) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return Connector.TIMEOUT;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
