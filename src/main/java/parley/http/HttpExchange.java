package parley.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.account.Account;
import parley.error.AppException;
import tools.jackson.databind.JsonNode;

/// One request over HTTP and its answer.
final class HttpExchange implements Exchange {
    private static final byte[] EMPTY = {};

    private final HttpServerRequest request;
    private final RequestHead head;
    private final ClientConnection connection;
    private final ResponseWriter writer;
    private final ResponseHead responseHead;
    private final IncomingBody incoming;
    private final Match match;
    private final Disconnect disconnect = new Disconnect();

    private final long startedAt = System.nanoTime();

    private byte[] body = EMPTY;
    private @Nullable JsonNode json;
    private @Nullable Upload upload;
    private @Nullable Map<String, List<String>> queries;
    private @Nullable Account caller;
    private @Nullable Dialect speaks;
    private boolean continueSent;
    private boolean answered;
    private @Nullable EventStream stream;
    private int status;

    /// Belongs to the event loop until the handler's thread takes it over.
    HttpExchange(
            HttpServerRequest request,
            RequestHead head,
            Match match,
            ResponseHead responseHead,
            ClientConnection connection,
            ServerLimits limits) {
        this.request = request;
        this.head = head;
        this.match = match;
        this.connection = connection;
        this.writer = new ResponseWriter(request.response(), connection);
        this.responseHead = responseHead;
        this.incoming = incoming(match.body(head), limits);
    }

    private IncomingBody incoming(BodyType type, ServerLimits limits) {
        return switch (type) {
            case FORM_OR_JSON -> incoming(type.of(head), limits);
            case FILE -> StreamedBody.of(request, head, limits.importBytes(), connection);
            case MULTIPART -> StreamedBody.of(request, head, limits.uploadBytes(), connection);
            case LONG_JSON -> gathered(limits.longJsonBytes());
            case NONE, JSON, OPTIONAL_JSON -> gathered(limits.jsonBytes());
        };
    }

    private RequestBody gathered(int limit) {
        return RequestBody.of(request, head, limit, connection::requestEnded);
    }

    RequestHead head() {
        return head;
    }

    Match match() {
        return match;
    }

    ResponseHead responseHead() {
        return responseHead;
    }

    /// The status of the answer; 0 before there is one.
    int status() {
        return status;
    }

    boolean isAnswered() {
        return answered;
    }

    long nanosSinceStart() {
        return System.nanoTime() - startedAt;
    }

    void caller(Account account) {
        caller = account;
    }

    /// Takes in the body, which its sender may have waited to send.
    void receiveBody() throws InterruptedException {
        if (!head.hasBody()) {
            return;
        }
        if (expectsContinue()) {
            continueSent = true;
            writer.sendContinue();
        }
        connection.run(incoming::resume);
        if (!(incoming instanceof RequestBody gathered)) {
            return;
        }
        body = gathered.await();
        if (isBodyOptional() && body.length > 0) {
            ContentGate.checkJson(head, true);
            // Also where the handler has no use for it: a body that is there must be whole.
            json = JsonBody.read(body);
        }
    }

    private boolean isBodyOptional() {
        return found().endpoint().route().body() == BodyType.OPTIONAL_JSON;
    }

    private boolean expectsContinue() {
        return head.first("Expect").filter("100-continue"::equalsIgnoreCase).isPresent();
    }

    /// The body did not come in time. Event loop only.
    ///
    /// @return whether an answer that says so is on its way
    boolean bodyLate(Duration patience) {
        return incoming.late(patience);
    }

    /// The client went away before the answer was complete. Event loop only.
    void clientGone() {
        incoming.clientGone();
        disconnect.happened();
    }

    /// Answers before the body was taken in. What still comes of it is dropped, or the connection
    /// closed.
    void respondEarly(int newStatus, byte[] bytes) {
        boolean bodyWithheld = expectsContinue() && !continueSent;
        if (head.hasBody()) {
            connection.run(() -> {
                if (!incoming.drop() || bodyWithheld) {
                    connection.closeAfterAnswer();
                }
            });
        }
        begin(newStatus);
        writer.sendNow(newStatus, responseHead, isHeadOnly() ? EMPTY : bytes, bytes.length);
        disconnect.complete();
    }

    /// Answers with a head alone.
    void respondEmpty(int newStatus) {
        respondEarly(newStatus, EMPTY);
    }

    /// The handler has returned.
    void handled() {
        if (stream != null) {
            stream.close();
        }
        if (!answered) {
            throw disconnect.hasHappened()
                    ? new ClientGoneException()
                    : new IllegalStateException("The handler has not answered");
        }
    }

    /// Breaks the connection off, unless the answer is complete.
    void abandon() {
        if (disconnect.complete()) {
            writer.reset();
        }
    }

