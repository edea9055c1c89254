package parley.llm.langchain;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.llm.ModelInfo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a provider which models it has: `GET /models`.
final class ModelListing {

    private final HttpClient client;
    private final HttpRequest request;
    private final ProviderErrors errors;
    private final ServerDetails details;

    ModelListing(
            HttpClient client,
            URI baseUrl,
            Map<String, String> headers,
            ProviderErrors errors,
            ServerDetails details) {
        this.details = details;
        this.client = client;
        this.request =
                HttpRequest.builder()
                        .method(HttpMethod.GET)
                        .url(baseUrl + "/models")
                        .addHeaders(headers)
                        .build();
        this.errors = errors;
    }

    /// Those that chat or make vectors or pictures.
    ///
    /// @throws parley.error.AppException if there is no list in time
    List<ModelInfo> fetch() throws InterruptedException {
        return TimedListing.of(errors.names().provider(), this::ask);
    }

    /// The same, however long it takes.
    List<ModelInfo> ask() {
        List<ModelInfo> models = new ArrayList<>();
        for (JsonNode model : read(client.execute(request).body())) {
            ListedModel.read(model).ifPresent(models::add);
        }
        return details.complete(models);
    }

    private JsonNode read(String body) {
        try {
            JsonNode data = JsonMapper.shared().readTree(body).path("data");
            if (data.isArray()) {
                return data;
            }
        } catch (JacksonException e) {
            throw errors.badResponse("sent a list of models that is not JsonMapper.shared().", e);
        }
        throw errors.badResponse("sent a list of models without models.", null);
    }
}
