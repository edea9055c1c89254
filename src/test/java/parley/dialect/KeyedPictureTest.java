package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.TestServer;

/// One `Idempotency-Key` is one picture, however it is asked for.
final class KeyedPictureTest {
    private static final String KEY = "Idempotency-Key";
    private static final String GENERATION = "/v1/features/image-generation";
    private static final String UPSCALE = "/v1/features/upscale";
    private static final String EDITS = "/v1/images/edits";

    private static TestServer server;
    private static WireClient client;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        client = new WireClient(server.url(), Optional.empty());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static byte[] photo(int color) throws IOException {
        BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        image.setRGB(8, 8, color);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }

    private static WireAnswer form(String boundary, String path, String text, int color, String key)
            throws Exception {
        Map<String, String> texts =
                path.equals(EDITS) ? Map.of("prompt", text) : Map.of("scale_factor", text);
        return client.form(boundary, path, texts, "image", "photo.png", photo(color), KEY, key);
    }

    private static int made() throws InterruptedException {
        return client.get("/v1/gallery?user_id=ada&scope=account").json().get("count").intValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {GENERATION, "/v1/images/generations"})
    void theSameWishUnderTheSameKeyIsOnePicture(String path) throws Exception {
        String body = "{\"prompt\": \"a red boat\", \"user_id\": \"ada\", \"size\": \"256x256\"}";
        int before = made();

        WireAnswer first = client.post(path, body, KEY, "boat " + path);
        WireAnswer again = client.post(path, body, KEY, "boat " + path);
        WireAnswer refused = client.post(path, body.replace("red", "blue"), KEY, "boat " + path);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains(KEY);
        assertThat(made()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {UPSCALE, EDITS})
    void aFormIsTheSameWhateverItsBoundary(String path) throws Exception {
        String text = path.equals(EDITS) ? "remove the background" : "2x";
        String key = "form " + path;
        int before = made();

        WireAnswer first = form("one", path, text, 0xff0000, key);
        WireAnswer again = form("another-boundary", path, text, 0xff0000, key);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(form("one", path, text, 0x00ff00, key).status()).as("other file").isEqualTo(422);
        assertThat(form("one", path, text + " ", 0xff0000, key).status())
                .as("other text")
                .isEqualTo(422);
        assertThat(made()).isEqualTo(before + 1);
    }

    @Test
    void ofManyAtOnceUnderOneKeyOneMakesAPicture() throws Exception {
        String body = "{\"prompt\": \"a lighthouse\", \"user_id\": \"ada\"}";
        int before = made();
        List<Integer> statuses = new ArrayList<>();
        Callable<WireAnswer> ask = () -> client.post(GENERATION, body, KEY, "many");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<WireAnswer> answer : threads.invokeAll(Collections.nCopies(50, ask))) {
                statuses.add(answer.get().status());
            }
        }

        assertThat(statuses).contains(200).containsOnly(200, 409);
        assertThat(made()).isEqualTo(before + 1);
    }

    /// A task survives its server: whoever asks again finds it, whether it was begun or not.
    @Test
    void aServerThatStopsInTheMidstLeavesOneTask() throws Exception {
        String body =
                "{\"prompt\": \"a mill\", \"user_id\": \"bob\", \"num_images\": 4, \"wait\": 60}";
        try (TestServer stopped = TestServer.start()) {
            try (WireClient before = new WireClient(stopped.url(), Optional.empty());
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var asked = new ExecutorCompletionService<WireAnswer>(threads);
                asked.submit(() -> before.post(GENERATION, body, KEY, "mill"));
                asked.submit(() -> before.post(GENERATION, body, KEY, "mill"));
                assertThat(asked.take().get().status()).as("the second one").isEqualTo(409);
                stopped.restart();
            }
            try (WireClient again = new WireClient(stopped.url(), Optional.empty())) {
                WireAnswer answer = again.post(GENERATION, body, KEY, "mill");
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                String task = answer.json().get("task_id").stringValue();
                String address = GENERATION + "/status/" + task + "?user_id=bob";
                String status = "";
                while (!status.equals("COMPLETED")) {
                    status = again.get(address).json().get("status").stringValue();
                    assertThat(status).isNotEqualTo("FAILED");
                }
                assertThat(again.get("/v1/gallery?user_id=bob").json().get("count").intValue())
                        .isEqualTo(4);
            }
        }
    }

    @Test
    void aWishThatIsRefusedLeavesItsKeyFree() throws Exception {
        WireAnswer refused = client.post(UPSCALE, "{\"scale_factor\": \"2x\"}", KEY, "refused");
        assertThat(refused.status()).isEqualTo(400);

        assertThat(form("one", UPSCALE, "2x", 0x0000ff, "refused").status()).isEqualTo(200);
    }

    /// A message is a turn; its form counts by its fields and files too.
    @Test
    void anotherFormUnderTheKeyOfAMessageIsRefused() throws Exception {
        long session = client.post("/api/conversations", "{}").json().get("id").longValue();
        String path = "/api/v1/chat/sessions/" + session + "/messages";

        WireAnswer first = message("one", path, "upscale this", 0xff0000);
        WireAnswer again = message("two", path, "upscale this", 0xff0000);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(message("one", path, "upscale this twice", 0xff0000).status()).isEqualTo(422);
        assertThat(message("one", path, "upscale this", 0x00ff00).status()).isEqualTo(422);
    }

    private static WireAnswer message(String boundary, String path, String text, int color)
            throws Exception {
        return client.form(
                boundary,
                path,
                Map.of("user_id", "ada", "message", text),
                "image",
                "photo.png",
                photo(color),
                KEY,
                "message");
    }
}
