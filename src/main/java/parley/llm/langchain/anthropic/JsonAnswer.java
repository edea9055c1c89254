package parley.llm.langchain.anthropic;

import java.util.Optional;
import parley.llm.OutputFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How a model is brought to answer in JSON.
sealed interface JsonAnswer {
    /// It is not.
    record AnyText() implements JsonAnswer {}

    /// The API holds it to a schema.
    record Held(ObjectNode schema) implements JsonAnswer {}

    /// It has to call a tool whose arguments are the answer: for models, and for schemas, that the
    /// API cannot hold to.
    record Tool(String name, ObjectNode schema) implements JsonAnswer {}

    /// It is told to, in words: where there is no schema, or one that is not of an object, and for
    /// the rest of an answer that has begun.
    record Told(String instruction) implements JsonAnswer {}

    /// @param continued whether an answer is to be continued
    static JsonAnswer of(OutputFormat format, ClaudeModel model, boolean continued) {
        return switch (format) {
            case OutputFormat.Text(), OutputFormat.Image() -> new AnyText();
            case OutputFormat.JsonObject() ->
                    new Told("Answer with one JSON object and nothing else.");
            case OutputFormat.JsonSchema schema -> ofSchema(schema, model, continued);
        };
    }

    private static JsonAnswer ofSchema(
            OutputFormat.JsonSchema format, ClaudeModel model, boolean continued) {
        Optional<ObjectNode> schema = objectSchema(format.schema());
        if (continued || schema.isEmpty()) {
            return new Told(
                    "Answer with JSON that keeps to this JSON Schema, and with nothing else: "
                            + format.schema());
        }
        return Optional.of(schema.get())
                .filter(_ -> model.keepsToSchemas())
                .flatMap(HeldSchema::of)
                .<JsonAnswer>map(Held::new)
                .orElseGet(() -> new Tool(toolName(format.name()), schema.get()));
    }

    /// The schema, if it is one of an object.
    static Optional<ObjectNode> objectSchema(String json) {
        try {
            JsonNode schema = JsonMapper.shared().readTree(json);
            return schema instanceof ObjectNode object
                            && object.path("type").asString("").equals("object")
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String toolName(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return clean.isEmpty() ? "answer" : clean.substring(0, Math.min(64, clean.length()));
    }
}
