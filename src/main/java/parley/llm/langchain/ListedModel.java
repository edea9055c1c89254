package parley.llm.langchain;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import parley.llm.Capability;
import parley.llm.KnownModels;
import parley.llm.ModelInfo;
import parley.llm.Price;
import tools.jackson.databind.JsonNode;

/// Reads what a server says of a model in its list. Beside the name, which all send, each has
/// fields of its own: OpenRouter and Together `context_length` and `pricing`, vLLM `max_model_len`,
/// Groq `context_window`, Mistral `max_context_length` and `capabilities`, LM Studio `type`.
final class ListedModel {
    private static final List<String> CONTEXT_FIELDS =
            List.of(
                    "loaded_context_length",
                    "context_length",
                    "max_model_len",
                    "context_window",
                    "max_context_length");
    private static final List<String> OUTPUT_FIELDS =
            List.of("max_completion_tokens", "max_output_tokens");
    private static final List<String> EMBEDDERS = List.of("embed", "bge-", "gte-", "e5-", "minilm");
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final JsonNode model;
    private final String name;

    private ListedModel(JsonNode model, String name) {
        this.model = model;
        this.name = name;
    }

    /// Empty for what neither chats nor makes vectors or pictures.
    static Optional<ModelInfo> read(JsonNode model) {
        String id = model.path("id").asString("").strip();
        String name = id.startsWith("models/") ? id.substring("models/".length()) : id;
        boolean useful = embeds(model, name) || ModelFamilies.chats(name) || paints(name);
        return name.isBlank() || !useful
                ? Optional.empty()
                : Optional.of(new ListedModel(model, name).info());
    }

    private static boolean paints(String name) {
        return KnownModels.describe(name).onlyPaints();
    }

    private static boolean embeds(JsonNode model, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return model.path("type").asString("").startsWith("embedding")
                || EMBEDDERS.stream().anyMatch(lower::contains);
    }

    private ModelInfo info() {
        ModelInfo known = KnownModels.describe(name);
        if (embeds(model, name)) {
            return new ModelInfo(
                    name,
                    first(CONTEXT_FIELDS).orElse(known.contextTokens()),
                    OptionalInt.empty(),
                    Set.of(Capability.EMBEDDING),
                    price());
        }
        Set<Capability> said = said();
        OptionalInt output = first(OUTPUT_FIELDS);
        return new ModelInfo(
                name,
                first(CONTEXT_FIELDS).orElse(known.contextTokens()),
                output.isPresent() ? output : known.outputTokens(),
                said.isEmpty() ? known.capabilities() : said,
                price());
    }

    private OptionalInt first(List<String> fields) {
        JsonNode top = model.path("top_provider");
        return fields.stream()
                .mapToInt(field -> model.path(field).asInt(top.path(field).asInt(0)))
                .filter(tokens -> tokens > 0)
                .findFirst();
    }

    private Set<Capability> said() {
        Set<Capability> said = EnumSet.noneOf(Capability.class);
        JsonNode inputs = model.path("architecture").path("input_modalities");
        JsonNode abilities = model.path("capabilities");
        JsonNode parameters = model.path("supported_parameters");
        add(
                said,
                Capability.VISION,
                holds(inputs, "image"::equals)
                        || abilities.path("vision").asBoolean(false)
                        || model.path("type").asString("").equals("vlm"));
        add(
                said,
                Capability.TOOLS,
                holds(parameters, "tools"::equals)
                        || abilities.path("function_calling").asBoolean(false)
                        || holds(abilities, "tool_use"::equals));
        add(said, Capability.JSON_SCHEMA, holds(parameters, "structured_outputs"::equals));
        add(said, Capability.REASONING, holds(parameters, "reasoning"::equals));
        return said;
    }

    private static void add(Set<Capability> said, Capability capability, boolean has) {
        if (has) {
            said.add(capability);
        }
    }

    private static boolean holds(JsonNode list, Predicate<String> wanted) {
        for (JsonNode one : list) {
            if (wanted.test(one.asString(""))) {
                return true;
            }
        }
        return false;
    }

    /// OpenRouter's prices are for a token, as text; Together's for a million, as numbers.
    private Optional<Price> price() {
        JsonNode prices = model.path("pricing");
        if (prices.path("prompt").isString()) {
            Optional<BigDecimal> input = dollars(prices.path("prompt"));
            Optional<BigDecimal> output = dollars(prices.path("completion"));
            BigDecimal cached = dollars(prices.path("input_cache_read")).orElse(null);
            return input.isEmpty() || output.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Price(
                                    input.get(),
                                    cached == null ? input.get() : cached,
                                    output.get()));
        }
        if (prices.path("input").isNumber() && prices.path("output").isNumber()) {
            BigDecimal input = prices.path("input").decimalValue();
            return Optional.of(new Price(input, input, prices.path("output").decimalValue()));
        }
        return Optional.empty();
    }

    /// For a million; OpenRouter writes -1 where the price depends on the request.
    private static Optional<BigDecimal> dollars(JsonNode price) {
        try {
            BigDecimal value = new BigDecimal(price.asString(""));
            return value.signum() < 0 ? Optional.empty() : Optional.of(value.multiply(MILLION));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
