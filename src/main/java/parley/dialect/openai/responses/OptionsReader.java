package parley.dialect.openai.responses;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import parley.http.RequestFields;
import parley.llm.ModelOptions;
import parley.llm.Sampling;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads how a model is to answer, and what the response shows of it again.
final class OptionsReader {
    private static final int MOST_METADATA = 16;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_VALUE = 512;

    private final RequestFields body;
    private final ObjectNode shown;

    private OptionsReader(RequestFields body, ObjectNode shown) {
        this.body = body;
        this.shown = shown;
    }

    /// @param shown what the response shows again: is set here
    /// @throws parley.error.AppException (400) naming what is wrong
    static ModelOptions read(RequestFields body, ObjectNode shown) {
        return new OptionsReader(body, shown).read();
    }

    private ModelOptions read() {
        Sampling sampling = sampling();
        showLabels();
        showMetadata();
        return new ModelOptions(
                sampling,
                ToolReader.read(body, shown),
                FormatReader.read(body, shown),
                reasoningEffort());
    }

    private Sampling sampling() {
        OptionalInt maxTokens = body.optionalInt("max_output_tokens", 1, Integer.MAX_VALUE);
        maxTokens.ifPresent(most -> shown.put("max_output_tokens", most));
        body.optionalInt("max_tool_calls", 1, Integer.MAX_VALUE)
                .ifPresent(most -> shown.put("max_tool_calls", most));
        body.optionalInt("top_logprobs", 0, 20).ifPresent(most -> shown.put("top_logprobs", most));
        return new Sampling(
                number("temperature", 0, 2),
                number("top_p", 0, 1),
                maxTokens,
                List.of(),
                OptionalLong.empty(),
                number("presence_penalty", -2, 2),
                number("frequency_penalty", -2, 2));
    }

    private OptionalDouble number(String name, double least, double most) {
        OptionalDouble value = body.optionalDouble(name, least, most);
        value.ifPresent(number -> shown.put(name, number));
        return value;
    }

    private Optional<String> reasoningEffort() {
        Optional<RequestFields> reasoning = body.optionalObject("reasoning");
        if (reasoning.isEmpty()) {
            return Optional.empty();
        }
        RequestFields fields = reasoning.get();
        Optional<String> effort = fields.optionalText("effort");
        Optional<String> summary =
                fields.optionalText("summary").or(() -> fields.optionalText("generate_summary"));
        oneOf(fields, "effort", effort, "none", "minimal", "low", "medium", "high", "xhigh");
        oneOf(fields, "summary", summary, "auto", "concise", "detailed", "none");
        ObjectNode shownReasoning = shown.withObject("/reasoning");
        effort.ifPresent(level -> shownReasoning.put("effort", level));
        summary.ifPresent(form -> shownReasoning.put("summary", form));
        // The highest that every provider knows.
        return effort.map(level -> level.equals("xhigh") ? "high" : level);
    }

    private void showLabels() {
        Optional<String> truncation = body.optionalText("truncation");
        oneOf(body, "truncation", truncation, "auto", "disabled");
        truncation.ifPresent(way -> shown.put("truncation", way));
        for (String label : List.of("user", "safety_identifier", "prompt_cache_key")) {
            body.optionalText(label).ifPresent(text -> shown.put(label, text));
        }
        body.optionalText("service_tier");
    }

    private void showMetadata() {
        RequestFields fields = body.optionalObject("metadata").orElse(null);
        if (fields == null) {
            return;
        }
        JsonNode metadata = body.find("metadata").orElseThrow();
        if (metadata.size() > MOST_METADATA) {
            throw body.wrong(
                    "metadata",
                    "an object with at most %d keys; it has %d"
                            .formatted(MOST_METADATA, metadata.size()));
        }
        for (String key : metadata.propertyNames()) {
            if (key.length() > LONGEST_KEY) {
                throw body.wrong("metadata", "an object with keys of at most 64 characters");
            }
            if (fields.optionalText(key)
                    .filter(text -> text.length() > LONGEST_VALUE)
                    .isPresent()) {
                throw fields.wrong(key, "text of at most %d characters".formatted(LONGEST_VALUE));
            }
        }
        shown.set("metadata", metadata);
    }

    private static void oneOf(
            RequestFields fields, String name, Optional<String> value, String... allowed) {
        if (value.isPresent() && !List.of(allowed).contains(value.get())) {
            throw fields.wrong(name, "one of " + String.join(", ", allowed));
        }
    }
}
