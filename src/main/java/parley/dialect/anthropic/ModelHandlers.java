package parley.dialect.anthropic;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.dialect.Timestamps;
import parley.dialect.UnknownModel;
import parley.http.Exchange;
import parley.http.QueryFields;
import parley.llm.ModelCatalog;
import parley.llm.ProviderStatus;

/// Lists the models that can be used now, and shows one, for clients of this API: it shares the
/// paths with OpenAI's.
final class ModelHandlers {
    static final String ID = "model";
    private static final int MOST = 1000;
    private static final int USUAL = 20;

    private final ModelCatalog models;
    private final String created;

    /// @param created since when the models are there: providers do not say, and clients insist
    ModelHandlers(ModelCatalog models, Instant created) {
        this.models = models;
        this.created = Timestamps.iso(created);
    }

    record ModelPage(
            List<ShownModel> data,
            @JsonProperty("has_more") boolean hasMore,
            @JsonProperty("first_id") @Nullable String firstId,
            @JsonProperty("last_id") @Nullable String lastId) {}

    record ShownModel(
            String type,
            String id,
            @JsonProperty("display_name") String displayName,
            @JsonProperty("created_at") String createdAt) {}

    void list(Exchange exchange) throws InterruptedException {
        exchange.setHeader("request-id", exchange.requestId());
        int limit = new QueryFields(exchange).number("limit", USUAL, 1, MOST);
        List<String> names = names();
        Optional<String> after = exchange.query("after_id");
        Optional<String> before = exchange.query("before_id");
        int from = after.map(id -> names.indexOf(id) + 1).orElse(0);
        int to = before.map(names::indexOf).filter(index -> index >= 0).orElse(names.size());
        if (before.isPresent()) {
            from = Math.max(from, to - limit);
        }
        List<String> page = names.subList(Math.min(from, to), Math.min(to, from + limit));
        boolean more = before.isPresent() ? from > 0 : from + limit < to;
        exchange.respond(
                new ModelPage(
                        page.stream().map(this::show).toList(),
                        more,
                        page.isEmpty() ? null : page.getFirst(),
                        page.isEmpty() ? null : page.getLast()));
    }

    void get(Exchange exchange) throws InterruptedException {
        exchange.setHeader("request-id", exchange.requestId());
        String asked = exchange.pathParameter(ID);
        exchange.respond(show(UnknownModel.asNotFound(() -> models.resolve(asked)).fullName()));
    }

    private List<String> names() throws InterruptedException {
        List<String> names = new ArrayList<>();
        for (ProviderStatus provider : models.providers()) {
            if (provider.available()) {
                provider.models().forEach(model -> names.add(provider.name() + "/" + model));
            }
        }
        return names;
    }

    private ShownModel show(String name) {
        return new ShownModel("model", name, name.substring(name.lastIndexOf('/') + 1), created);
    }
}
