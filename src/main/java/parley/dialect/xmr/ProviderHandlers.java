package parley.dialect.xmr;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.llm.ModelCatalog;
import parley.llm.ProviderStatus;

/// Tells which ways to models there are, and that the server is there.
final class ProviderHandlers {
    private final ModelCatalog models;
    private final String version;

    ProviderHandlers(ModelCatalog models, String version) {
        this.models = models;
        this.version = version;
    }

    record Health(String status, String version, List<String> providers) {}

    /// @param reason why it is not available, and what to do; null if it is
    record Provider(
            String name,
            List<String> models,
            @JsonProperty("default_model") @Nullable String defaultModel,
            boolean available,
            @Nullable String reason) {}

    record ProviderModels(String provider, List<String> models) {}

    void health(Exchange exchange) throws InterruptedException {
        exchange.respond(new Health("healthy", version, available()));
    }

    void list(Exchange exchange) throws InterruptedException {
        exchange.respond(available());
    }

    void show(Exchange exchange) throws InterruptedException {
        ProviderStatus provider = find(exchange);
        exchange.respond(
                new Provider(
                        provider.name(),
                        provider.models(),
                        provider.defaultModel().orElse(null),
                        provider.available(),
                        provider.reason().orElse(null)));
    }

    void models(Exchange exchange) throws InterruptedException {
        ProviderStatus provider = find(exchange);
        exchange.respond(new ProviderModels(provider.name(), provider.models()));
    }

    private List<String> available() throws InterruptedException {
        return models.providers().stream()
                .filter(ProviderStatus::available)
                .map(ProviderStatus::name)
                .toList();
    }

    private ProviderStatus find(Exchange exchange) throws InterruptedException {
        String name = exchange.pathParameter("provider");
        return models.providers().stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new AppException(
                                ErrorCode.NOT_FOUND, "There is no provider %s.".formatted(name)));
    }
}
