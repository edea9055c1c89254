package parley;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import parley.account.Account;
import parley.account.AccountService;
import parley.account.OwnAccount;
import parley.completion.CompletionService;
import parley.completion.EmbeddingService;
import parley.conversation.ConversationCore;
import parley.conversation.ConversationService;
import parley.conversation.Specialist;
import parley.conversation.TurnService;
import parley.dialect.KeyedReplies;
import parley.dialect.PromptedText;
import parley.dialect.anthropic.AnthropicDialect;
import parley.dialect.assistant.AssistantDialect;
import parley.dialect.chat.ChatDialect;
import parley.dialect.dialogix.DialogixDialect;
import parley.dialect.openai.OpenAiDialect;
import parley.dialect.openai.files.FilesDialect;
import parley.dialect.openai.images.ImagesDialect;
import parley.dialect.openai.responses.ResponsesDialect;
import parley.dialect.parley.About;
import parley.dialect.parley.Browsing;
import parley.dialect.parley.Metering;
import parley.dialect.parley.ParleyDialect;
import parley.dialect.sessions.SessionsDialect;
import parley.dialect.site.SiteDialect;
import parley.dialect.xmr.XmrDialect;
import parley.http.Callers;
import parley.http.Dialect;
import parley.http.Metrics;
import parley.http.ReadinessCheck;
import parley.http.WebServer;
import parley.ledger.GroupedLedger;
import parley.ledger.LedgerStore;
import parley.limit.Limits;
import parley.limit.SharedCounters;
import parley.limit.TieredLimits;
import parley.limit.UsageHistory;
import parley.limit.redis.RedisStore;
import parley.llm.CallObserver;
import parley.llm.KnownProvider;
import parley.llm.ModelCaller;
import parley.llm.ModelCatalog;
import parley.llm.ModelProvider;
import parley.llm.TokenCounter;
import parley.llm.builtin.BuiltinProvider;
import parley.llm.builtin.Tokenizer;
import parley.llm.langchain.OllamaProvider;
import parley.llm.langchain.OpenAiProvider;
import parley.llm.langchain.OpenAiSettings;
import parley.llm.langchain.anthropic.AnthropicProvider;
import parley.llm.langchain.huggingface.HuggingFaceProvider;
import parley.llm.local.LocalProvider;
import parley.prompt.PromptLibrary;
import parley.prompt.PromptPreview;
import parley.storage.OpenStores;
import parley.telemetry.CallMetrics;
import parley.telemetry.CallTraces;

/// Every part of the server, joined with `new`. Read this first.
final class Wiring {
    final OpenStores stores;
    final AccountService accounts;
    final LocalProvider local;
    final ModelCatalog models;
    final ModelCaller caller;
    final GroupedLedger ledger;
    private final Optional<SharedCounters> sharedLimits;
    final Limits limits;
    private Optional<CallTraces> traces = Optional.empty();
    final DataWiring data;
    final ImageWiring images;
    final DocumentWiring documents;
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
        OwnAccount ownAccount = new OwnAccount(stores.ownAccounts(), new SecureRandom(), clock);
        Metrics metrics = new Metrics();
        local = new LocalProvider(settings.local(), home);
        models = catalog(settings, local, clock);
        caller =
                new ModelCaller(
                        settings.calls(),
                        settings.routing(),
                        tokens,
                        observers(settings, metrics, clock));
        ledger = new GroupedLedger(stores.ledger());
        UsageHistory history = history(ledger);
        sharedLimits =
                settings.redis()
                        .address()
                        .map(RedisStore::new)
                        .map(store -> SharedCounters.start(store, history, clock));
        sharedLimits.ifPresent(metrics::add);
        limits =
                sharedLimits
                        .map(shared ->
                                TieredLimits.shared(accounts, settings.limits(), shared, clock))
                        .orElseGet(() ->
                                TieredLimits.inProcess(
                                        accounts, settings.limits(), history, clock));
        documents = new DocumentWiring(settings, stores, tokens, home, clock);
        data = new DataWiring(settings, stores, home, documents.analyst, clock);
        images = new ImageWiring(settings, stores, home, limits, clock, NodeName.of(home), version);
        core =
                new ConversationCore(
                        stores.conversations(),
                        stores.turns(),
                        models,
                        caller,
                        tokens,
                        limits,
                        specialists(images, data, documents),
                        settings.turns(),
                        clock,
                        NodeName.of(home),
                        settings.database().isShared());

