package parley.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.limit.Unlimited;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is told to those who want to hear of the end.
final class WebhookTest {
    @TempDir private Path home;
    private TaskBench bench;
    private HttpServer listener;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Semaphore failures = new Semaphore(0);

    private record Heard(String id, String timestamp, String signature, String body) {}

    @BeforeEach
    void open() throws IOException {
        bench = new TaskBench(home);
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext(
                "/hook",
                exchange -> {
                    var headers = exchange.getRequestHeaders();
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    heard.add(
                            new Heard(
                                    headers.getFirst("webhook-id"),
                                    headers.getFirst("webhook-timestamp"),
                                    headers.getFirst("webhook-signature"),
                                    new String(body, StandardCharsets.UTF_8)));
                    exchange.sendResponseHeaders(failures.tryAcquire() ? 500 : 200, -1);
                    exchange.close();
                });
        listener.start();
    }

    @AfterEach
    void close() {
        listener.stop(0);
        bench.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:%d/hook".formatted(listener.getAddress().getPort()));
    }

    private static String signature(byte[] key, Heard message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = message.id() + "." + message.timestamp() + "." + message.body();
        return "v1,"
                + Base64.getEncoder()
                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theFinishedTaskIsToldAndSigned() throws Exception {
        ImageTasks tasks = bench.server(new PuppetEngine("puppet"));

        ImageTask done =
                bench.asking(TaskBench.drawing("a fish", 1)).telling(address()).doneBy(tasks);

        Heard message = heard.take();
        assertThat(message.id()).isEqualTo(done.id());
        assertThat(message.signature())
                .isEqualTo(signature("a secret".getBytes(StandardCharsets.UTF_8), message));
        JsonNode told = JsonMapper.shared().readTree(message.body());
        assertThat(told.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(told.path("images").path(0).path("id").asString())
                .isEqualTo(done.images().getFirst().id());
    }

    @Test
    void theHomesSecretIsMadeWhereNoneIsSet() throws Exception {
        ImageSettings usual = TaskBench.SETTINGS;
        ImageTasks tasks =
                bench.server(
                        new ImageSettings(
                                1, 9, 9, 25, usual.patience(), Optional.empty(), usual.baseUrl()),
                        new Unlimited(),
                        "node-1",
                        new PuppetEngine("puppet"));

        bench.asking(TaskBench.drawing("a fish", 1)).telling(address()).doneBy(tasks);

        Heard message = heard.take();
        String secret = Files.readString(home.resolve("webhook.secret")).strip();
        assertThat(secret).startsWith("whsec_");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        assertThat(message.signature()).isEqualTo(signature(key, message));
    }

    @Test
    void aListenerThatFailsIsToldAgainAndHarmsNothing() throws Exception {
        failures.release();
        ImageTasks tasks = bench.server(new PuppetEngine("puppet"));

        ImageTask done =
                bench.asking(TaskBench.drawing("a fish", 1)).telling(address()).doneBy(tasks);

        assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
        Heard first = heard.take();
        Heard second = heard.take();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void failuresAndCancellingAreToldToo() throws Exception {
        PuppetEngine engine = new PuppetEngine("puppet");
        ImageTasks tasks = bench.server(engine);

        engine.fails(ImageEngineException.Kind.REFUSED, "It is not drawn.");
        bench.asking(TaskBench.drawing("a fish", 1)).telling(address()).doneBy(tasks);
        JsonNode failed = JsonMapper.shared().readTree(heard.take().body());
        engine.jobs.clear();
        engine.waitsFor(new Semaphore(0));
        ImageTask running =
                bench.asking(TaskBench.drawing("a fish", 1)).telling(address()).sentTo(tasks);
        engine.jobs.take();
        tasks.cancel(bench.account, running.id());
        JsonNode cancelled = JsonMapper.shared().readTree(heard.take().body());

        assertThat(failed.path("error").toString())
                .isEqualTo(
                        "{\"code\":\"content_filtered\",\"message\":\"It is not drawn.\",\"retryable\":false}");
        assertThat(cancelled.path("status").asString()).isEqualTo("CANCELLED");
    }
}
