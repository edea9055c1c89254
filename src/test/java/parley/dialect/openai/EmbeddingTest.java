package parley.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.RelayTest;
import parley.dialect.WireAnswer;
import parley.testing.ReceivedRequest;
import parley.testing.Reply;
import tools.jackson.databind.JsonNode;

/// Vectors from a provider that makes some.
final class EmbeddingTest extends RelayTest {
    private static final String PATH = "/v1/embeddings";
    private static final Reply TWO =
            Reply.json(
                    """
                    {"object": "list", "model": "scripted", "data": [
                       {"object": "embedding", "index": 1, "embedding": [3, -4.5]},
                       {"object": "embedding", "index": 0, "embedding": [1, 0.5]}],
                     "usage": {"prompt_tokens": 5, "total_tokens": 5}}
                    """);

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/embeddings"})
    void vectorsComeInTheOrderOfTheTexts(String path) throws Exception {
        provider.next(TWO);

        WireAnswer answer = client.post(path, body("[\"a\", \"b\"]", ", \"dimensions\": 2"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("X-Model-Used")).isEqualTo("openai/scripted");
        assertThat(answer.text())
                .isEqualTo(
                        "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[1.0,0.5]},"
                                + "{\"object\":\"embedding\",\"index\":1,\"embedding\":[3.0,-4.5]}],"
                                + "\"model\":\"openai/scripted\",\"usage\":{\"prompt_tokens\":5,\"total_tokens\":5}}");
        JsonNode sent = provider.awaitRequest().json();
        assertThat(sent.get("input").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(sent.get("dimensions").intValue()).isEqualTo(2);
    }

    @Test
    void numbersMayComeAsTheirBytes() throws Exception {
        provider.next(TWO);

        WireAnswer answer =
                client.post(PATH, body("[\"a\", \"b\"]", ", \"encoding_format\": \"base64\""));

        byte[] bytes =
                Base64.getDecoder().decode(answer.json().at("/data/1/embedding").stringValue());
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes).hasSize(8);
        assertThat(numbers.getFloat()).isEqualTo(3f);
        assertThat(numbers.getFloat()).isEqualTo(-4.5f);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"model":"scripted"} | input
                    {"model":"scripted","input":[]} | input
                    {"model":"scripted","input":""} | input
                    {"model":"scripted","input":["a",""]} | input
                    {"model":"scripted","input":["a",7]} | input[1]
                    {"model":"scripted","input":[1,2,3]} | input
                    {"model":"scripted","input":[[1,2],[3]]} | input
                    {"model":"scripted","input":"a","encoding_format":"hex"} | encoding_format
                    {"model":"scripted","input":"a","dimensions":0} | dimensions
                    """)
    void aWrongRequestIsToldWhatIsWrong(String body, String named) throws Exception {
        WireAnswer answer = client.post(PATH, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/error/param").stringValue()).isEqualTo(named);
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void aModelThatIsNotThereIsNotFound() throws Exception {
        for (String model : new String[] {"nobody/nothing", "builtin/parley"}) {
            WireAnswer answer =
                    client.post(PATH, "{\"model\": \"%s\", \"input\": \"a\"}".formatted(model));

            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
            assertThat(answer.json().at("/error/code").stringValue()).isEqualTo("model_not_found");
        }
    }

    @ParameterizedTest
    @CsvSource({"500, 503", "429, 429", "401, 502", "400, 502"})
    void aProvidersFailureIsTold(int status, int told) throws Exception {
        provider.next(Reply.status(status, "{\"error\":{\"message\":\"No.\"}}"));

        WireAnswer answer = client.post(PATH, body("\"a\"", ""));

        assertThat(answer.status()).as(answer.text()).isEqualTo(told);
        assertThat(answer.json().at("/error/message").stringValue()).isNotBlank();
    }

    @Test
    void aClientThatLeavesEndsTheProvidersCall() throws Exception {
        provider.next(Reply.hang());
        AtomicLong left = new AtomicLong();
        ReceivedRequest[] asked = new ReceivedRequest[1];

        askAndLeave(
                PATH,
                body("\"a\"", ""),
                "",
                () -> {
                    asked[0] = nextRequest();
                    left.set(System.nanoTime());
                });

        assertThat(asked[0].awaitAbort(left.get())).isLessThan(SOON);
    }

    private static String body(String input, String more) {
        return "{\"model\": \"openai/scripted\", \"input\": %s%s}".formatted(input, more);
    }
}
