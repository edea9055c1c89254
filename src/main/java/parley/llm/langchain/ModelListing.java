package parley.llm.langchain;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.ModelInfo;
import parley.llm.ProviderException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a provider which models it has: `GET /models`.
final class ModelListing {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client;
    private final Duration timeout;
    private final HttpRequest request;
    private final ProviderErrors errors;
    private final ServerDetails details;

    /// @param timeout how long the list may take to come, with everything that completes it
    ModelListing(
            HttpClient client,
            URI baseUrl,
            Map<String, String> headers,
            Duration timeout,
            ProviderErrors errors) {
        this(client, baseUrl, headers, timeout, errors, ServerDetails.NONE);
    }

    ModelListing(
            HttpClient client,
            URI baseUrl,
            Map<String, String> headers,
            Duration timeout,
            ProviderErrors errors,
            ServerDetails details) {
        this.details = details;
        this.client = client;
        this.timeout = timeout;
        this.request =
                HttpRequest.builder()
                        .method(HttpMethod.GET)
                        .url(baseUrl + "/models")
                        .addHeaders(headers)
                        .build();
        this.errors = errors;
    }

    /// Those that chat or make vectors.
    ///
    /// @throws AppException if there is no list in time
    List<ModelInfo> fetch() throws InterruptedException {
        FutureTask<List<ModelInfo>> asking = new FutureTask<>(this::ask);
        Thread.ofVirtual().name("list of models").start(asking);
        try {
            return asking.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AppException(
                    ErrorCode.PROVIDER_TIMEOUT,
                    "The model provider %s did not list its models in time."
                            .formatted(errors.names().provider()),
                    e);
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            asking.cancel(true);
        }
    }

    private AppException failure(ExecutionException e) {
        return e.getCause() instanceof ProviderException failure
                ? new AppException(ErrorCode.UNAVAILABLE, failure.sentence(), failure)
                : new AppException(
                        ErrorCode.PROVIDER_FAILED,
                        "The models of %s cannot be listed.".formatted(errors.names().provider()),
                        e);
    }

    private List<ModelInfo> ask() {
        List<ModelInfo> models = new ArrayList<>();
        for (JsonNode model : read(client.execute(request).body())) {
            ListedModel.read(model).ifPresent(models::add);
        }
        return details.complete(models);
    }

    private JsonNode read(String body) {
        try {
            JsonNode data = JSON.readTree(body).path("data");
            if (data.isArray()) {
                return data;
            }
        } catch (JacksonException e) {
            throw errors.badResponse("sent a list of models that is not JSON.", e);
        }
        throw errors.badResponse("sent a list of models without models.", null);
    }
}
