package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CallsTest {
    @Test
    void aTurnNamesTheConversationItGoesOnIn() throws IOException {
        assertThat(body(Calls.turnIn(17)).path("conversation_id").asString())
                .isEqualTo("session-17");
        assertThat(body(Calls.turn()).has("conversation_id")).isFalse();
    }

    @Test
    void aChatHasItsTokenAndAsksForAStreamOrNot() throws IOException {
        byte[] request = Calls.chat("secret", Calls.BUILT_IN, true, "Hi");
        assertThat(text(request)).contains("\r\nAuthorization: Bearer secret\r\n");
        assertThat(body(request).path("stream").asBoolean()).isTrue();
        assertThat(body(request).at("/messages/0/content").asString()).isEqualTo("Hi");
        assertThat(
                        body(Calls.chat("secret", Calls.BUILT_IN, false, "Hi"))
                                .path("stream")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void manyMessagesAlternateAndDiffer() throws IOException {
        JsonNode body = body(Calls.many("secret", Optional.of(5L), 20, 3));
        assertThat(body.path("session_id").asLong()).isEqualTo(5);
        assertThat(body.path("messages").valueStream().map(node -> node.path("role").asString()))
                .containsExactly("user", "assistant", "user");
        assertThat(body.at("/messages/0/content").asString()).contains("number 20");
        assertThat(body.at("/messages/2/content").asString()).contains("number 22");
        assertThat(body(Calls.many("secret", Optional.empty(), 0, 1)).has("session_id")).isFalse();
    }

    private static JsonNode body(byte[] request) throws IOException {
        String text = text(request);
        String body = text.substring(text.indexOf("\r\n\r\n") + 4);
        assertThat(text).contains("\r\nContent-Length: " + body.length() + "\r\n");
        return JsonMapper.shared().readTree(body);
    }

    private static String text(byte[] request) {
        return new String(request, StandardCharsets.US_ASCII);
    }
}
