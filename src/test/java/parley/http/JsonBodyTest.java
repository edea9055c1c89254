package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBodyTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(TestServer.SETTINGS, List.of(), TestDialect.echoing());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawResponse post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    private static RawResponse post(byte[] body) {
        try (RawClient client = server.connect()) {
            client.send(
                    """
                    POST /v1/echo HTTP/1.1
                    Host: localhost
                    Content-Type: application/json
                    Content-Length: %d

                    """
                            .formatted(body.length));
            return client.send(body).read();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":null,\"b\":[1,2.5,-3e2,true],\"c\":{\"a\":{}}}",
                "{\"text\":\"ä😀\\u00e4\\ud83d\\ude00\\n\\u2028\\ufffd�\"}",
                "\n {\"a\" : \"\" } \t\n",
            })
    void anObjectArrivesAsItIs(String body) {
        assertThat(post(body).json()).isEqualTo(Json.MAPPER.readTree(body));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(post("\uFEFF{\"a\":1}").body()).isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,}|The body is not valid JSON: line 1, column 8.",
                "{\"a\":NaN}|The body is not valid JSON: line 1, column 9.",
                "{\"a\":+1}|The body is not valid JSON: line 1, column 7.",
                "{'a':1}|The body is not valid JSON: line 1, column 2.",
                "{\"a\":\"|The body is not valid JSON: line 1, column 7.",
                "{\"a\"|The body is not valid JSON: line 1, column 5.",
                "{} {}|The body goes on after the end of its JSON: line 1, column 4.",
                "[1]|The body must be a JSON object, in braces.",
                "\"a\"|The body must be a JSON object, in braces.",
                "null|The body must be a JSON object, in braces.",
                "{\"a\":1,\"b\":2,\"a\":3}|The key \"a\" is there twice in one object: line 1, column 18.",
                "{\"a\":1e999}|The body holds a number that is too large.",
                "{\"a\":\"b\\u0000\"}|The body holds a NUL character (\\u0000), which text cannot have.",
                "{\"a\\u0000\":1}|The body holds a NUL character (\\u0000), which text cannot have.",
                "{\"a\":[{\"b\":\"\\ud83dx\"}]}|The body holds half a surrogate pair (\\ud83d), which is no character.",
                "{\"\\ude00\":1}|The body holds half a surrogate pair (\\ude00), which is no character.",
                "{\"a\":\"\\ude00\\ud83d\"}|The body holds half a surrogate pair (\\ude00), which is no character.",
            })
    void whatIsNoGoodJsonIsRefusedInPlainWords(String body, String sentence) {
        RawResponse response = post(body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.problem()).isEqualTo(sentence);
    }

    @Test
    void anEmptyBodyIsRefused() {
        String request =
                "POST /v1/echo HTTP/1.1\nHost: localhost\nContent-Type: application/json\n\n";

        assertThat(server.send(request).problem())
                .isEqualTo("The body is empty; it must be a JSON object.");
        assertThat(post(" \n").problem()).isEqualTo("The body is empty; it must be a JSON object.");
    }

    @Test
    void aRawControlCharacterIsRefused() {
        assertThat(post("{\"a\":\"\u0000\"}").status()).isEqualTo(400);
        assertThat(post("{\"a\":\"\n\"}").status()).isEqualTo(400);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[][] bodies = {
            {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
            {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'},
            {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'},
            "{\"a\":1}".getBytes(StandardCharsets.UTF_16),
        };
        for (byte[] body : bodies) {
            RawResponse response = post(body);

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.problem()).isEqualTo("The body is not valid UTF-8.");
        }
    }

    @Test
    void nestingEndsAtAHundredLevels() {
        assertThat(post(nested(99)).status()).isEqualTo(200);

        RawResponse response = post(nested(100));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.problem()).contains("100 levels");
        assertThat(post("[".repeat(60_000)).status()).isEqualTo(400);
    }

    @Test
    void aNumberOfManyDigitsIsRefused() {
        assertThat(post("{\"a\":" + "9".repeat(1000) + "}").status()).isEqualTo(400);
    }

    private static String nested(int arrays) {
        return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
    }
}
