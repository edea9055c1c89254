package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import parley.llm.ModelOptions;
import parley.llm.OutputFormat;
import parley.llm.Sampling;
import parley.llm.ToolUse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The stored form of a [TurnWish]: the text of a JSON object, without what is the default.
public final class WishText {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private WishText() {}

    public static String write(TurnWish wish) {
        ObjectNode node = JSON.createObjectNode().put("version", VERSION);
        ModelOptions options = wish.options();
        writeSampling(node, options.sampling());
        writeTools(node, options.tools());
        writeFormat(node, options.format());
        options.reasoningEffort().ifPresent(effort -> node.put("reasoning_effort", effort));
        wish.instructions().ifPresent(text -> node.put("instructions", text));
        switch (wish.memory()) {
            case MemoryPolicy.ModelBudget() -> {}
            case MemoryPolicy.LastPairs(int pairs, boolean withAnswers) ->
                    node.putObject("memory").put("pairs", pairs).put("answers", withAnswers);
        }
        return JSON.writeValueAsString(node);
    }

    public static TurnWish read(String json) {
        JsonNode node = JSON.readTree(json);
        ModelOptions options =
                new ModelOptions(
                        sampling(node), tools(node), format(node), text(node, "reasoning_effort"));
        JsonNode memory = node.path("memory");
        return new TurnWish(
                options,
                text(node, "instructions"),
                memory.isObject()
                        ? new MemoryPolicy.LastPairs(
                                memory.path("pairs").asInt(), memory.path("answers").asBoolean())
                        : new MemoryPolicy.ModelBudget());
    }

    private static void writeSampling(ObjectNode node, Sampling sampling) {
        sampling.temperature().ifPresent(value -> node.put("temperature", value));
        sampling.topP().ifPresent(value -> node.put("top_p", value));
        sampling.maxTokens().ifPresent(value -> node.put("max_tokens", value));
        sampling.seed().ifPresent(value -> node.put("seed", value));
        sampling.presencePenalty().ifPresent(value -> node.put("presence_penalty", value));
        sampling.frequencyPenalty().ifPresent(value -> node.put("frequency_penalty", value));
        if (!sampling.stop().isEmpty()) {
            sampling.stop().forEach(node.putArray("stop")::add);
        }
    }

    private static Sampling sampling(JsonNode node) {
        List<String> stop = new ArrayList<>();
        node.path("stop").forEach(text -> stop.add(text.asString()));
        return new Sampling(
                decimal(node, "temperature"),
                decimal(node, "top_p"),
                node.has("max_tokens")
                        ? OptionalInt.of(node.path("max_tokens").asInt())
                        : OptionalInt.empty(),
                stop,
                node.has("seed")
                        ? OptionalLong.of(node.path("seed").asLong())
                        : OptionalLong.empty(),
                decimal(node, "presence_penalty"),
                decimal(node, "frequency_penalty"));
    }

    private static void writeTools(ObjectNode node, ToolUse use) {
        if (use.equals(ToolUse.NONE)) {
            return;
        }
        ArrayNode tools = node.putArray("tools");
        for (ToolUse.Tool tool : use.tools()) {
            tools.addObject()
                    .put("name", tool.name())
                    .put("description", tool.description())
                    .put("parameters", tool.parameters())
                    .put("strict", tool.strict());
        }
        node.put("parallel", use.parallel());
        switch (use.choice()) {
            case ToolUse.ToolChoice.Auto() -> {}
            case ToolUse.ToolChoice.None() -> node.put("tool_choice", "none");
            case ToolUse.ToolChoice.Required() -> node.put("tool_choice", "required");
            case ToolUse.ToolChoice.Named(String name) -> node.put("tool", name);
        }
    }

    private static ToolUse tools(JsonNode node) {
        if (!node.has("tools")) {
            return ToolUse.NONE;
        }
        List<ToolUse.Tool> tools = new ArrayList<>();
        for (JsonNode tool : node.path("tools")) {
            tools.add(
                    new ToolUse.Tool(
                            tool.path("name").asString(),
                            tool.path("description").asString(),
                            tool.path("parameters").asString(),
                            tool.path("strict").asBoolean()));
        }
        return new ToolUse(tools, choice(node), node.path("parallel").asBoolean());
    }

    private static ToolUse.ToolChoice choice(JsonNode node) {
        if (node.has("tool")) {
            return new ToolUse.ToolChoice.Named(node.path("tool").asString());
        }
        return switch (node.path("tool_choice").asString("")) {
            case "none" -> new ToolUse.ToolChoice.None();
            case "required" -> new ToolUse.ToolChoice.Required();
            default -> new ToolUse.ToolChoice.Auto();
        };
    }

    private static void writeFormat(ObjectNode node, OutputFormat format) {
        switch (format) {
            case OutputFormat.Text() -> {}
            case OutputFormat.Image() -> node.putObject("format").put("image", true);
            case OutputFormat.JsonObject() -> node.putObject("format");
            case OutputFormat.JsonSchema(String name, String schema, boolean strict) ->
                    node.putObject("format")
                            .put("name", name)
                            .put("schema", schema)
                            .put("strict", strict);
        }
    }

    private static OutputFormat format(JsonNode node) {
        JsonNode format = node.path("format");
        if (!format.isObject()) {
            return new OutputFormat.Text();
        }
        if (format.has("image")) {
            return new OutputFormat.Image();
        }
        return format.has("schema")
                ? new OutputFormat.JsonSchema(
                        format.path("name").asString(),
                        format.path("schema").asString(),
                        format.path("strict").asBoolean())
                : new OutputFormat.JsonObject();
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.path(name).asString()) : Optional.empty();
    }

    private static OptionalDouble decimal(JsonNode node, String name) {
        return node.has(name)
                ? OptionalDouble.of(node.path(name).asDouble())
                : OptionalDouble.empty();
    }
}
