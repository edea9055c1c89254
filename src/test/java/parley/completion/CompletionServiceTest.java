package parley.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;
import parley.error.RateLimit;
import parley.ledger.LedgerEntry;
import parley.limit.Admission;
import parley.limit.Limits;
import parley.llm.CallSettings;
import parley.llm.Capability;
import parley.llm.CatalogSettings;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelCaller;
import parley.llm.ModelCatalog;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ModelInfo;
import parley.llm.ModelOptions;
import parley.llm.ModelProvider;
import parley.llm.OutputFormat;
import parley.llm.ProviderException;
import parley.llm.RecordedEvents;
import parley.llm.ReportedUsage;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ScriptedModel;
import parley.llm.ToolUse;
import parley.llm.Usage;
import parley.llm.Usage.Source;
import parley.llm.langchain.OpenAiProvider;
import parley.llm.langchain.OpenAiSettings;
import parley.settings.SettingValues;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;

/// What an answer costs and to whom it is written down, however it ends. Tokens that Parley counts
/// are characters here.
class CompletionServiceTest {
    private static final String QUESTION = "Hello";

    /// The question, and 4 for its borders.
    private static final long INPUT = 9;

    private static final String PRICES =
            "openai/gpt-4o=1/0.5/10, openai/gpt-4o-mini=1/1/1, spare/m=2/4";
    private static final ModelEvent END = new ModelEvent.Finished(FinishReason.STOP);

    /// What was taken from an account, and given back.
    private static final class CountedLimits implements Limits, Admission {
        private final List<Expected> admitted = new ArrayList<>();
        private final List<List<Long>> settled = new ArrayList<>();
        private int open;

        @Override
        public Admission admit(long accountId, Expected expected) {
            admitted.add(expected);
            open++;
            return this;
        }

        @Override
        public List<RateLimit> state(long accountId) {
            return List.of();
        }

        @Override
        public List<RateLimit> limits() {
            return List.of();
        }

        @Override
        public void settle(long tokens, long nanoDollars) {
            settled.add(List.of(tokens, nanoDollars));
        }

        @Override
        public void close() {
            open--;
        }
    }

    private final ScriptedModel model =
            new ScriptedModel("openai", new ModelInfo("gpt-4o", 128_000));
    private final ScriptedModel spare = ScriptedModel.of("spare");
    private final CountedLimits limits = new CountedLimits();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final RecordedEvents events = new RecordedEvents();
    private final ModelCaller caller =
            new ModelCaller(CallSettings.from(SettingValues.DEFAULTS), String::length, List.of());

    @AfterEach
    void close() {
        caller.close();
    }

    private CompletionService service(ModelProvider... providers) {
        Map<String, String> settings =
                Map.of("model.prices", PRICES, "model.fallbacks", "* -> spare/m");
        return new CompletionService(
                new ModelCatalog(
                        CatalogSettings.from(new SettingValues(settings)), List.of(providers)),
                caller,
                limits,
                ledger::add,
                String::length,
                InstantSource.system(),
                CompletionSpecialist.NONE);
    }

    private static CompletionRequest request(ModelOptions options) {
        return new CompletionRequest(
                7,
                "openai",
                Optional.of("gpt-4o"),
                List.of(new ChatMessage(Role.USER, QUESTION)),
                options,
                true);
    }

    private Completion begin() throws InterruptedException {
        return service(model).begin(request(ModelOptions.DEFAULT));
    }

    /// Runs to whatever end, and settles twice.
    private LedgerEntry entryAfter(ScriptedModel.Act act, ModelEvents receiver)
            throws InterruptedException {
        model.otherwise(act);
        Completion completion = begin();
        try (completion;
                Completion again = completion) {
            var _ = catchThrowable(() -> again.run(receiver));
        }
        assertThat(limits.open).as("admissions that are open").isZero();
        assertThat(limits.settled).hasSize(1);
        assertThat(ledger).hasSize(1);
        LedgerEntry entry = ledger.getFirst();
        assertThat(limits.settled.getFirst())
                .containsExactly(entry.usage().totalTokens(), entry.nanoDollars().orElseThrow());
        return entry;
    }

