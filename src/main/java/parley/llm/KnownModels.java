package parley.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is publicly known of models by their names, from `models/known-models.json`: a default for
/// what providers do not say themselves.
public final class KnownModels {
    /// What runs on machines of one's own costs nothing a token.
    private static final Set<String> FREE =
            Set.of("builtin", "local", "ollama", "llamacpp", "vllm", "lmstudio");

    /// A name with a date or `latest` behind it is the same model at the same price.
    private static final Pattern SAME_PRICE =
            Pattern.compile("(-(latest|\\d{4}-?\\d{2}-?\\d{2}|\\d{4}))?");

    private record Family(
            String prefix,
            int contextTokens,
            OptionalInt outputTokens,
            Set<Capability> capabilities,
            Map<String, Price> prices) {
        Optional<Price> price(String provider, String name) {
            return SAME_PRICE.matcher(name.substring(prefix.length())).matches()
                    ? Optional.ofNullable(prices.get(provider))
                    : Optional.empty();
        }
    }

    /// Read with the first question about a model.
    private static final class Table {
        static final List<Family> FAMILIES = read();
    }

    private KnownModels() {}

    /// What is known of a model of this name, wherever it runs; without a price, which depends on
    /// where.
    public static ModelInfo describe(String model) {
        return find(familyName(model))
                .map(family ->
                        new ModelInfo(
                                model,
                                family.contextTokens(),
                                family.outputTokens(),
                                family.capabilities(),
                                Optional.empty()))
                .orElseGet(() -> new ModelInfo(model, ModelInfo.CAUTIOUS_CONTEXT_TOKENS));
    }

    /// Adds what a provider did not say of one of its models. A context of
    /// [ModelInfo#CAUTIOUS_CONTEXT_TOKENS] and an empty set of capabilities count as not said.
    static ModelInfo complete(String provider, ModelInfo said) {
        ModelInfo known = describe(said.name());
        boolean saidContext = said.contextTokens() != ModelInfo.CAUTIOUS_CONTEXT_TOKENS;
        return new ModelInfo(
                said.name(),
                saidContext ? said.contextTokens() : known.contextTokens(),
                said.outputTokens().isPresent() ? said.outputTokens() : known.outputTokens(),
                said.capabilities().isEmpty() ? known.capabilities() : said.capabilities(),
                said.price().or(() -> price(provider, said.name())));
    }

    /// Whether a model of this name makes pictures and no text.
    static boolean onlyMakesImages(String model) {
        return describe(model).can(Capability.IMAGE_OUTPUT);
    }

    private static Optional<Price> price(String provider, String model) {
        if (FREE.contains(provider)) {
            return Optional.of(Price.FREE);
        }
        String name = familyName(model);
        return find(name).flatMap(family -> family.price(provider, name));
    }

    private static Optional<Family> find(String name) {
        return Table.FAMILIES.stream()
                .filter(family -> name.startsWith(family.prefix()))
                .findFirst();
    }

    /// Routers put the maker before the name: `openai/gpt-4o`.
    private static String familyName(String model) {
        return model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static List<Family> read() {
        try (InputStream file =
                KnownModels.class.getResourceAsStream("/models/known-models.json")) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its table of models.");
            }
            List<Family> families = new ArrayList<>();
            for (JsonNode family : JsonMapper.shared().readTree(file).path("families")) {
                families.add(family(family));
            }
            return List.copyOf(families);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Family family(JsonNode node) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (JsonNode can : node.path("can")) {
            capabilities.add(Capability.valueOf(can.asString().toUpperCase(Locale.ROOT)));
        }
        Map<String, Price> prices = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.path("prices").properties()) {
            prices.put(entry.getKey(), price(entry.getValue()));
        }
        JsonNode output = node.path("output");
        return new Family(
                node.path("prefix").asString(),
                node.path("context").asInt(),
                output.isInt() ? OptionalInt.of(output.asInt()) : OptionalInt.empty(),
                capabilities,
                prices);
    }

    private static Price price(JsonNode node) {
        return new Price(
                new BigDecimal(node.path(0).asString()),
                new BigDecimal(node.path(1).asString()),
                new BigDecimal(node.path(2).asString()));
    }
}
