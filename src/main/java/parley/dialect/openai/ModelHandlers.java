package parley.dialect.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.dialect.UnknownModel;
import parley.http.Exchange;
import parley.llm.Capability;
import parley.llm.ModelCatalog;
import parley.llm.ModelInfo;
import parley.llm.ProviderStatus;
import parley.llm.ResolvedModel;

/// Lists the models that can be used now, and shows one.
final class ModelHandlers {
    static final String ID = "model";

    private final ModelCatalog models;
    private final long created;

    /// @param created since when the models are there: providers do not say, and clients insist
    ModelHandlers(ModelCatalog models, Instant created) {
        this.models = models;
        this.created = created.getEpochSecond();
    }

    record ModelPage(String object, List<ShownModel> data) {}

    /// @param contextWindow how many tokens it can read and write together
    record ShownModel(
            String id,
            String object,
            long created,
            @JsonProperty("owned_by") String ownedBy,
            @JsonProperty("context_window") int contextWindow,
            List<String> capabilities) {}

    void list(Exchange exchange) throws InterruptedException {
        exchange.respond(new ModelPage("list", all()));
    }

    void get(Exchange exchange) throws InterruptedException {
        String asked = exchange.pathParameter(ID);
        Optional<ShownModel> listed =
                all().stream().filter(model -> model.id().equals(asked)).findFirst();
        if (listed.isPresent()) {
            exchange.respond(listed.get());
            return;
        }
        ResolvedModel found = UnknownModel.asNotFound(() -> models.resolve(asked));
        exchange.respond(show(found.provider().name(), found.info()));
    }

    private List<ShownModel> all() throws InterruptedException {
        List<ShownModel> shown = new ArrayList<>();
        for (ProviderStatus provider : models.providers()) {
            if (provider.available()) {
                provider.infos().forEach(info -> shown.add(show(provider.name(), info)));
            }
        }
        return shown;
    }

    private ShownModel show(String provider, ModelInfo model) {
        return new ShownModel(
                provider + "/" + model.name(),
                "model",
                created,
                provider,
                model.contextTokens(),
                model.capabilities().stream().map(Capability::wireName).sorted().toList());
    }
}
