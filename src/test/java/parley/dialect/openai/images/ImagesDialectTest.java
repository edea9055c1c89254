package parley.dialect.openai.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.images.Image;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.images.ImagesResponse;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// OpenAI's images, as its own client asks for them.
final class ImagesDialectTest {
    private static TestServer server;
    private static WireClient client;
    private static OpenAIClient openAi;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        client = new WireClient(server.url(), Optional.empty());
        openAi =
                OpenAIOkHttpClient.builder()
                        .baseUrl(server.url() + "/v1")
                        .apiKey(server.ownerToken())
                        .build();
    }

    @AfterAll
    static void stop() {
        openAi.close();
        client.close();
        server.close();
    }

    private static BufferedImage picture(Image image) throws IOException {
        byte[] file = Base64.getDecoder().decode(image.b64Json().orElseThrow());
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private Path photo() throws IOException {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 60, 40);
        graphics.setColor(Color.RED);
        graphics.fillOval(20, 10, 20, 20);
        graphics.dispose();
        Path file = folder.resolve("photo.png");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return Files.write(file, bytes.toByteArray());
    }

    @Test
    void theOfficialClientGetsPicturesOfTheSizeItAsksFor() throws Exception {
        ImagesResponse response =
                openAi.images()
                        .generate(
                                ImageGenerateParams.builder()
                                        .model("gpt-image-2")
                                        .prompt("a lighthouse at dusk")
                                        .size(ImageGenerateParams.Size.of("1536x1024"))
                                        .n(2)
                                        .build());

        assertThat(response.data().orElseThrow()).hasSize(2);
        for (Image image : response.data().orElseThrow()) {
            assertThat(picture(image).getWidth()).isEqualTo(1536);
            assertThat(picture(image).getHeight()).isEqualTo(1024);
        }
        assertThat(response.usage().orElseThrow().inputTokens()).isPositive();
    }

    @Test
    void theOfficialClientEditsAPicture() throws Exception {
        ImagesResponse response =
                openAi.images()
                        .edit(
                                ImageEditParams.builder()
                                        .image(photo())
                                        .prompt("remove the background")
                                        .build());

        BufferedImage cut = picture(response.data().orElseThrow().getFirst());
        assertThat(cut.getWidth()).isEqualTo(60);
        assertThat(cut.getRGB(1, 1) >>> 24).isZero();
        assertThat(cut.getRGB(30, 20) >>> 24).isGreaterThan(200);
    }

    @Test
    void anAddressLeadsToTheGallery() throws Exception {
        WireAnswer answer =
                client.post(
                        "/v1/images/generations",
                        "{\"prompt\": \"a red boat\", \"response_format\": \"url\", \"user\": \"ada\"}");

        String url = answer.json().get("data").get(0).get("url").stringValue();
        assertThat(client.bytes(url.replace(server.url(), ""))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(client.get("/v1/gallery?user_id=ada").json().get("count").intValue())
                .isEqualTo(1);
    }

    @Test
    void aJpegIsAJpegAndAStreamEndsWithItsPicture() throws Exception {
        JsonNode jpeg =
                client.post(
                                "/images/generations",
                                "{\"prompt\": \"a red boat\", \"size\": \"256x256\", \"output_format\": \"jpeg\"}")
                        .json();
        byte[] file =
                Base64.getDecoder().decode(jpeg.get("data").get(0).get("b64_json").stringValue());
        assertThat(file).startsWith(0xff, 0xd8, 0xff);

        WireAnswer streamed =
                client.post(
                        "/v1/images/generations",
                        "{\"prompt\": \"a red boat\", \"size\": \"256x256\", \"stream\": true}");
        assertThat(streamed.text()).startsWith("event: image_generation.completed\n");
        assertThat(streamed.text()).contains("\"b64_json\":\"iVBOR");
    }

    @Test
    void whatIsWrongIsSaidAsOpenAiSaysIt() throws Exception {
        WireAnswer size =
                client.post("/v1/images/generations", "{\"prompt\": \"a\", \"size\": \"9x9\"}");
        WireAnswer prompt = client.post("/v1/images/generations", "{}");

        assertThat(size.status()).isEqualTo(400);
        assertThat(size.json().at("/error/param").stringValue()).isEqualTo("size");
        assertThat(size.json().at("/error/type").stringValue()).isEqualTo("invalid_request_error");
        assertThat(prompt.json().at("/error/param").stringValue()).isEqualTo("prompt");
    }

    @Test
    void anUnknownModelIsNotFoundAndOpenAisOwnNamesAreStoodInFor() throws Exception {
        WireAnswer unknown =
                client.post("/v1/images/generations", "{\"prompt\": \"a\", \"model\": \"nosuch\"}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().at("/error/code").stringValue()).isEqualTo("model_not_found");
        assertThat(unknown.json().at("/error/param").stringValue()).isEqualTo("model");

        for (String model : List.of("gpt-image-1", "dall-e-3", "builtin", "scene-grammar")) {
            WireAnswer answer =
                    client.post(
                            "/v1/images/generations",
                            "{\"prompt\": \"a red boat\", \"size\": \"256x256\", \"model\": \"%s\"}"
                                    .formatted(model));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.header("X-Model-Used")).isEqualTo("builtin/scene-grammar");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quality            | \"x\"",
                "quality            | 7",
                "output_compression | \"a\"",
                "output_compression | 101",
                "output_compression | -1",
                "partial_images     | 99",
                "moderation         | 7",
                "moderation         | \"none\"",
                "style              | \"loud\"",
                "n                  | true",
                "n                  | 1.5",
                "seed               | 9007199254740993",
                "user               | []",
            })
    void aWrongValueIsNotTaken(String field, String value) throws Exception {
        WireAnswer answer =
                client.post(
                        "/v1/images/generations",
                        "{\"prompt\": \"a\", \"%s\": %s}".formatted(field, value));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/error/param").stringValue()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image  | {\"prompt\": \"2x\", \"image\": 7}",
                "image  | {\"prompt\": \"2x\"}",
                "images | {\"prompt\": \"2x\", \"images\": {}}",
                "mask   | {\"prompt\": \"2x\", \"image\": \"http://a.example/a.png\", \"mask\": 7}",
            })
    void whatIsNoPictureIsNamed(String field, String body) throws Exception {
        WireAnswer answer = client.post("/v1/images/edits", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/error/param").stringValue()).isEqualTo(field);
    }

    @Test
    void theBackgroundIsToldAsItIs() throws Exception {
        byte[] photo = Files.readAllBytes(photo());
        Map<String, String> cut = Map.of("prompt", "remove the background", "user", "42");
        Map<String, String> jpeg =
                Map.of("prompt", "remove the background", "output_format", "jpeg");
        Map<String, String> larger = Map.of("prompt", "2x");

        assertThat(background(cut, photo)).isEqualTo("transparent");
        assertThat(background(jpeg, photo)).isEqualTo("opaque");
        assertThat(background(larger, photo)).isEqualTo("opaque");
    }

    private static String background(Map<String, String> texts, byte[] photo)
            throws InterruptedException {
        WireAnswer answer = client.form("/v1/images/edits", texts, "image", photo);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("background").stringValue();
    }

    @Test
    void widerIsAsMuchWiderAsInAConversation() throws Exception {
        byte[] photo = Files.readAllBytes(photo());
        String session =
                client.post("/api/v1/chat/sessions", "{\"user_id\": \"eve\"}")
                        .json()
                        .get("session_id")
                        .stringValue();

        JsonNode said =
                client.form(
                                "/api/v1/chat/sessions/" + session + "/messages",
                                Map.of("user_id", "eve", "message", "wider"),
                                "image",
                                photo)
                        .json();
        JsonNode edited =
                client.form("/v1/images/edits", Map.of("prompt", "wider"), "image", photo).json();

        assertThat(said.at("/task/images/0/width").intValue()).isEqualTo(90);
        assertThat(edited.get("size").stringValue()).isEqualTo("90x40");
    }
}