    private static ModelEvent text(String text) {
        return new ModelEvent.TextDelta(text);
    }

    private static ScriptedModel.Act silentAfter(ModelEvent... script) {
        return ScriptedModel.both(ScriptedModel.sends(script), ScriptedModel.hangs());
    }

    @Test
    void anAnswerIsWrittenDownWithItsPrice() throws InterruptedException {
        LedgerEntry entry = entryAfter(ScriptedModel.says("Hello", " there."), events);

        assertThat(entry.accountId()).isEqualTo(7);
        assertThat(entry.contract()).isEqualTo("openai");
        assertThat(entry.model()).isEqualTo("openai/gpt-4o");
        assertThat(entry.outcome()).isEqualTo("complete");
        assertThat(entry.usage()).isEqualTo(Usage.exact(7, 2));
        assertThat(entry.nanoDollars()).hasValue(7 * 1000 + 2 * 10_000);
        assertThat(entry.attempts()).isEqualTo(1);
        assertThat(entry.turnId()).isEmpty();
        assertThat(limits.admitted.getFirst().tokens()).isEqualTo(INPUT + 256);
    }

    @Test
    void aStreamThatBreaksOffCostsWhatWasSent() throws InterruptedException {
        LedgerEntry entry =
                entryAfter(
                        ScriptedModel.both(
                                ScriptedModel.sends(text("Once upon"), text(" a time")),
                                ScriptedModel.fails(ProviderException.Kind.UNAVAILABLE)),
                        events);

        assertThat(entry.outcome()).isEqualTo("failed");
        assertThat(entry.usage())
                .isEqualTo(
                        Usage.estimated(
                                INPUT,
                                16,
                                "the answer broke off before the provider sent its counts"));
        assertThat(entry.nanoDollars()).hasValue(INPUT * 1000 + 16 * 10_000);
    }

    @Test
    void aClientThatGoesAwayPaysForWhatWasWritten() throws InterruptedException {
        LedgerEntry entry =
                entryAfter(
                        ScriptedModel.says("Once", " upon", " a time"),
                        event -> {
                            if (event.equals(text(" upon"))) {
                                throw new IllegalStateException("The client went away.");
                            }
                        });

        assertThat(entry.outcome()).isEqualTo("cancelled");
        assertThat(entry.usage())
                .isEqualTo(
                        Usage.estimated(INPUT, 9, "stopped before the provider sent its counts"));
    }

