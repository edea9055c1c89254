package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Files sent to a server.
final class UploadTest {
    private static final int LIMIT = 3 << 20;
    private final AtomicReference<Path> seen = new AtomicReference<>(Path.of("none"));
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();

    private TestServer start() {
        ServerLimits limits =
                new ServerLimits(
                        1024,
                        1024,
                        LIMIT,
                        LIMIT,
                        100,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(10));
        return TestServer.start(
                TestServer.with(limits),
                Route.post("/v1/upload", Access.CALLER, this::receive)
                        .withBody(BodyType.MULTIPART));
    }

    private void receive(Exchange exchange) throws InterruptedException {
        try {
            Upload.File file = exchange.upload().requiredFile("file");
            seen.set(file.path());
            exchange.respond(
                    Map.of("name", file.name(), "size", file.size(), "text", start(file.path())));
        } catch (RuntimeException e) {
            failed.complete(e);
            throw e;
        }
    }

    private static String start(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new String(bytes, 0, Math.min(9, bytes.length), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] form(String content) {
        return ("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s.csv\"\r\n\r\n"
                        + content
                        + "\r\n--xyz--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> post(TestServer server, String type, byte[] body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/v1/upload"
                                                    .formatted(server.port())))
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aFileArrivesWholeAndIsGoneAfterwards() throws Exception {
        try (TestServer server = start()) {
            String content = "date,n\r\n" + "2024-01-01,5\r\n".repeat(150_000);

            HttpResponse<String> answer =
                    post(server, "multipart/form-data; boundary=xyz", form(content));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"name\":\"s.csv\"")
                    .contains("\"size\":" + content.length())
                    .contains("date,n");
            awaitGone(seen.get());
        }
    }

    @Test
    void whatIsNoFormIsRefused() throws Exception {
        try (TestServer server = start()) {
            assertThat(post(server, "application/json", form("x")).statusCode()).isEqualTo(415);
            assertThat(post(server, "multipart/form-data", form("x")).statusCode()).isEqualTo(400);
            assertThat(post(server, "multipart/form-data; boundary=abc", form("x")).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsTooLongIsRefused() throws Exception {
        try (TestServer server = start()) {
            HttpResponse<String> answer =
                    post(server, "multipart/form-data; boundary=xyz", form("x".repeat(LIMIT + 1)));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains(String.valueOf(LIMIT));
        }
    }

    @Test
    void aClientThatLeavesInTheMiddleLeavesNoFile() throws Exception {
        try (TestServer server = start()) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            OutputStream out = socket.getOutputStream();
            out.write(
                    """
                    POST /v1/upload HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: multipart/form-data; boundary=xyz\r
                    Content-Length: 100000\r
                    \r
                    """
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(halfForm());
            out.flush();
            socket.close();

            assertThat(failed.get(10, TimeUnit.SECONDS)).isInstanceOf(ClientGoneException.class);
        }
    }

    @Test
    void formsThatAreReadOnALastingConnectionLeaveItUsable() throws Exception {
        try (TestServer server = start();
                HttpClient client = HttpClient.newHttpClient()) {
            for (String content : List.of("a,b", "c,d")) {
                HttpResponse<String> answer =
                        client.send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:%d/v1/upload"
                                                                .formatted(server.port())))
                                        .header(
                                                "Content-Type",
                                                "multipart/form-data; boundary=\"xyz\"")
                                        .POST(HttpRequest.BodyPublishers.ofByteArray(form(content)))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(answer.body()).contains(content);
            }
        }
    }

    private static byte[] halfForm() {
        return "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s.csv\"\r\n\r\nhalf"
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void awaitGone(Path file) throws InterruptedException {
        for (int i = 0; i < 200 && Files.exists(file); i++) {
            Thread.sleep(10);
        }
        assertThat(file).doesNotExist();
    }
}
