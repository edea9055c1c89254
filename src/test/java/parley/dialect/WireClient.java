package parley.dialect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A client of one server, with a token or without.
public final class WireClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final Optional<String> token;

    public WireClient(Object server, Optional<String> token) {
        String address = server.toString();
        this.server = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.token = token;
    }

    public WireAnswer get(String path, String... headers) throws InterruptedException {
        return call("GET", path, "", headers);
    }

    public WireAnswer post(String path, String json, String... headers)
            throws InterruptedException {
        return call("POST", path, json, headers);
    }

    public WireAnswer patch(String path, String json) throws InterruptedException {
        return call("PATCH", path, json);
    }

    public WireAnswer delete(String path) throws InterruptedException {
        return call("DELETE", path, "");
    }

    /// Makes a request and takes the whole answer.
    ///
    /// @param headers names and values by turns
    public WireAnswer call(String method, String path, String json, String... headers)
            throws InterruptedException {
        HttpResponse<InputStream> response = send(method, path, json, headers);
        try (InputStream body = response.body()) {
            return new WireAnswer(
                    response.statusCode(),
                    response.headers(),
                    new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a file in the field `file` of a form.
    public WireAnswer upload(String path, String fileName, byte[] content)
            throws InterruptedException {
        return form(path, Map.of(), "file", fileName, content);
    }

    /// Sends a form with texts and one file.
    public WireAnswer form(String path, Map<String, String> texts, String field, byte[] content)
            throws InterruptedException {
        return form(path, texts, field, "file", content);
    }

    /// Sends a form with texts and one file of a name.
    public WireAnswer form(
            String path, Map<String, String> texts, String field, String fileName, byte[] content)
            throws InterruptedException {
        return form("form", path, texts, field, fileName, content);
    }

    /// Sends a form whose parts this boundary separates.
    ///
    /// @param headers names and values by turns
    public WireAnswer form(
            String boundary,
            String path,
            Map<String, String> texts,
            String field,
            String fileName,
            byte[] content,
            String... headers)
            throws InterruptedException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        texts.forEach((name, text) ->
                form.writeBytes(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, name, text)
                                .getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                        .formatted(boundary, field, fileName)
                        .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return form(path, boundary, form.toByteArray(), headers);
    }

    /// Sends a form as it is, whose boundary is `form`.
    public WireAnswer form(String path, byte[] form) throws InterruptedException {
        return form(path, "form", form);
    }

    private WireAnswer form(String path, String boundary, byte[] form, String... headers)
            throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(form));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response =
                    http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new WireAnswer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes the bytes of an answer.
    public byte[] bytes(String path) throws InterruptedException {
        try (InputStream body = send("GET", path, "").body()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a request that is answered with a stream of events.
    public SseReader open(String method, String path, String json, String... headers)
            throws InterruptedException {
        HttpResponse<InputStream> response = send(method, path, json, headers);
        return new SseReader(response.statusCode(), response.headers(), response.body());
    }

    private HttpResponse<InputStream> send(
            String method, String path, String json, String... headers)
            throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (json.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofString(json));
        }
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