    @Test
    void aServerThatStopsWritesDownWhatWasWritten() throws Exception {
        model.otherwise(silentAfter(text("Once")));
        FutureTask<Throwable> task =
                new FutureTask<>(() -> {
                    try (Completion completion = begin()) {
                        return catchThrowable(() -> completion.run(events));
                    }
                });
        Thread thread = Thread.ofVirtual().start(task);
        events.awaitText();

        thread.interrupt();

        assertThat(task.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        model.awaitCancelled();
        assertThat(ledger.getFirst().usage())
                .isEqualTo(
                        Usage.estimated(INPUT, 4, "stopped before the provider sent its counts"));
        assertThat(limits.open).isZero();
    }

    @Test
    void aZeroThatTheProviderSaysCostsNothing() throws InterruptedException {
        LedgerEntry entry =
                entryAfter(
                        ScriptedModel.sends(
                                text("Free"),
                                new ModelEvent.UsageReported(ReportedUsage.of(0, 0)),
                                END),
                        events);

        assertThat(entry.usage()).isEqualTo(Usage.exact(0, 0));
        assertThat(entry.nanoDollars()).hasValue(0);
    }

    @Test
    void aPlaceHolderIsNotPriced() throws InterruptedException {
        ReportedUsage begun =
                new ReportedUsage(
                        OptionalLong.of(500),
                        OptionalLong.of(1),
                        OptionalLong.of(400),
                        OptionalLong.empty(),
                        false);
        LedgerEntry entry =
                entryAfter(
                        ScriptedModel.both(
                                ScriptedModel.sends(
                                        new ModelEvent.UsageReported(begun), text("Once upon")),
                                ScriptedModel.fails(ProviderException.Kind.UNAVAILABLE)),
                        events);

        assertThat(entry.usage().source()).isEqualTo(Source.RECOVERED);
        assertThat(entry.usage().outputTokens()).isEqualTo(9);
        assertThat(entry.nanoDollars()).hasValue(100 * 1000 + 400 * 500 + 9 * 10_000);
    }

    @Test
    void aProviderThatRefusesCostsNothingAndIsWrittenDown() throws InterruptedException {
        LedgerEntry entry = entryAfter(ScriptedModel.fails(ProviderException.Kind.REFUSED), events);

        assertThat(entry.outcome()).isEqualTo("failed");
        assertThat(entry.usage().totalTokens()).isZero();
    }

    @Test
    void theModelThatAnsweredIsTheOneThatIsPaid() throws InterruptedException {
        model.otherwise(ScriptedModel.fails(ProviderException.Kind.UNAUTHORIZED));
        try (Completion completion = service(model, spare).begin(request(ModelOptions.DEFAULT))) {
            completion.run(events);
            assertThat(completion.call().model().fullName()).isEqualTo("spare/m");
        }

        assertThat(ledger)
                .singleElement()
                .matches(entry -> entry.model().equals("spare/m"))
                .matches(entry -> entry.nanoDollars().orElseThrow() == 7 * 2000 + 2 * 4000)
                .matches(entry -> entry.attempts() == 2);
    }

    @Test
    void whatWasNeverRunCostsNothing() throws InterruptedException {
        begin().close();

        assertThat(ledger).isEmpty();
        assertThat(limits.open).isZero();
    }

    @Test
    void aModelThatIsKnownNotToUseToolsIsNotOfferedAny() {
        ToolUse tools =
                new ToolUse(
                        List.of(new ToolUse.Tool("find", "Finds.", "{}", false)),
                        new ToolUse.ToolChoice.Auto(),
                        true);
        ModelOptions options =
                new ModelOptions(
                        Sampling.DEFAULT, tools, new OutputFormat.Text(), Optional.empty());
        ModelInfo seeing =
                new ModelInfo(
                        "gpt-4o",
                        1000,
                        OptionalInt.empty(),
                        Set.of(Capability.VISION),
                        Optional.empty());

        AppException refusal =
                catchThrowableOfType(
                        AppException.class,
                        () -> service(new ScriptedModel("own", seeing)).begin(request(options)));

        assertThat(refusal.parameter()).contains("tools");
        assertThat(refusal.sentence()).startsWith("own/gpt-4o cannot use tools.");
        assertThat(limits.open).as("admissions that are open").isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientThatGoesAwayEndsTheProvidersCall(boolean begun) throws Exception {
        try (ScriptedProvider server = ScriptedProvider.start()) {
            server.models(Reply.models("gpt-4o"));
            Reply start = begun ? Reply.streamHead().then(Reply.tokens("Once")) : _ -> {};
            server.otherwise(start.then(Reply.hang()));
            OpenAiProvider provider =
                    new OpenAiProvider(
                            OpenAiSettings.from(
                                    new SettingValues(
                                            Map.of(
                                                    "openai.base.url",
                                                    server.baseUrl().toString()))),
                            InstantSource.system());
            FutureTask<Throwable> task =
                    new FutureTask<>(() -> {
                        try (Completion completion =
                                service(provider).begin(request(ModelOptions.DEFAULT))) {
                            return catchThrowable(() -> completion.run(events));
                        }
                    });
            Thread thread = Thread.ofVirtual().start(task);
            var seen = server.awaitRequest();
            if (begun) {
                events.awaitText();
            }

            long goneAt = System.nanoTime();
            thread.interrupt();

            assertThat(task.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(seen.awaitAbort(goneAt)).isLessThan(Duration.ofSeconds(2));
            assertThat(ledger)
                    .singleElement()
                    .matches(entry -> entry.outcome().equals("cancelled"));
        }
    }
}
