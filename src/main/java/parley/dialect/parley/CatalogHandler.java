package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.Handler;
import parley.llm.ModelCatalog;
import parley.llm.ProviderStatus;

/// Shows which providers there are, what each of them offers, and why one is not available.
final class CatalogHandler implements Handler {
    private final ModelCatalog models;

    CatalogHandler(ModelCatalog models) {
        this.models = models;
    }

    /// @param defaultModel `provider/model` that answers where none is named; null while there is
    ///   none
    record Catalog(
            @JsonProperty("default_model") @Nullable String defaultModel,
            List<Provider> providers) {}

    /// @param reason why it is not available, and what to do; null if it is
    /// @param models names at the provider, without its prefix
    record Provider(
            String name,
            boolean available,
            @Nullable String reason,
            List<String> models,
            @JsonProperty("default_model") @Nullable String defaultModel) {
        static Provider of(ProviderStatus status) {
            return new Provider(
                    status.name(),
                    status.available(),
                    status.reason().orElse(null),
                    status.models(),
                    status.defaultModel().orElse(null));
        }
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        exchange.respond(
                new Catalog(
                        defaultModel(), models.providers().stream().map(Provider::of).toList()));
    }

    private @Nullable String defaultModel() throws InterruptedException {
        try {
            return models.resolve("").fullName();
        } catch (AppException e) {
            // The provider that would answer is away: the list says so, and why.
            return null;
        }
    }
}
