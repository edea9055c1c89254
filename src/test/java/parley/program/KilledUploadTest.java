package parley.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.Pdf;
import tools.jackson.databind.JsonNode;

/// `kill -9` in the midst of uploads: what was acknowledged is there whole, can be asked, and
/// nothing else is there half.
class KilledUploadTest {
    private static final int UPLOADERS = 4;
    private static final int ACKNOWLEDGED = 12;

    @TempDir private Path folder;

    /// Ids of what was acknowledged, with what was sent.
    private final Map<String, byte[]> acknowledged = new ConcurrentHashMap<>();

    @Test
    void whatWasAcknowledgedIsThereWhole() throws Exception {
        Launcher launcher = new Launcher(folder);
        Path home = folder.resolve("home");
        try (RunningServer server = launcher.serve(home);
                WireClient client = server.owner()) {
            client.post("/v1/conversations", "{}");
            uploadUntilKilled(server, client);
        }
        try (RunningServer server = launcher.serve(home);
                WireClient client = server.owner()) {
            check(client);
        }
    }

    private void uploadUntilKilled(RunningServer server, WireClient client) throws Exception {
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> uploaders = new ArrayList<>();
            for (int i = 0; i < UPLOADERS; i++) {
                String name = "uploader %d".formatted(i);
                uploaders.add(threads.submit(() -> upload(client, name, enough)));
            }
            enough.await();
            server.kill();
            for (Future<?> uploader : uploaders) {
                uploader.get();
            }
        }
    }

    private void upload(WireClient client, String name, CountDownLatch enough) {
        for (int number = 0; ; number++) {
            byte[] pdf = Pdf.of("The number of %s is %d.".formatted(name, number));
            WireAnswer answer;
            try {
                answer = client.upload("/api/chat/sessions/1/upload", "a.pdf", pdf);
            } catch (UncheckedIOException e) {
                // The server is gone.
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            acknowledged.put("file-" + answer.json().path("file").path("id").asString(), pdf);
            enough.countDown();
        }
    }

    private void check(WireClient client) throws InterruptedException {
        JsonNode files = client.get("/v1/conversations/1/files").json().path("data");
        List<String> found = files.valueStream().map(file -> file.path("id").asString()).toList();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
        assertThat(found).containsAll(acknowledged.keySet());
        assertThat(found.size()).isLessThanOrEqualTo(acknowledged.size() + UPLOADERS);
        for (JsonNode file : files) {
            String path = "/v1/files/" + file.path("id").asString();
            assertThat(client.get(path + "/text").text()).startsWith("The number of uploader");
            byte[] content = client.bytes(path + "/content");
            assertThat(content).hasSize(file.path("bytes").asInt());
            byte[] sent = acknowledged.getOrDefault(file.path("id").asString(), content);
            assertThat(content).isEqualTo(sent);
        }
    }
}
