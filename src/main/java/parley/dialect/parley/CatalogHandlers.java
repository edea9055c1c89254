package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.http.Exchange;
import parley.llm.Capability;
import parley.llm.ConnectionTest;
import parley.llm.ModelCatalog;
import parley.llm.ModelInfo;
import parley.llm.Price;
import parley.llm.ProviderStatus;

/// Shows which providers there are, what each of them offers, and why one is not available; and
/// tries to reach one.
final class CatalogHandlers {
    private final ModelCatalog models;
    private final About about;

    CatalogHandlers(ModelCatalog models, About about) {
        this.models = models;
        this.about = about;
    }

    /// @param defaultModel `provider/model` that answers where none is named; null while there is
    ///   none
    record Catalog(
            @JsonProperty("default_model") @Nullable String defaultModel,
            List<Provider> providers) {}

    /// @param found whether it is set up, or answers on this machine
    /// @param environment what sets it up, in the environment; null for what needs nothing
    /// @param reason why it is not available, and what to do; null if it is
    /// @param problem what is wrong with it though it is available; null if nothing is
    /// @param models names at the provider, without its prefix
    record Provider(
            String name,
            boolean found,
            boolean available,
            @Nullable String environment,
            @Nullable String reason,
            @Nullable String problem,
            List<String> models,
            @JsonProperty("default_model") @Nullable String defaultModel,
            List<Model> details) {}

    /// A model that answers messages.
    ///
    /// @param vision whether it reads pictures; null where nothing is known of what it can do
    /// @param tools whether it asks for tools; null as above
    /// @param outputTokens the most of one answer; null where that is not known
    /// @param price in US dollars for a million tokens; null where it is not known
    record Model(
            String name,
            @JsonProperty("full_name") String fullName,
            @Nullable Boolean vision,
            @Nullable Boolean tools,
            @Nullable Boolean reasoning,
            @JsonProperty("context_tokens") int contextTokens,
            @JsonProperty("output_tokens") @Nullable Integer outputTokens,
            @Nullable Cost price) {
        static Model of(String provider, ModelInfo info) {
            return new Model(
                    info.name(),
                    provider + "/" + info.name(),
                    can(info, Capability.VISION),
                    can(info, Capability.TOOLS),
                    can(info, Capability.REASONING),
                    info.contextTokens(),
                    orNull(info.outputTokens()),
                    info.price().map(Cost::of).orElse(null));
        }

        private static @Nullable Boolean can(ModelInfo info, Capability capability) {
            return info.capabilities().isEmpty() ? null : info.can(capability);
        }

        private static @Nullable Integer orNull(OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }
    }

    record Cost(
            @JsonProperty("input_usd") String input, @JsonProperty("output_usd") String output) {
        static Cost of(Price price) {
            return new Cost(price.input().toPlainString(), price.output().toPlainString());
        }
    }

    /// How an attempt to reach a provider went.
    record Tried(boolean ok, String sentence, @JsonProperty("duration_ms") double durationMillis) {}

    void show(Exchange exchange) throws InterruptedException {
        List<Provider> providers = new ArrayList<>();
        for (ProviderStatus status : models.providers()) {
            providers.add(provider(status));
        }
        exchange.respond(new Catalog(defaultModel(), providers));
    }

    void test(Exchange exchange) throws InterruptedException {
        long began = System.nanoTime();
        ConnectionTest test = models.test(exchange.pathParameter("provider"));
        double millis = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began) / 1000.0;
        exchange.respond(new Tried(test.ok(), test.sentence(), millis));
    }

    private Provider provider(ProviderStatus status) {
        Optional<String> problem =
                status.configured() ? about.problems().apply(status.name()) : Optional.empty();
        return new Provider(
                status.name(),
                status.configured(),
                status.available(),
                models.variable(status.name()).orElse(null),
                status.reason().orElse(null),
                problem.orElse(null),
                status.models(),
                status.defaultModel().orElse(null),
                status.infos().stream()
                        .filter(ModelInfo::chats)
                        .map(info -> Model.of(status.name(), info))
                        .toList());
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