    @Override
    public String method() {
        return head.method();
    }

    @Override
    public String path() {
        return found().target().path();
    }

    @Override
    public String pathParameter(String name) {
        String value = found().parameters().get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no parameter " + name);
        }
        return value;
    }

    @Override
    public Optional<String> query(String name) {
        List<String> values = queries().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw AppException.invalid(
                    name, "The parameter \"%s\" is there more than once.".formatted(name));
        }
        return values.stream().findFirst();
    }

    @Override
    public Map<String, List<String>> queries() {
        if (queries == null) {
            queries = QueryParameters.parse(found().target().query());
        }
        return queries;
    }

    @Override
    public Optional<String> header(String name) {
        return head.first(name);
    }

    @Override
    public String requestId() {
        return responseHead.requestId();
    }

    @Override
    public Account caller() {
        if (caller == null) {
            throw new IllegalStateException("The route is open to everybody");
        }
        return caller;
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public JsonNode json() {
        if (json == null) {
            json = body.length == 0 && isBodyOptional() ? Json.object() : JsonBody.read(body);
        }
        return json;
    }

    @Override
    public boolean isForm() {
        return incoming instanceof StreamedBody && ContentGate.isForm(head);
    }

    @Override
    public Upload upload() throws InterruptedException {
        if (upload == null) {
            InputStream arriving = (InputStream) incoming;
            upload = isForm() ? Uploads.read(head, arriving) : Uploads.readFile(arriving);
        }
        return upload;
    }

    /// The request was handled: nobody needs its files any more.
    void discardUpload() {
        if (upload != null) {
            upload.discard();
        }
    }

    @Override
    public void failAs(Dialect dialect) {
        speaks = dialect;
    }

    /// In whose form failures are told.
    Optional<Dialect> dialect() {
        return speaks == null ? match.dialect() : Optional.of(speaks);
    }

    @Override
    public void setHeader(String name, String value) {
        if (answered) {
            throw new IllegalStateException("The answer has begun");
        }
        responseHead.set(name, HeaderText.check(name, value));
    }

    @Override
    public void respond(Object value) {
        respond(200, value);
    }

    @Override
    public void respond(int newStatus, Object value) {
        respond(newStatus, "application/json", Json.bytes(value));
    }

    @Override
    public void respond(int newStatus, String contentType, byte[] bytes) {
        setHeader("Content-Type", contentType);
        try {
            send(newStatus, bytes);
        } catch (InterruptedException e) {
            // Part of the answer is out: nobody may take it for the whole.
            Thread.currentThread().interrupt();
            abandon();
            throw new ClientGoneException();
        }
    }

    @Override
    public void respond(String contentType, Download download) throws InterruptedException {
        setHeader("Content-Type", contentType);
        if (isHeadOnly()) {
            begin(200);
        } else if (!DownloadStream.sendAll(download, this::sendPiece)) {
            send(200, EMPTY);
            return;
        }
        writer.end(200, responseHead);
        disconnect.complete();
    }

    private void sendPiece(byte[] bytes) throws InterruptedException {
        if (!answered) {
            begin(200);
            if (request.version() == HttpVersion.HTTP_1_0) {
                // Only the end of the connection ends such an answer.
                connection.run(connection::closeAfterAnswer);
            }
        }
        writer.write(200, responseHead, bytes);
    }

    private void send(int newStatus, byte[] bytes) throws InterruptedException {
        begin(newStatus);
        writer.send(newStatus, responseHead, isHeadOnly() ? EMPTY : bytes, bytes.length);
        disconnect.complete();
    }

    private void begin(int newStatus) {
        if (answered) {
            throw new IllegalStateException("The request is answered already");
        }
        answered = true;
        status = newStatus;
    }

    @Override
    public EventStream startEventStream() {
        setHeader("Content-Type", "text/event-stream; charset=utf-8");
        setHeader("Cache-Control", "no-cache, no-transform");
        setHeader("X-Accel-Buffering", "no");
        begin(200);
        if (request.version() == HttpVersion.HTTP_1_0) {
            // Only the end of the connection ends such an answer.
            connection.run(connection::closeAfterAnswer);
        }
        stream =
                new HttpEventStream(
                        writer, responseHead, disconnect, connection.traffic(), this::takeBack);
        if (isHeadOnly()) {
            stream.end();
        }
        return stream;
    }

    /// The stream was closed before anything left, so another answer can still be given.
    private void takeBack() {
        answered = false;
        status = 0;
    }

    private boolean isHeadOnly() {
        return head.method().equals("HEAD");
    }

    @Override
    public void onDisconnect(Runnable action) {
        disconnect.add(action);
    }

    private Match.Found found() {
        if (match instanceof Match.Found found) {
            return found;
        }
        throw new IllegalStateException("No route was found");
    }
}
