package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.account.Account;
import parley.error.AppException;
import parley.http.Exchange;
import parley.image.ImageFeature;
import parley.image.ImageService;
import parley.llm.ModelCatalog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Says who the caller is and what it may use, and what server this is; keeps what its page
/// prefers.
final class CallerHandlers {
    /// In UTF-8.
    private static final int MOST_BYTES = 16 * 1024;

    private static final String BUILT_IN = "builtin";

    private final About about;
    private final Metering metering;
    private final ModelCatalog models;
    private final ImageService images;

    CallerHandlers(About about, Metering metering, ModelCatalog models, ImageService images) {
        this.about = about;
        this.metering = metering;
        this.models = models;
        this.images = images;
    }

    /// The caller, to itself.
    ///
    /// @param tokensRequired whether every request needs a token
    /// @param offline whether nothing but the built-in engine answers
    /// @param limits what it may use, with what it used; empty where nothing is limited
    record Caller(
            @JsonProperty("account_id") long accountId,
            String name,
            String version,
            String tier,
            @JsonProperty("tokens_required") boolean tokensRequired,
            boolean offline,
            Features features,
            List<Meter> limits,
            JsonNode preferences) {}

    /// What this server can do now.
    ///
    /// @param images whether pictures can be made
    /// @param embeddings whether a model makes vectors
    record Features(boolean images, boolean embeddings) {}

    /// @param used of the limit, in its window
    record Meter(
            String name,
            String unit,
            long limit,
            long used,
            long remaining,
            @JsonProperty("window_seconds") @Nullable Long windowSeconds,
            @JsonProperty("resets_at") @Nullable String resetsAt) {
        static Meter of(ShownLimit limit) {
            return new Meter(
                    limit.name(),
                    limit.unit(),
                    limit.quota(),
                    Math.max(0, limit.quota() - limit.remaining()),
                    limit.remaining(),
                    limit.windowSeconds(),
                    limit.resetsAt());
        }
    }

    record Preferences(JsonNode preferences) {}

    void show(Exchange exchange) throws InterruptedException {
        Account account = exchange.caller();
        Instant now = metering.clock().instant();
        exchange.respond(
                new Caller(
                        account.id(),
                        account.name(),
                        about.version(),
                        metering.limits().tier(account.id()),
                        about.tokensRequired(),
                        isOffline(),
                        new Features(
                                !images.engines(ImageFeature.IMAGE_GENERATION).isEmpty(),
                                hasEmbeddings()),
                        metering.limits().state(account.id()).stream()
                                .map(limit -> Meter.of(ShownLimit.of(limit, now)))
                                .toList(),
                        read(about.account().preferences(account.id()))));
    }

    /// Members replace those of the same name; null takes one away (RFC 7396, one level deep).
    void changePreferences(Exchange exchange) {
        ObjectNode patch = (ObjectNode) exchange.json();
        String kept =
                about.account()
                        .changePreferences(exchange.caller().id(), old -> changed(old, patch));
        exchange.respond(new Preferences(read(Optional.of(kept))));
    }

    private static String changed(Optional<String> old, ObjectNode patch) {
        ObjectNode all = read(old);
        patch.properties()
                .forEach(each -> {
                    if (each.getValue().isNull()) {
                        all.remove(each.getKey());
                    } else {
                        all.set(each.getKey(), each.getValue());
                    }
                });
        String text = JsonMapper.shared().writeValueAsString(all);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw AppException.invalid(
                    "preferences",
                    "The preferences would take %d bytes; at most %d are kept."
                            .formatted(bytes, MOST_BYTES));
        }
        return text;
    }

    private static ObjectNode read(Optional<String> kept) {
        return kept.map(text -> (ObjectNode) JsonMapper.shared().readTree(text))
                .orElseGet(JsonMapper.shared()::createObjectNode);
    }

    private boolean isOffline() throws InterruptedException {
        return models.providers().stream()
                .noneMatch(provider ->
                        provider.available()
                                && !provider.name().equals(BUILT_IN)
                                && !provider.models().isEmpty());
    }

    private boolean hasEmbeddings() throws InterruptedException {
        try {
            models.resolveEmbedding("");
            return true;
        } catch (AppException e) {
            return false;
        }
    }
}
