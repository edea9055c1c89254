package parley;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.account.Account;
import parley.account.AccountService;
import parley.conversation.ConversationCore;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.assistant.AssistantDialect;
import parley.dialect.chat.ChatDialect;
import parley.dialect.dialogix.DialogixDialect;
import parley.dialect.parley.ParleyDialect;
import parley.dialect.sessions.SessionsDialect;
import parley.dialect.site.SiteDialect;
import parley.dialect.xmr.XmrDialect;
import parley.http.Callers;
import parley.http.Dialect;
import parley.http.Metrics;
import parley.http.ReadinessCheck;
import parley.http.WebServer;
import parley.llm.ModelCaller;
import parley.llm.ModelCatalog;
import parley.llm.ModelProvider;
import parley.llm.TokenCounter;
import parley.llm.builtin.BuiltinProvider;
import parley.llm.builtin.Tokenizer;
import parley.llm.langchain.OpenAiProvider;
import parley.storage.OpenStores;

/// Every part of the server, joined with `new`. Read this first.
final class Wiring {
    final OpenStores stores;
    final AccountService accounts;
    final ModelCatalog models;
    final ModelCaller caller;
    final ConversationCore core;
    final List<Dialect> dialects;
    final WebServer web;

    /// @param home the folder of the embedded database and of this server's name
    /// @throws parley.error.AppException if the database cannot be opened
    Wiring(Settings settings, Path home, InstantSource clock) {
        String version = BuildVersion.read();
        TokenCounter tokens = new Tokenizer();

        stores = OpenStores.open(settings.database(), home, clock);
        accounts = new AccountService(stores.accounts(), new SecureRandom(), clock);
        models = catalog(settings, tokens, clock);
        caller = new ModelCaller(settings.calls());
        core =
                new ConversationCore(
                        stores.conversations(),
                        stores.turns(),
                        models,
                        caller,
                        tokens,
                        settings.turns(),
                        clock,
                        NodeName.of(home),
                        settings.database().isShared());

        ConversationService conversations = core.conversations();
        TurnService turns = core.turns();
        dialects =
                List.of(
                        new ChatDialect(conversations, turns, models),
                        new SessionsDialect(conversations, turns),
                        new DialogixDialect(conversations, turns, clock, version),
                        new XmrDialect(conversations, turns, models, settings.xmrMemory(), version),
                        new AssistantDialect(conversations, turns),
                        new ParleyDialect(conversations, turns, models, version),
                        new SiteDialect(SiteDialect.DESCRIBED, version));

        Metrics metrics = new Metrics();
        metrics.add(core.metrics());
        web =
                new WebServer(
                        settings.server(),
                        dialects,
                        callers(accounts),
                        metrics,
                        List.of(database(stores)),
                        clock);
    }

    /// The ways to reach models that the settings name; the built-in engine is always the last.
    static ModelCatalog catalog(Settings settings, TokenCounter tokens, InstantSource clock) {
        List<ModelProvider> providers = new ArrayList<>();
        if (settings.openAi().configured()) {
            providers.add(new OpenAiProvider(settings.openAi(), tokens, clock));
        }
        providers.add(new BuiltinProvider(settings.builtin(), clock));
        return new ModelCatalog(settings.catalog(), providers);
    }

    private static Callers callers(AccountService accounts) {
        Account owner = accounts.owner();
        return new Callers() {
            @Override
            public Optional<Account> findByToken(String token) {
                return accounts.findByToken(token);
            }

            @Override
            public Account owner() {
                return owner;
            }
        };
    }

    private static ReadinessCheck database(OpenStores stores) {
        return new ReadinessCheck() {
            @Override
            public String name() {
                return "database";
            }

            @Override
            public Optional<String> check() {
                return stores.problem();
            }
        };
    }
}