        ConversationService conversations = core.conversations();
        TurnService turns = core.turns();
        PromptLibrary prompts = new PromptLibrary(stores.prompts(), clock);
        PromptedText words = new PromptedText(prompts);
        CompletionService completions =
                new CompletionService(
                        models, caller, limits, ledger, tokens, clock, images.completions);
        KeyedReplies replies =
                new KeyedReplies(stores.replies(), settings.replies(), NodeName.of(home), clock);
        OpenAiDialect openAi =
                new OpenAiDialect(
                        completions,
                        new EmbeddingService(
                                models,
                                limits,
                                ledger,
                                tokens,
                                clock,
                                settings.calls().firstToken()),
                        conversations,
                        turns,
                        models,
                        clock,
                        documents.parts,
                        replies,
                        version);
        dialects =
                List.of(
                        openAi,
                        new AnthropicDialect(completions, models, tokens, replies, clock),
                        new ChatDialect(
                                conversations,
                                turns,
                                models,
                                prompts,
                                new PromptPreview(completions),
                                documents.documents),
                        new SessionsDialect(
                                conversations,
                                turns,
                                images.tasks,
                                settings.huggingFace().imageModelName(),
                                words),
                        new DialogixDialect(
                                conversations, turns, openAi.door(), words, clock, version),
                        new XmrDialect(
                                conversations,
                                turns,
                                models,
                                data.sources,
                                data.pictures,
                                settings.xmrMemory(),
                                words,
                                version),
                        new AssistantDialect(conversations, turns, images.tasks, words, replies),
                        new ParleyDialect(
                                conversations,
                                turns,
                                models,
                                new Browsing(
                                        stores.browsing(),
                                        data.sources,
                                        data.pictures,
                                        images.tasks),
                                new Metering(ledger, limits, tokens, documents.context, clock),
                                openAi.form(),
                                words,
                                documents.documents,
                                new About(
                                        version,
                                        settings.server().areTokensRequired(),
                                        ownAccount,
                                        name -> caller.health(name).problem())),
                        new ImagesDialect(
                                images.tasks, images.intents, images.codec, tokens, replies, clock),
                        new FilesDialect(documents.documents),
                        new ExportWiring(
                                        settings.imports(),
                                        stores,
                                        conversations,
                                        prompts,
                                        data,
                                        images,
                                        documents,
                                        home,
                                        clock,
                                        version)
                                .dialect,
                        new ResponsesDialect(
                                conversations,
                                turns,
                                completions,
                                tokens,
                                documents.parts,
                                replies,
                                clock),
                        new SiteDialect(SiteDialect.DESCRIBED, version));

        metrics.add(core.metrics());
        web =
                new WebServer(
                        settings.server(),
                        dialects,
                        callers(accounts, ownAccount),
                        metrics,
                        checks(stores, models, caller, sharedLimits),
                        clock);
    }

    /// The ways to reach models that the settings name; the built-in engine is always the last.
    static ModelCatalog catalog(Settings settings, LocalProvider local, InstantSource clock) {
        List<ModelProvider> providers = new ArrayList<>();
        settings.openAi().forEach(server -> providers.add(new OpenAiProvider(server, clock)));
        if (settings.ollama().used()) {
            providers.add(new OllamaProvider(settings.ollama(), clock));
        }
        if (settings.anthropic().configured()) {
            providers.add(new AnthropicProvider(settings.anthropic(), clock));
        }
        if (settings.huggingFace().configured()) {
            providers.add(new HuggingFaceProvider(settings.huggingFace(), clock));
        }
        providers.add(local);
        providers.add(new BuiltinProvider(settings.builtin(), clock));
        List<KnownProvider> known = new ArrayList<>(OpenAiSettings.known());
        known.add(HuggingFaceProvider.KNOWN);
        return new ModelCatalog(settings.catalog(), providers, known);
    }

    /// Who is asked for an answer, in this order. Of a conversation that has data and documents,
    /// the built-in engine first asks what is named, then what can answer.
    private static List<Specialist> specialists(
            ImageWiring images, DataWiring data, DocumentWiring documents) {
        return List.of(
                images.illustrator,
                documents.analyst::answerIfNamed,
                data.analyst::answerIfSure,
                documents.analyst::answerIfSaid,
                data.analyst,
                documents.analyst);
    }

    private List<CallObserver> observers(Settings settings, Metrics metrics, InstantSource clock) {
        CallMetrics callMetrics = new CallMetrics(metrics::open);
        metrics.add(callMetrics);
        if (!settings.telemetry().traces()) {
            return List.of(callMetrics);
        }
        CallTraces callTraces = new CallTraces(settings.telemetry(), clock);
        traces = Optional.of(callTraces);
        return List.of(callMetrics, callTraces);
    }

    private static UsageHistory history(GroupedLedger ledger) {
        return (accountId, from) -> {
            LedgerStore.Totals used = ledger.since(accountId, from);
            return new UsageHistory.Used(
                    used.requests(), used.tokens(), used.nanoDollars(), used.images());
        };
    }

    private static Callers callers(AccountService accounts, OwnAccount ownAccount) {
        Account owner = accounts.owner();
        return new Callers() {
            @Override
            public Optional<Account> findByToken(String token) {
                Optional<Account> account = accounts.findByToken(token);
                account.ifPresent(_ -> ownAccount.noteUse(token));
                return account;
            }

            @Override
            public Account owner() {
                return owner;
            }
        };
    }

    private static List<ReadinessCheck> checks(
            OpenStores stores,
            ModelCatalog models,
            ModelCaller caller,
            Optional<SharedCounters> sharedLimits) {
        List<ReadinessCheck> checks = new ArrayList<>();
        checks.add(database(stores));
        sharedLimits.ifPresent(
                shared -> checks.add(lesser("limits", shared::problem, () -> false)));
        models.providerNames()
                .forEach(name ->
                        checks.add(
                                lesser(
                                        name,
                                        () -> caller.health(name).problem(),
                                        () -> models.isAbsent(name))));
        return checks;
    }

    /// Something the server can work without: a provider that fails leaves the others, and limits
    /// that cannot be shared are counted here.
    private static ReadinessCheck lesser(
            String name, Supplier<Optional<String>> problem, BooleanSupplier absent) {
        return new ReadinessCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> check() {
                return problem.get();
            }

            @Override
            public boolean isAbsent() {
                return absent.getAsBoolean();
            }

            @Override
            public boolean isVital() {
                return false;
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

    /// Ends the calls of models, and sends and stores what is known of them.
    void closeCalls() {
        caller.close();
        traces.ifPresent(CallTraces::close);
        sharedLimits.ifPresent(SharedCounters::close);
        ledger.close();
    }
}
