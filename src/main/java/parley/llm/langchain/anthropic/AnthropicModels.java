package parley.llm.langchain.anthropic;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import parley.error.AppException;
import parley.llm.Capability;
import parley.llm.ModelInfo;
import parley.llm.langchain.ProviderErrors;
import parley.llm.langchain.TimedListing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks which models there are: `GET /models`, page by page. Remembers what was said, for the
/// limits of the requests.
final class AnthropicModels {
    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 10;

    private final HttpClient client;
    private final URI baseUrl;
    private final Map<String, String> headers;
    private final ProviderErrors errors;
    private volatile Map<String, ModelInfo> known = Map.of();

    AnthropicModels(
            HttpClient client, URI baseUrl, Map<String, String> headers, ProviderErrors errors) {
        this.client = client;
        this.baseUrl = baseUrl;
        this.headers = headers;
        this.errors = errors;
    }

    /// What the last list said of a model.
    Optional<ModelInfo> find(String model) {
        return Optional.ofNullable(known.get(model));
    }

    /// The newest first.
    ///
    /// @throws AppException if there is no list in time
    List<ModelInfo> fetch() throws InterruptedException {
        List<ModelInfo> models = TimedListing.of(AnthropicProvider.NAME, this::ask);
        known =
                models.stream()
                        .collect(
                                Collectors.toMap(ModelInfo::name, model -> model, (one, _) -> one));
        return models;
    }

    private List<ModelInfo> ask() {
        List<ModelInfo> models = new ArrayList<>();
        String after = "";
        for (int i = 0; i < MOST_PAGES; i++) {
            JsonNode page = page(after);
            for (JsonNode model : page.path("data")) {
                String name = model.path("id").asString("");
                if (!name.isBlank()) {
                    models.add(info(name, model));
                }
            }
            after = page.path("last_id").asString("");
            if (!page.path("has_more").asBoolean(false) || after.isEmpty()) {
                return models;
            }
        }
        return models;
    }

    private JsonNode page(String after) {
        String cursor =
                after.isEmpty()
                        ? ""
                        : "&after_id=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.builder()
                        .method(HttpMethod.GET)
                        .url(baseUrl + "/models?limit=" + PAGE + cursor)
                        .addHeaders(headers)
                        .build();
        try {
            JsonNode page = JsonMapper.shared().readTree(client.execute(request).body());
            if (page.path("data").isArray()) {
                return page;
            }
        } catch (JacksonException e) {
            throw errors.badResponse("sent a list of models that is not JSON.", e);
        }
        throw errors.badResponse("sent a list of models without models.", null);
    }

    private static ModelInfo info(String name, JsonNode said) {
        ModelInfo guess = ClaudeModel.of(name).info();
        int input = said.path("max_input_tokens").asInt(0);
        int output = said.path("max_tokens").asInt(0);
        return new ModelInfo(
                name,
                input > 0 ? input : guess.contextTokens(),
                output > 0 ? OptionalInt.of(output) : guess.outputTokens(),
                capabilities(said.path("capabilities"), guess.capabilities()),
                Optional.empty());
    }

    private static Set<Capability> capabilities(JsonNode said, Set<Capability> guess) {
        if (!said.isObject()) {
            return guess;
        }
        Set<Capability> capabilities = EnumSet.of(Capability.TOOLS, Capability.JSON_SCHEMA);
        if (isSupported(said, "image_input")) {
            capabilities.add(Capability.VISION);
        }
        if (isSupported(said, "thinking")) {
            capabilities.add(Capability.REASONING);
        }
        return capabilities;
    }

    private static boolean isSupported(JsonNode capabilities, String name) {
        return capabilities.path(name).path("supported").asBoolean(false);
    }
}
