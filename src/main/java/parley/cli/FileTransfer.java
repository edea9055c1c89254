package parley.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Brings files from a server and to it, of any length.
final class FileTransfer {
    private static final Pattern NAME = Pattern.compile("filename=\"([A-Za-z0-9._-]+)\"");

    private final ChatConnection connection;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FileTransfer(ChatConnection connection) {
        this.connection = connection;
    }

    /// Saves a file. It is there whole or not at all.
    ///
    /// @param file where it goes; empty for a new file of the name that the server gives
    /// @return where it is
    Path save(String path, Optional<Path> file) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = get(path);
        Path target = file.orElseGet(() -> free(Path.of(name(answer))));
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try (InputStream body = answer.body()) {
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw new CommandFailure(
                    "The export did not come whole, or %s cannot be written.".formatted(target), e);
        }
        return target;
    }

    void copy(String path, OutputStream out) throws IOException, InterruptedException {
        try (InputStream body = get(path).body()) {
            body.transferTo(out);
            out.flush();
        }
    }

    JsonNode send(String path, Path file) throws IOException, InterruptedException {
        HttpRequest request =
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofFile(file))
                        .build();
        HttpResponse<InputStream> answer = ask(request);
        try (InputStream body = answer.body()) {
            return JsonMapper.shared().readTree(body.readAllBytes());
        }
    }

    private HttpResponse<InputStream> get(String path) throws IOException, InterruptedException {
        return ask(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(connection.url().resolve(path));
        connection.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private HttpResponse<InputStream> ask(HttpRequest request)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> answer;
        try {
            answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw new CommandFailure("No server answers at %s.".formatted(connection.url()), e);
        }
        if (answer.statusCode() == 200) {
            return answer;
        }
        try (InputStream body = answer.body()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            throw new CommandFailure(sentence(text, answer.statusCode()));
        }
    }

    private static String sentence(String body, int status) {
        try {
            return JsonMapper.shared()
                    .readTree(body)
                    .path("detail")
                    .asString("The server answers %d.".formatted(status));
        } catch (JacksonException e) {
            return "The server answers %d.".formatted(status);
        }
    }

    private static String name(HttpResponse<?> answer) {
        Matcher name = NAME.matcher(answer.headers().firstValue("Content-Disposition").orElse(""));
        return name.find() ? name.group(1) : "parley-export";
    }

    /// A name that no file has yet.
    private static Path free(Path wanted) {
        Path file = wanted;
        for (int number = 2; Files.exists(file); number++) {
            file = Path.of("%d-%s".formatted(number, wanted));
        }
        return file;
    }
}
