package parley;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import parley.bench.BenchCommand;
import parley.cli.Accounts;
import parley.cli.Application;
import parley.cli.Check;
import parley.cli.RunningServer;
import parley.cli.Start;
import parley.cli.Tokens;
import parley.cli.TrainingRequest;
import parley.error.AppException;
import parley.image.Workshop;
import parley.llm.ProviderStatus;
import parley.llm.local.LocalProvider;
import parley.settings.Setting;
import parley.storage.OpenStores;
import parley.storage.Restore;

/// What the command line can do with the server's parts.
final class ParleyApplication implements Application {
    private final InstantSource clock = InstantSource.system();

    @Override
    public List<Setting<?>> settings() {
        return Settings.ALL;
    }

    @Override
    public RunningServer start(Start start) {
        return ParleyServer.start(start, clock);
    }

    @Override
    public Tokens openTokens(Start start) {
        return new HomeTokens(open(start), clock);
    }

    @Override
    public Accounts openAccounts(Start start) {
        return new HomeAccounts(open(start), clock);
    }

    @Override
    public String backup(Start start, Path file) {
        try (OpenStores stores = open(start)) {
            stores.backup(file);
            return "%s was copied to %s.".formatted(stores.describe(), file);
        }
    }

    @Override
    public String restore(Start start, Path file, boolean replace) {
        return Restore.restore(
                        file,
                        Settings.from(start.values()).database(),
                        start.home(),
                        replace,
                        clock)
                .map("The backup is in place. What was there before is kept as %s."::formatted)
                .orElse("The backup is in place.");
    }

    @Override
    public List<Check> checks(Start start) throws InterruptedException {
        List<Check> checks = new ArrayList<>();
        checks.add(databaseCheck(start));
        Settings settings = Settings.from(start.values());
        try (LocalProvider local = new LocalProvider(settings.local(), start.home())) {
            for (ProviderStatus provider : Wiring.catalog(settings, local, clock).providers()) {
                checks.add(providerCheck(provider));
            }
        }
        return checks;
    }

    @Override
    public Workshop workshop(Start start) {
        return ImageWiring.workshop(Settings.from(start.values()), start.home());
    }

    @Override
    public List<TrainingRequest> training() {
        String hello = "{\"message\": \"Hello, how are you?\"}";
        return List.of(
                TrainingRequest.get("/"),
                TrainingRequest.get("/docs"),
                TrainingRequest.get("/health"),
                TrainingRequest.get("/ready"),
                TrainingRequest.get("/metrics"),
                TrainingRequest.get("/openapi.json"),
                TrainingRequest.postJson("/chat/completions", hello),
                TrainingRequest.postJson("/v1/turns", hello),
                TrainingRequest.postJson(
                        "/v1/turns", "{\"message\": \"Tell me a story\", \"stream\": false}"),
                TrainingRequest.postJson("/api/conversations", "{\"title\": \"Training\"}"),
                TrainingRequest.postJson(
                        "/api/chat",
                        "{\"conversationId\": 1, \"role\": \"user\", \"content\": \"What is 2 + 2?\"}"),
                TrainingRequest.postJson("/api/v1/chat/sessions", "{\"user_id\": \"training\"}"),
                TrainingRequest.postJson("/api/sessions", "{}"),
                TrainingRequest.get("/api/sessions"),
                TrainingRequest.get("/api/conversations/1/messages"),
                TrainingRequest.get("/api/providers"),
                TrainingRequest.get("/v1/conversations"),
                TrainingRequest.get("/v1/chat/history"),
                TrainingRequest.get("/nothing/here"));
    }

    @Override
    public Map<String, Supplier<Object>> commands() {
        return Map.of("bench", BenchCommand::new);
    }

    private OpenStores open(Start start) {
        return OpenStores.open(Settings.from(start.values()).database(), start.home(), clock);
    }

    private Check databaseCheck(Start start) {
        Settings settings = Settings.from(start.values());
        if (!settings.database().isShared() && !Files.exists(start.home().resolve("parley.db"))) {
            return Check.good("database", "none yet; the first start makes it");
        }
        try (OpenStores stores = open(start)) {
            return stores.problem()
                    .map(problem -> Check.bad("database", problem, "Look at the sentence above."))
                    .orElseGet(() -> Check.good("database", stores.describe()));
        } catch (AppException e) {
            return Check.bad("database", e.sentence(), "Restore a backup, or check database.url.");
        }
    }

    private static Check providerCheck(ProviderStatus provider) {
        String subject = provider.name();
        if (provider.available()) {
            return Check.good(subject, models(provider));
        }
        String reason = provider.reason().orElse("not available");
        return provider.configured()
                ? Check.bad(
                        subject,
                        reason,
                        "Check the settings that begin with %1$s., or in the environment with %2$s_."
                                .formatted(subject, subject.toUpperCase(Locale.ROOT)))
                : Check.absent(subject, "absent. " + reason);
    }

    private static String models(ProviderStatus provider) {
        int count = provider.models().size();
        return count == 1 ? "answers, with one model" : "answers, with %d models".formatted(count);
    }
}
