package parley.cli.chat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls a server's own API: turns, their events, models.
public final class TurnClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_ERROR_BYTES = 1 << 16;

    private final URI server;
    private final Optional<String> token;
    private final Duration silence;
    private final HttpClient http;

    /// @param server without a slash at the end
    public TurnClient(URI server, Optional<String> token) {
        // Servers send something every 10 s; three missed times is a dead line.
        this(server, token, Duration.ofSeconds(35));
    }

    TurnClient(URI server, Optional<String> token, Duration silence) {
        this.server = server;
        this.token = token;
        this.silence = silence;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build();
    }

    /// The names of the models that answer.
    public List<String> models() throws InterruptedException {
        try (InputStream body = send(request("/v1/models").GET().build())) {
            List<String> names = new ArrayList<>();
            for (JsonNode model : JsonMapper.shared().readTree(body).path("data")) {
                names.add(model.path("id").asString(""));
            }
            return names;
        } catch (IOException | JacksonException e) {
            throw unreachable(e);
        }
    }

    /// Sends a message. Sending it again under the same key does not say it twice.
    TurnEvents start(TurnWish wish) throws ConnectionLostException, InterruptedException {
        HttpRequest request =
                request("/v1/turns")
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .header("Idempotency-Key", wish.key())
                        .POST(BodyPublishers.ofString(wish.json()))
                        .build();
        try {
            return new TurnEvents(send(request), silence);
        } catch (ConnectException e) {
            throw unreachable(e);
        } catch (IOException e) {
            throw new ConnectionLostException("The connection broke.", e);
        }
    }

    /// Listens to a turn again, after the event with this number.
    TurnEvents follow(long turnId, long after)
            throws ConnectionLostException, InterruptedException {
        String path = "/v1/turns/" + turnId + "/events?after=" + after;
        try {
            return new TurnEvents(
                    send(request(path).header("Accept", "text/event-stream").GET().build()),
                    silence);
        } catch (IOException e) {
            throw new ConnectionLostException("The connection broke.", e);
        }
    }

    /// Stops a turn; what it has written so far is kept.
    void stop(long turnId) throws InterruptedException {
        HttpRequest request =
                request("/v1/turns/" + turnId + "/stop").POST(BodyPublishers.noBody()).build();
        try (InputStream body = send(request)) {
            body.skip(MOST_ERROR_BYTES);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server + path));
        token.ifPresent(secret -> builder.header("Authorization", "Bearer " + secret));
        return builder;
    }

    private InputStream send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        int status = response.statusCode();
        if (status / 100 == 2) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            throw refusal(
                    status, new String(body.readNBytes(MOST_ERROR_BYTES), StandardCharsets.UTF_8));
        }
    }

    private AppException refusal(int status, String body) {
        if (status == ErrorCode.UNAUTHENTICATED.httpStatus()) {
            return new AppException(
                    ErrorCode.UNAUTHENTICATED,
                    "%s wants a valid token: give one with --token, or make one with \"parley token create\"."
                            .formatted(server));
        }
        return new AppException(code(status), detail(status, body));
    }

    private String detail(int status, String body) {
        try {
            String detail = JsonMapper.shared().readTree(body).path("detail").asString("");
            if (!detail.isEmpty()) {
                return detail;
            }
        } catch (JacksonException e) {
            // Not an answer of ours: the status is all there is to say.
        }
        return "%s answered with status %s; is it a Parley server?".formatted(server, status);
    }

    private static ErrorCode code(int status) {
        for (ErrorCode code : ErrorCode.values()) {
            if (code.httpStatus() == status) {
                return code;
            }
        }
        return ErrorCode.INTERNAL;
    }

    private AppException unreachable(Exception cause) {
        return new AppException(
                ErrorCode.UNAVAILABLE,
                "No server answers at %s; start one with \"parley serve\".".formatted(server),
                cause);
    }
}
