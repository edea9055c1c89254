package parley.dialect.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.account.Account;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.TestServer;
import parley.testing.huggingface.HuggingFaceReply;
import tools.jackson.databind.JsonNode;

/// Answers that are pictures, painted by a scripted Hugging Face.
final class ImageAnswerTest {
    private static final String PAINT = "{\"content\": \"A red cat\", \"content_type\": \"image\"}";
    private static final byte[] PNG = HuggingFaceReply.png(70_000);

    private final ScriptedProvider huggingFace =
            ScriptedProvider.start()
                    .otherwise(HuggingFaceReply.file("image/png", PNG))
                    .when(
                            prompt -> prompt.contains("[INST]"),
                            HuggingFaceReply.answer("Hello", " there."));
    private final TestServer server =
            TestServer.start(
                    "huggingface.base.url=" + huggingFace.baseUrl(),
                    "huggingface.api.key=hf_canary000111222333");
    private final WireClient client = new WireClient(server.url(), Optional.empty());

    @AfterEach
    void stop() {
        client.close();
        server.close();
        huggingFace.close();
    }

    private JsonNode newSession() throws InterruptedException {
        return client.post("/api/sessions", "{\"title\": \"Cats & more\"}").json();
    }

    private JsonNode send(JsonNode session, String body) throws InterruptedException {
        WireAnswer answer = client.post(messages(session), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String messages(JsonNode session) {
        return "/api/sessions/%s/messages".formatted(session.get("id").stringValue());
    }

    private HttpResponse<byte[]> file(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(server.url()).resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void anImageIsAnsweredWithItsAddressAndWhatWasPainted() throws Exception {
        JsonNode session = newSession();

        JsonNode answer = send(session, PAINT);

        assertThat(answer.get("content_type").stringValue()).isEqualTo("image");
        assertThat(answer.get("prompt").stringValue()).isEqualTo("A red cat");
        assertThat(answer.get("status").stringValue()).isEqualTo("complete");
        assertThat(answer.get("user_message").get("content").stringValue()).isEqualTo("A red cat");
        assertThat(answer.get("user_message").get("content_type").stringValue()).isEqualTo("text");
        assertThat(huggingFace.awaitRequest().body()).isEqualTo("{\"inputs\":\"A red cat\"}");

        assertThat(answer.get("content").stringValue())
                .startsWith(server.url() + "/api/sessions/")
                .endsWith("/image");
        HttpResponse<byte[]> shown = file(answer.get("content").stringValue());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo(PNG);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(shown.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void whatWasPaintedIsInTheGalleryAsItCame() throws Exception {
        byte[] picture = realPng();
        huggingFace.next(HuggingFaceReply.file("image/png", picture));
        JsonNode session = newSession();

        JsonNode answer = send(session, PAINT);

        assertThat(answer.get("content_type").stringValue()).isEqualTo("image");
        assertThat(answer.get("prompt").stringValue()).isEqualTo("A red cat");
        assertThat(file(answer.get("content").stringValue()).body()).isEqualTo(picture);
        assertThat(file("/api/download/" + answer.get("id").stringValue()).body())
                .isEqualTo(picture);
        JsonNode kept =
                client.get("/v1/gallery?user_id=anybody&scope=account")
                        .json()
                        .get("results")
                        .get(0);
        assertThat(kept.get("prompt").stringValue()).isEqualTo("A red cat");
        assertThat(kept.get("intent").stringValue()).isEqualTo("image_generation");
        assertThat(kept.get("width").intValue()).isEqualTo(40);
        assertThat(file(URI.create(kept.get("url").stringValue()).getPath()).body())
                .isEqualTo(picture);
        long id = Long.parseLong(answer.get("id").stringValue());
        assertThat(server.conversations().loadMessage(Account.OWNER_ID, id).rich())
                .as("the message holds no picture")
                .isFalse();
        assertThat(client.get("/v1/usage").json().get("total").get("images").intValue())
                .isEqualTo(1);
    }

    private static byte[] realPng() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    @Test
    void theListShowsTheSameAndADownloadIsTheFile() throws Exception {
        JsonNode session = newSession();
        JsonNode answer = send(session, PAINT);

        JsonNode listed = client.get(messages(session)).json().get(1);
        assertThat(listed.get("content")).isEqualTo(answer.get("content"));
        assertThat(listed.get("content_type").stringValue()).isEqualTo("image");
        assertThat(listed.get("prompt").stringValue()).isEqualTo("A red cat");

        String id = answer.get("id").stringValue();
        HttpResponse<byte[]> download = file("/api/download/" + id);
        assertThat(download.body()).isEqualTo(PNG);
        assertThat(download.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(download.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"Cats-more-%s.png\"".formatted(id));
    }

    @Test
    void whatIsPaintedMayDifferFromWhatIsSaid() throws Exception {
        JsonNode answer =
                send(
                        newSession(),
                        "{\"content\": \"Make me a picture\", \"content_type\": \"image\", \"prompt\": \"a red cat\"}");

        assertThat(answer.get("prompt").stringValue()).isEqualTo("a red cat");
        assertThat(answer.get("user_message").get("content").stringValue())
                .isEqualTo("Make me a picture");
        assertThat(huggingFace.awaitRequest().json().path("inputs").asString())
                .isEqualTo("a red cat");
    }

    @Test
    void aPromptAloneIsEnough() throws Exception {
        JsonNode answer =
                send(newSession(), "{\"content_type\": \"image\", \"prompt\": \"a red cat\"}");

        assertThat(answer.get("user_message").get("content").stringValue()).isEqualTo("a red cat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\": \"Hello\", \"prompt\": 5}",
                "{\"content\": \"Hello\", \"content_type\": \"image\", \"prompt\": [\"a\"]}",
            })
    void aPromptThatIsNoTextIsRefusedAlsoWhereNothingIsPainted(String body) throws Exception {
        WireAnswer answer = client.post(messages(newSession()), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").stringValue())
                .isEqualTo("The field \"prompt\" must be text.");
    }

    @Test
    void theConversationKeepsTheModelItTalksWith() throws Exception {
        JsonNode session = newSession();
        send(session, PAINT);

        JsonNode answer = send(session, "{\"content\": \"And now?\"}");

        assertThat(answer.get("content_type").stringValue()).isEqualTo("text");
        assertThat(answer.get("content").stringValue()).isEqualTo("Hello there.");
        long id = Long.parseLong(session.get("id").stringValue());
        assertThat(server.conversations().load(Account.OWNER_ID, id).model()).isEmpty();
    }

    @Test
    void aPictureSurvivesARestart() throws Exception {
        JsonNode answer = send(newSession(), PAINT);

        server.restart();

        String path = URI.create(answer.get("content").stringValue()).getPath();
        assertThat(file(path).body()).isEqualTo(PNG);
    }

    @Test
    void oneKeyIsOnePicture() throws Exception {
        JsonNode session = newSession();

        WireAnswer first = client.post(messages(session), PAINT, "Idempotency-Key", "k1");
        WireAnswer second = client.post(messages(session), PAINT, "Idempotency-Key", "k1");

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(huggingFace.requests()).hasSize(1);
    }

    @Test
    void aModelThatHasAlmostLoadedIsWaitedFor() throws Exception {
        huggingFace.next(HuggingFaceReply.loading("painter", 0.2));

        JsonNode answer = send(newSession(), PAINT);

        assertThat(answer.get("content_type").stringValue()).isEqualTo("image");
        assertThat(huggingFace.requests()).hasSize(2);
    }

    @Test
    void aModelThatIsLoadingIsSaidWithTheTime() throws Exception {
        JsonNode session = newSession();
        huggingFace.next(HuggingFaceReply.loading("painter", 31));

        WireAnswer answer = client.post(messages(session), PAINT);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("detail").stringValue()).contains("currently loading");
        assertThat(huggingFace.requests()).as("not waited for that long").hasSize(1);
        assertThat(client.get(messages(session)).json().size()).isEqualTo(1);
    }

    @Test
    void aPaintingThatFailedIsContinuedByThePainter() throws Exception {
        JsonNode session = newSession();
        huggingFace.next(Reply.status(400, "{\"error\":\"x\"}"));
        String id = client.post(messages(session), PAINT).header("X-Turn-Id");

        WireAnswer continued =
                client.post("/v1/turns/%s/continue".formatted(id), "{\"stream\":false}");

        assertThat(continued.status()).as(continued.text()).isEqualTo(200);
        assertThat(client.get(messages(session)).json().get(1).get("content_type").stringValue())
                .isEqualTo("image");
    }

    @Test
    void nobodyElseSeesAPicture() throws Exception {
        JsonNode session = newSession();
        JsonNode answer = send(session, PAINT);
        JsonNode other = newSession();
        String id = answer.get("id").stringValue();
        String path = URI.create(answer.get("content").stringValue()).getPath();

        try (WireClient stranger =
                new WireClient(server.url(), Optional.of(server.newToken("ada")))) {
            assertThat(stranger.get(path).status()).isEqualTo(404);
            assertThat(stranger.get("/api/download/" + id).status()).isEqualTo(404);
        }
        assertThat(client.get(messages(other) + "/" + id + "/image").text())
                .isEqualTo("{\"detail\":\"There is no message %s.\"}".formatted(id));
    }

    @Test
    void whoeverElsePaintsIsAskedWhereHuggingFaceIsNotSetUp() throws Exception {
        try (ScriptedProvider openAi =
                        ScriptedProvider.start()
                                .models(Reply.models("gpt-4o-mini", "gpt-image-1"))
                                .otherwise(
                                        Reply.json(
                                                "{\"data\":[{\"b64_json\":\"%s\"}]}"
                                                        .formatted(
                                                                Base64.getEncoder()
                                                                        .encodeToString(PNG))));
                TestServer other =
                        TestServer.start(
                                "openai.base.url=" + openAi.baseUrl(),
                                "model.fallbacks=* -> builtin/parley");
                WireClient caller = new WireClient(other.url(), Optional.empty())) {
            JsonNode session = caller.post("/api/sessions", "{}").json();

            WireAnswer answer = caller.post(messages(session), PAINT);

            assertThat(answer.header("X-Model-Used")).isEqualTo("openai/gpt-image-1");
            assertThat(answer.json().get("content_type").stringValue()).isEqualTo("image");
            assertThat(
                            caller.post(
                                            "/v1/turns",
                                            "{\"message\":\"x\",\"model\":\"gpt-image-1\"}")
                                    .status())
                    .as("in words")
                    .isEqualTo(400);
        }
    }

    @Test
    void theAddressIsThatOfTheProxyInFront() throws Exception {
        JsonNode session = newSession();
        send(session, PAINT);

        JsonNode listed = client.get(messages(session), "X-Forwarded-Proto", "https").json().get(1);

        assertThat(listed.get("content").stringValue())
                .startsWith(server.url().replace("http:", "https:") + "/api/sessions/");
    }

    @Test
    void aTextIsNoImage() throws Exception {
        JsonNode session = newSession();
        JsonNode answer = send(session, "{\"content\": \"Hi\"}");
        String id = answer.get("id").stringValue();

        WireAnswer image = client.get(messages(session) + "/" + id + "/image");

        assertThat(image.status()).isEqualTo(404);
        assertThat(image.text()).contains("is not an image");
    }
}
