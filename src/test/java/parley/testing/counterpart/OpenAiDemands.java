package parley.testing.counterpart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the strictest of the servers that speak OpenAI's API demand of `messages`.
final class OpenAiDemands {
    private final JsonNode request;
    private final List<String> open = new ArrayList<>();
    private final Set<String> all = new HashSet<>();

    OpenAiDemands(JsonNode request) {
        this.request = request;
    }

    void check() {
        JsonNode messages = request.path("messages");
        assertThat(messages.isArray()).isTrue();
        for (JsonNode message : messages) {
            String role = message.path("role").asString();
            if (!role.equals("tool")) {
                assertThat(open).as("calls without results before %s", message).isEmpty();
            }
            switch (role) {
                case "system" -> assertThat(message.propertyNames()).isSubsetOf("role", "content");
                case "user" -> checkUser(message);
                case "assistant" -> checkAssistant(message);
                case "tool" -> checkResult(message);
                default -> throw new AssertionError("An unknown role: " + message);
            }
        }
        assertThat(open).as("calls without results at the end").isEmpty();
    }

    private static void checkUser(JsonNode message) {
        assertThat(message.propertyNames()).isSubsetOf("role", "content");
        for (JsonNode part : message.path("content")) {
            switch (part.path("type").asString()) {
                case "text" -> assertThat(part.path("text").asString()).isNotBlank();
                case "image_url" ->
                        assertThat(part.at("/image_url/url").asString())
                                .startsWith("data:image/png;base64,");
                default -> throw new AssertionError("An unknown part: " + part);
            }
        }
    }

    private void checkAssistant(JsonNode message) {
        assertThat(message.propertyNames()).isSubsetOf("role", "content", "tool_calls");
        boolean says = message.path("content").isString();
        assertThat(says || message.has("tool_calls")).as("%s", message).isTrue();
        for (JsonNode call : message.path("tool_calls")) {
            String id = call.path("id").asString();
            assertThat(id).matches("[A-Za-z0-9_-]{1,40}");
            assertThat(all.add(id)).as("%s comes once", id).isTrue();
            open.add(id);
            String arguments = call.at("/function/arguments").asString();
            assertThat(JsonMapper.shared().readTree(arguments).isObject()).isTrue();
            assertThat(call.path("type").asString()).isEqualTo("function");
        }
    }

    private void checkResult(JsonNode message) {
        assertThat(message.propertyNames()).isSubsetOf("role", "content", "tool_call_id");
        assertThat(open.remove(message.path("tool_call_id").asString()))
                .as("a result of a call just before: %s", message)
                .isTrue();
        assertThat(message.path("content").isString()).isTrue();
    }
}
