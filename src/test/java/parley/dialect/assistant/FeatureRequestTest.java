package parley.dialect.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

/// What the features refuse, put right, and tell of that.
final class FeatureRequestTest {
    private static final String PHOTO =
            FeatureContractTest.dataUri(FeatureContractTest.photo(48, 32));

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
                    image-generation  | {"user_id": "ada"}                                            | 400 | prompt
                    image-generation  | {"prompt": "a cat"}                                           | 400 | user_id
                    image-generation  | {"prompt": "a", "user_id": "a", "aspect_ratio": "round"}      | 400 | aspect_ratio
                    image-generation  | {"prompt": "a", "user_id": "a", "num_images": 9}              | 400 | num_images
                    image-generation  | {"prompt": "a", "user_id": "a", "engine": "nobody"}           | 400 | nobody
                    image-generation  | {"prompt": "a", "user_id": "a", "wait": -1}                   | 400 | wait
                    upscale           | {"user_id": "ada"}                                            | 400 | image
                    upscale           | {"image": "PHOTO", "scale_factor": 3}                         | 400 | scale_factor
                    upscale           | {"image": "data:image/png;base64,AAAA"}                       | 415 | image
                    upscale           | {"image": "http://127.0.0.1/cat.png"}                         | 400 | image
                    upscale           | {"image": "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4="}       | 415 | image
                    style-transfer    | {"image": "PHOTO"}                                            | 400 | reference_image
                    relight           | {"image": "PHOTO"}                                            | 400 | prompt
                    image-expand      | {"image": "PHOTO"}                                            | 400 | left
                    image-expand      | {"image": "PHOTO", "left": 2049}                              | 400 | left
                    image-expand      | {"image": "PHOTO", "right": true}                             | 400 | right must be a number, not true
                    image-expand      | {"image": "PHOTO", "left": 9007199254740993}                  | 400 | left
                    image-expand      | {"image": "PHOTO", "left": "0x8"}                             | 400 | left must be a number
                    image-expand      | {"image": "PHOTO", "left": "1e400"}                           | 400 | left must be a number
                    image-expand      | {"image": "PHOTO", "left": 1e400}                             | 400 | number that is too large
                    image-expand      | {"image": "PHOTO", "left": -0, "top": -0.0}                   | 400 | more than 0
                    upscale           | {"image": "PHOTO", "scale_factor": true}                      | 400 | scale_factor must be a number, not true
                    upscale           | {"image": "PHOTO", "scale_factor": [2]}                       | 400 | scale_factor must be a number
                    upscale           | {"image": "PHOTO", "sharpen": "NaN"}                          | 400 | sharpen must be a number
                    upscale           | {"image": "PHOTO", "seed": 9007199254740992}                  | 400 | seed
                    upscale           | {"image": "PHOTO", "image_url": "PHOTO"}                      | 400 | image is given more than once
                    image-generation  | {"prompt": 7, "user_id": "a"}                                 | 400 | prompt must be a text
                    image-generation  | {"prompt": "a", "user_id": "a", "style": 3}                   | 400 | style must be a text
                    image-generation  | {"prompt": "a", "user_id": "a", "negative_prompt": 5}         | 400 | negative_prompt must be a text
                    image-generation  | {"prompt": "a", "user_id": "a", "num_images": true}           | 400 | num_images must be a number, not true
                    image-generation  | {"prompt": "", "user_id": "a"}                                | 400 | prompt
                    relight           | {"image": "PHOTO", "light": []}                               | 400 | light must be an object
                    relight           | {"image": "PHOTO", "light": {"azimuth": false}}               | 400 | azimuth must be a number
                    remove-background | {"image": "PHOTO", "background": 7}                           | 400 | background must be a text
                    """)
    void whatIsWrongIsNamed(String feature, String body, int status, String named)
            throws Exception {
        WireAnswer answer = client.post("/v1/features/" + feature, body.replace("PHOTO", PHOTO));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("detail").stringValue()).contains(named);
    }

    private static String texts(JsonNode array) {
        return String.join(" ", array.values().stream().map(JsonNode::asString).toList());
    }

    @Test
    void theParametersSayHowFarAPictureGrewToAShapeAndCanBeSentBack() throws Exception {
        JsonNode task =
                begin(
                        "image-expand",
                        "{\"image\": \"%s\", \"aspect_ratio\": \"1:1\"}".formatted(PHOTO));
        JsonNode params = task.get("params");

        assertThat(params.get("top").intValue()).isEqualTo(8);
        assertThat(params.get("bottom").intValue()).isEqualTo(8);
        assertThat(params.get("left").intValue()).isZero();
        assertThat(params.get("aspect_ratio").stringValue()).isEqualTo("square_1_1");
        String sentBack = params.toString().replace("{", "{\"image\": \"%s\", ".formatted(PHOTO));
        JsonNode again = begin("image-expand", sentBack);
        assertThat(again.get("params")).isEqualTo(params);
        assertThat(again.get("warnings")).isEqualTo(task.get("warnings"));
    }

    @Test
    void whatIsPutRightIsTold() throws Exception {
        JsonNode grown =
                begin(
                        "image-expand",
                        "{\"image\": \"%s\", \"aspect_ratio\": \"1:1\", \"left\": 8}"
                                .formatted(PHOTO));
        assertThat(texts(grown.get("warnings")))
                .contains("aspect_ratio square_1_1 was not used: left, right, top and bottom");
        assertThat(grown.get("images").get(0).get("width").intValue()).isEqualTo(56);

        JsonNode relit =
                begin(
                        "relight",
                        """
                        {"image": "%s", "light": {"azimuth": 400, "elevation": 120, "kelvin": 100,
                         "intensity": 99, "softness": 5}}\
                        """
                                .formatted(PHOTO));
        assertThat(texts(relit.get("warnings")))
                .contains("light: azimuth 400 was taken as 40.")
                .contains("light: elevation 120 was taken as 90.")
                .contains("light: kelvin 100 was taken as 1000.")
                .contains("light: intensity 99 was taken as 3.")
                .contains("light: softness 5 was taken as 1.");
        assertThat(relit.at("/params/light/azimuth").doubleValue()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({"upscale", "relight", "image-expand", "remove-background"})
    void theModelThatATaskNamesMayBeSentBack(String feature) throws Exception {
        String body = "{\"image\": \"%s\", \"style\": \"brighter\", \"left\": 8".formatted(PHOTO);
        String model = begin(feature, body + "}").get("model").stringValue();

        JsonNode again = begin(feature, body + ", \"model\": \"%s\"}".formatted(model));
        JsonNode other = begin(feature, body + ", \"model\": \"nobody\"}");

        assertThat(texts(again.get("warnings"))).doesNotContain("There is no model");
        assertThat(texts(other.get("warnings"))).contains("There is no model \"nobody\"");
    }

    /// @param parts the disposition and the content of each part, by turns
    private static byte[] form(Object... parts) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (int i = 0; i < parts.length; i += 2) {
            form.writeBytes(
                    "--form\r\nContent-Disposition: form-data; %s\r\n\r\n"
                            .formatted(parts[i])
                            .getBytes(StandardCharsets.UTF_8));
            form.writeBytes(
                    parts[i + 1] instanceof byte[] bytes
                            ? bytes
                            : parts[i + 1].toString().getBytes(StandardCharsets.ISO_8859_1));
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes("--form--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private static void assertRefused(byte[] form, String feature, String sentence)
            throws InterruptedException {
        WireAnswer answer = client.form("/v1/features/" + feature, form);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("detail").stringValue()).contains(sentence);
    }

    @Test
    void aFormIsReadAsStrictlyAsJson() throws Exception {
        byte[] photo = FeatureContractTest.photo(20, 10);
        String file = "name=\"image\"; filename=\"a.png\"";
        assertRefused(
                form("name=\"prompt\"", "a cat\0dog", "name=\"user_id\"", "ada"),
                "image-generation",
                "NUL");
        assertRefused(
                form(file, photo, "name=\"user_id\"", "\u00e9ric"), "upscale", "not valid UTF-8");
        assertRefused(
                form(file, photo, "name=\"user_id\"", "a", "name=\"user_id\"", "b"),
                "upscale",
                "more than once");
        assertRefused(form(file, photo, file, photo), "upscale", "more than once");
        assertRefused(form(file, photo, "name=\"image\"", "img_1"), "upscale", "more than once");
        assertRefused(form(file, photo, "name=\"num_images\"", "1e400"), "reimagine", "num_images");
        // A digit of another script.
        byte[] two = "\u0662".getBytes(StandardCharsets.UTF_8);
        assertRefused(form(file, photo, "name=\"wait\"", two), "upscale", "wait");
    }

    @Test
    void aPictureAsBackgroundIsPutBehind() throws Exception {
        byte[] photo = FeatureContractTest.photo(48, 32);
        byte[] form =
                form(
                        "name=\"image\"; filename=\"a.png\"",
                        photo,
                        "name=\"background\"; filename=\"b.png\"",
                        FeatureContractTest.photo(30, 30));
        JsonNode sent = client.form("/v1/features/remove-background", form).json();
        JsonNode named =
                begin(
                        "remove-background",
                        "{\"image\": \"%s\", \"background\": \"%s\"}"
                                .formatted(
                                        PHOTO,
                                        FeatureContractTest.dataUri(
                                                FeatureContractTest.photo(30, 30))));

        for (JsonNode task : List.of(sent, named)) {
            assertThat(task.at("/params/background").stringValue()).isEqualTo("image");
            assertThat(task.get("parent_ids").size()).isEqualTo(2);
            BufferedImage made = picture(task.get("uploaded_urls").get(0).stringValue());
            assertThat(made.getRGB(1, 1) >>> 24).isEqualTo(255);
        }
    }
}
