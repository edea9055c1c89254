package parley.testing.counterpart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// What Anthropic's Messages API demands of `messages`.
final class AnthropicDemands {
    private final JsonNode request;
    private final Set<String> all = new HashSet<>();
    private List<String> open = List.of();

    AnthropicDemands(JsonNode request) {
        this.request = request;
    }

    void check() {
        assertThat(request.path("max_tokens").asInt()).isPositive();
        JsonNode messages = request.path("messages");
        assertThat(messages.path(0).path("role").asString()).isEqualTo("user");
        String before = "";
        for (JsonNode message : messages) {
            String role = message.path("role").asString();
            assertThat(role).as("the roles take turns").isIn("user", "assistant");
            assertThat(role).as("the roles take turns").isNotEqualTo(before);
            before = role;
            List<String> results = results(message);
            assertThat(results).as("results of the calls just before").isEqualTo(open);
            open = role.equals("assistant") ? calls(message) : List.of();
            blocks(message).forEach(block -> checkBlock(role, block));
        }
        assertThat(before).isEqualTo("user");
    }

    private static Iterable<JsonNode> blocks(JsonNode message) {
        JsonNode content = message.path("content");
        if (content.isArray()) {
            return content;
        }
        ArrayNode one = JsonMapper.shared().createArrayNode();
        one.addObject().put("type", "text").put("text", content.asString());
        return one;
    }

    private List<String> calls(JsonNode message) {
        List<String> calls = new ArrayList<>();
        for (JsonNode block : blocks(message)) {
            if (block.path("type").asString().equals("tool_use")) {
                String id = block.path("id").asString();
                assertThat(id).matches("[a-zA-Z0-9_-]+");
                assertThat(all.add(id)).as("%s comes once", id).isTrue();
                calls.add(id);
            }
        }
        return calls;
    }

    private static List<String> results(JsonNode message) {
        List<String> results = new ArrayList<>();
        boolean others = false;
        for (JsonNode block : blocks(message)) {
            if (block.path("type").asString().equals("tool_result")) {
                assertThat(others).as("results come first").isFalse();
                results.add(block.path("tool_use_id").asString());
            } else {
                others = true;
            }
        }
        return results;
    }

    private static void checkBlock(String role, JsonNode block) {
        switch (block.path("type").asString()) {
            case "text" -> assertThat(block.path("text").asString()).isNotBlank();
            case "image" -> {
                assertThat(role).isEqualTo("user");
                assertThat(block.at("/source/media_type").asString()).isEqualTo("image/png");
            }
            case "tool_use" -> {
                assertThat(role).isEqualTo("assistant");
                assertThat(block.path("input").isObject()).isTrue();
            }
            case "tool_result" -> assertThat(role).isEqualTo("user");
            case "thinking" -> assertThat(block.path("signature").asString()).isNotBlank();
            default -> throw new AssertionError("An unknown block: " + block);
        }
    }
}
