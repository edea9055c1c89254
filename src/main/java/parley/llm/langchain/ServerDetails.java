package parley.llm.langchain;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.llm.Capability;
import parley.llm.ModelInfo;
import parley.llm.ProviderException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a server tells of its models beside OpenAI's list, at an address of its own. Where it tells
/// nothing, the list stays as it is.
@FunctionalInterface
interface ServerDetails {
    ServerDetails NONE = models -> models;

    List<ModelInfo> complete(List<ModelInfo> models);

    /// @param server the preset's name
    /// @param baseUrl where OpenAI's API begins; the server's own is beside it
    static ServerDetails of(
            String server, HttpClient client, URI baseUrl, Map<String, String> headers) {
        String root = baseUrl.toString().replaceFirst("/v1$", "");
        return switch (server) {
            case "llamacpp" ->
                    models -> loadedByLlama(models, read(client, root + "/props", headers));
            case "lmstudio" ->
                    models ->
                            listedByStudio(models, read(client, root + "/api/v0/models", headers));
            default -> NONE;
        };
    }

    /// llama.cpp's server has one model, read with the context it was started with.
    private static List<ModelInfo> loadedByLlama(List<ModelInfo> models, JsonNode properties) {
        int context = properties.path("default_generation_settings").path("n_ctx").asInt(0);
        boolean sees = properties.path("modalities").path("vision").asBoolean(false);
        return models.size() != 1 || context <= 0
                ? models
                : List.of(loaded(models.getFirst(), context, sees));
    }

    private static ModelInfo loaded(ModelInfo model, int context, boolean sees) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        capabilities.addAll(model.capabilities());
        if (sees) {
            capabilities.add(Capability.VISION);
        }
        return new ModelInfo(
                model.name(), context, model.outputTokens(), capabilities, model.price());
    }

    private static List<ModelInfo> listedByStudio(List<ModelInfo> models, JsonNode own) {
        Map<String, ModelInfo> known = new HashMap<>();
        for (JsonNode model : own.path("data")) {
            ListedModel.read(model).ifPresent(info -> known.put(info.name(), info));
        }
        return models.stream().map(model -> known.getOrDefault(model.name(), model)).toList();
    }

    private static JsonNode read(HttpClient client, String address, Map<String, String> headers) {
        HttpRequest request =
                HttpRequest.builder()
                        .method(HttpMethod.GET)
                        .url(address)
                        .addHeaders(headers)
                        .build();
        try {
            return JsonMapper.shared().readTree(client.execute(request).body());
        } catch (ProviderException | JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
