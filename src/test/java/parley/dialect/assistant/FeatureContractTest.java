package parley.dialect.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// The seven features and the gallery, over HTTP, with the built-in engine.
final class FeatureContractTest {
    private static final String PHOTO = dataUri(photo(48, 32));

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

    /// A disc before a gradient.
    static byte[] photo(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double distance = Math.hypot(x - width / 2.0, y - height / 2.0);
                int shade = 160 + 60 * y / height;
                image.setRGB(
                        x, y, distance < height / 4.0 ? 0xc03020 : shade << 16 | shade << 8 | 230);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file.toByteArray();
    }

    static String dataUri(byte[] file) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(file);
    }

    private static JsonNode begin(String feature, String body) throws InterruptedException {
        WireAnswer answer = client.post("/v1/features/" + feature + "/", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static BufferedImage picture(String url) throws IOException, InterruptedException {
        byte[] file = client.bytes(url.replace(server.url(), ""));
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    upscale           | "scale_factor": "2x"                               | 96 | 64
                    remove-background | "background": "transparent"                        | 48 | 32
                    relight           | "prompt": "golden hour from the left"              | 48 | 32
                    style-transfer    | "engine_style": "oil"                              | 48 | 32
                    style-transfer    | "reference_image": "PHOTO", "style_strength": 40   | 48 | 32
                    reimagine         | "imagination": "wild"                              | 48 | 32
                    image-expand      | "left": 8, "right": 8                              | 64 | 32
                    """)
    void everyFeatureMakesAPictureOfAPicture(String feature, String fields, int width, int height)
            throws Exception {
        JsonNode task =
                begin(
                        feature,
                        "{\"image\": \"%s\", \"user_id\": \"ada\", \"seed\": 7, %s}"
                                .formatted(PHOTO, fields.replace("PHOTO", PHOTO)));

        assertThat(task.get("status").stringValue()).as(task.toString()).isEqualTo("COMPLETED");
        assertThat(task.get("progress").doubleValue()).isEqualTo(1);
        assertThat(task.get("feature").stringValue()).isEqualTo(feature);
        assertThat(task.get("intent").stringValue()).isEqualTo(feature.replace('-', '_'));
        assertThat(task.get("engine").stringValue()).isEqualTo("builtin");
        BufferedImage made = picture(task.get("uploaded_urls").get(0).stringValue());
        assertThat(made.getWidth()).isEqualTo(width);
        assertThat(made.getHeight()).isEqualTo(height);
        JsonNode again =
                client.get(
                                "/v1/features/%s/status/%s/"
                                        .formatted(feature, task.get("task_id").stringValue()))
                        .json();
        assertThat(again).isEqualTo(task);
    }

    @Test
    void wordsBecomeAPictureOfTheShapeThatWasAskedFor() throws Exception {
        JsonNode task =
                begin(
                        "image-generation",
                        "{\"prompt\": \"a lighthouse at dusk\", \"user_id\": \"ada\","
                                + " \"aspect_ratio\": \"widescreen_16_9\", \"resolution\": \"1k\"}");

        assertThat(task.get("status").stringValue()).isEqualTo("COMPLETED");
        assertThat(task.get("refined_prompt").stringValue()).isNotBlank();
        assertThat(task.get("prompt").stringValue()).isEqualTo("a lighthouse at dusk");
        BufferedImage made = picture(task.get("uploaded_urls").get(0).stringValue());
        assertThat(made.getWidth()).isEqualTo(1280);
        assertThat(made.getHeight()).isEqualTo(720);
    }

    @Test
    void aFormWithAFileIsAsGoodAsJson() throws Exception {
        WireAnswer answer =
                client.form(
                        "/v1/features/upscale",
                        Map.of("user_id", "ada", "scale_factor", "2", "wait", "60"),
                        "image",
                        photo(20, 10));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("images").get(0).get("width").intValue()).isEqualTo(40);
        assertThat(answer.json().get("params").get("scale_factor").intValue()).isEqualTo(2);
    }

    @Test
    void theGalleryShowsWhatWasMadeForALabelAndDeletesIt() throws Exception {
        String body = "{\"image\": \"%s\", \"user_id\": \"eve\"}".formatted(PHOTO);
        JsonNode upscaled = begin("upscale", body);
        String first = upscaled.get("images").get(0).get("id").stringValue();
        begin("reimagine", "{\"image\": \"%s\", \"user_id\": \"eve\"}".formatted(first));

        JsonNode all = client.get("/v1/gallery/?user_id=eve").json();
        assertThat(all.get("count").intValue()).isEqualTo(2);
        assertThat(all.get("results").get(0).get("intent").stringValue()).isEqualTo("reimagine");
        assertThat(all.get("results").get(0).get("parent_ids").get(0).stringValue())
                .isEqualTo(first);
        JsonNode some = client.get("/v1/gallery/?user_id=eve&intent=upscale").json();
        assertThat(some.get("count").intValue()).isEqualTo(1);
        assertThat(client.get("/v1/gallery/?user_id=eve&limit=1&offset=1").json().get("results"))
                .isEqualTo(some.get("results"));
        assertThat(client.get("/v1/gallery/?user_id=bob").json().get("count").intValue()).isZero();
        assertThat(client.get("/v1/gallery/" + first + "?user_id=bob").status()).isEqualTo(404);
        JsonNode family = client.get("/v1/gallery/" + first + "/family").json();
        assertThat(family.get("count").intValue()).isEqualTo(3);
        BufferedImage small = picture("/v1/gallery/" + first + "/thumbnail");
        assertThat(small.getWidth()).isLessThanOrEqualTo(320);

        assertThat(client.delete("/v1/gallery/" + first + "/").status()).isEqualTo(200);

        assertThat(client.get("/v1/gallery/" + first + "/").status()).isEqualTo(404);
        assertThat(client.get("/v1/gallery/" + first + "/file").status()).isEqualTo(404);
        assertThat(client.get("/v1/gallery/?user_id=eve").json().get("count").intValue())
                .isEqualTo(1);
    }

    @Test
    void theGalleryOfTheAccountHoldsThePicturesOfEveryLabelAndOfNoOtherAccount() throws Exception {
        JsonNode mine =
                begin("upscale", "{\"image\": \"%s\", \"user_id\": \"una\"}".formatted(PHOTO));
        JsonNode unlabelled = begin("reimagine", "{\"image\": \"%s\"}".formatted(PHOTO));

        String found = client.get("/v1/gallery?user_id=page&scope=account").text();

        assertThat(found).contains(mine.get("images").get(0).get("id").stringValue());
        assertThat(found).contains(unlabelled.get("images").get(0).get("id").stringValue());
        assertThat(client.get("/v1/gallery?user_id=page&scope=user").json().get("count").intValue())
                .isZero();
        assertThat(client.get("/v1/gallery?scope=account").status()).isEqualTo(400);
        assertThat(client.get("/v1/gallery?user_id=page&scope=all").status()).isEqualTo(400);
        try (WireClient other =
                new WireClient(server.url(), Optional.of(server.newToken("neighbour")))) {
            JsonNode theirs = other.get("/v1/gallery?user_id=una&scope=account").json();
            assertThat(theirs.get("count").intValue()).isZero();
        }
    }

    @Test
    void anotherAccountFindsNothing() throws Exception {
        JsonNode task =
                begin("upscale", "{\"image\": \"%s\", \"user_id\": \"ada\"}".formatted(PHOTO));
        String image = task.get("images").get(0).get("id").stringValue();
        String id = task.get("task_id").stringValue();
        try (WireClient other =
                new WireClient(server.url(), Optional.of(server.newToken("stranger")))) {
            for (String path :
                    new String[] {
                        "/v1/gallery/" + image,
                        "/v1/gallery/" + image + "/file",
                        "/v1/gallery/" + image + "/thumbnail",
                        "/v1/gallery/" + image + "/family",
                        "/v1/features/upscale/status/" + id
                    }) {
                WireAnswer answer = other.get(path);
                assertThat(answer.status()).as(path).isEqualTo(404);
            }
            assertThat(other.delete("/v1/gallery/" + image).status()).isEqualTo(404);
            WireAnswer used =
                    other.post("/v1/features/upscale", "{\"image\": \"%s\"}".formatted(image));
            WireAnswer unknown =
                    other.post(
                            "/v1/features/upscale",
                            "{\"image\": \"%s\"}".formatted("img_" + "0".repeat(22)));
            assertThat(used.status()).isEqualTo(404);
            assertThat(used.text())
                    .isEqualTo(unknown.text().replace("img_" + "0".repeat(22), image));
        }
        assertThat(client.get("/v1/gallery/" + image).status()).isEqualTo(200);
    }

    @Test
    void aTaskThatIsNotWaitedForIsFoundByItsId() throws Exception {
        JsonNode task = begin("upscale", "{\"image\": \"%s\", \"wait\": 0}".formatted(PHOTO));
        String path = "/v1/features/upscale/status/" + task.get("task_id").stringValue();

        JsonNode ended = task;
        while (!ended.get("status").stringValue().equals("COMPLETED")) {
            assertThat(ended.get("status").stringValue()).isIn("CREATED", "IN_PROGRESS");
            ended = client.get(path).json();
        }
        assertThat(ended.get("uploaded_urls").size()).isEqualTo(1);
        assertThat(client.get(path.replace("upscale", "relight")).status()).isEqualTo(404);
    }

    @Test
    void aMessageThatWantsAPictureBeginsATask() throws Exception {
        String session =
                client.post("/api/v1/chat/sessions", "{\"user_id\": \"ada\"}")
                        .json()
                        .get("session_id")
                        .stringValue();
        String path = "/api/v1/chat/sessions/" + session + "/messages";

        JsonNode answer =
                client.post(path, "{\"user_id\": \"ada\", \"message\": \"draw a red boat\"}")
                        .json();

        assertThat(answer.get("intent").stringValue()).isEqualTo("image_generation");
        assertThat(answer.get("confidence").doubleValue()).isBetween(0.5, 1.0);
        assertThat(answer.get("task").get("status").stringValue()).isEqualTo("COMPLETED");
        String url = answer.get("task").get("uploaded_urls").get(0).stringValue();
        assertThat(picture(url).getWidth()).isEqualTo(1024);

        JsonNode cut =
                client.post(path, "{\"user_id\": \"ada\", \"message\": \"remove the background\"}")
                        .json();
        assertThat(cut.get("intent").stringValue()).isEqualTo("remove_background");
        assertThat(cut.get("task").get("parent_ids").size()).isEqualTo(1);

        JsonNode sent =
                client.post(
                                path,
                                "{\"user_id\": \"ada\", \"message\": \"upscale this\", \"image\": \"%s\"}"
                                        .formatted(PHOTO))
                        .json();
        assertThat(sent.get("intent").stringValue()).isEqualTo("upscale");
        assertThat(sent.get("task").get("images").get(0).get("width").intValue()).isEqualTo(96);

        JsonNode talk =
                client.post(path, "{\"user_id\": \"ada\", \"message\": \"what can you do?\"}")
                        .json();
        assertThat(talk.get("intent").stringValue()).isEqualTo("chat");
        assertThat(talk.get("task").isNull()).isTrue();
    }
}
