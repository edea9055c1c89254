package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.langchain.OpenAiProvider;
import parley.llm.langchain.OpenAiSettings;
import parley.settings.SettingValues;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;

/// Calls through the real provider against a server that counts.
class ModelCallerTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final CallSettings PATIENT = new CallSettings(LONG, LONG, LONG, 3);

    private final ScriptedProvider server = ScriptedProvider.start();
    private final ResolvedModel model = model(server.baseUrl());
    private final RecordedEvents events = new RecordedEvents();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<ModelCaller> callers = new ArrayList<>();

    private static ResolvedModel model(URI baseUrl) {
        OpenAiSettings settings =
                OpenAiSettings.from(
                        new SettingValues(
                                Map.of(
                                        "openai.api.key",
                                        "sk-canary-1234",
                                        "openai.base.url",
                                        baseUrl.toString())));
        OpenAiProvider provider = new OpenAiProvider(settings, InstantSource.system());
        return new ResolvedModel(provider, "gpt-4o", 128_000);
    }

    @AfterEach
    void close() {
        callers.forEach(ModelCaller::close);
        server.close();
    }

    private ModelCaller caller(CallSettings settings) {
        return caller(settings, pauses::add);
    }

    private ModelCaller caller(CallSettings settings, ModelCaller.Pause pause) {
        ModelCaller caller =
                new ModelCaller(
                        settings,
                        RoutingSettings.from(SettingValues.DEFAULTS),
                        String::length,
                        List.of(),
                        new FixedRandom(0.5),
                        pause,
                        System::nanoTime);
        callers.add(caller);
        return caller;
    }

    private static ModelRequest request(boolean streamed) {
        return new ModelRequest(
                "gpt-4o",
                List.of(new ChatMessage(Role.USER, "Hi")),
                "",
                Sampling.DEFAULT,
                streamed);
    }

    private ModelCall call(ModelCaller caller) throws InterruptedException {
        return call(caller, model, request(true), events);
    }

    private ModelCall call(
            ModelCaller caller, ResolvedModel asked, ModelRequest request, ModelEvents receiver)
            throws InterruptedException {
        ModelCall call = caller.prepare(asked, _ -> request);
        call.run(receiver);
        return call;
    }

    private AppException failure(ModelCaller caller) {
        AppException failure = catchThrowableOfType(AppException.class, () -> call(caller));
        assertThat(failure).as("the failure").isNotNull();
        assertThat(failure.sentence()).doesNotContain("sk-canary").endsWith(".");
        assertThat(Thread.interrupted()).as("interrupted afterwards").isFalse();
        return failure;
    }

    @Test
    void anAnswerThatComesAtOnceIsOneAttempt() throws InterruptedException {
        ModelCall call = call(caller(PATIENT));

        assertThat(call.reason()).contains(FinishReason.STOP);
        assertThat(call.usage()).isEqualTo(Usage.exact(7, 3));
        assertThat(call.firstToken()).isPresent();
        assertThat(events.text()).isEqualTo("Hello there.");
        assertThat(call.attempts()).singleElement().matches(one -> one.problem().isEmpty());
    }

    @Test
    void anOutageIsTriedAgainWithGrowingPauses() throws InterruptedException {
        server.next(2, Reply.status(500, "{}"));

        assertThat(call(caller(PATIENT)).attempts()).hasSize(3);

        assertThat(events.text()).isEqualTo("Hello there.");
        assertThat(server.requests()).hasSize(3);
        assertThat(pauses).containsExactly(Duration.ofNanos(187_500_000), Duration.ofMillis(375));
    }

    @Test
    void threeAttemptsAreTheMost() {
        server.otherwise(Reply.status(503, "{\"error\":{\"message\":\"Overloaded\"}}"));

        AppException failure = failure(caller(PATIENT));

        assertThat(server.requests()).hasSize(3);
        assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(failure.retryAfter()).isPresent();
        assertThat(failure.sentence()).contains("Overloaded").contains("tried 3 times");
    }

    @Test
    void anAnswerThatMakesNoSenseIsTriedAgain() throws InterruptedException {
        server.next(Reply.html()).next(Reply.close());

        assertThat(call(caller(PATIENT)).attempts()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void whatWillNotChangeIsNotTriedAgain(int status) {
        server.otherwise(Reply.status(status, "{}"));

        assertThat(failure(caller(PATIENT)).code()).isEqualTo(ErrorCode.PROVIDER_FAILED);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aRefusedKeySaysWhatToSet() {
        server.otherwise(Reply.status(401, "{}"));

        assertThat(failure(caller(PATIENT)).sentence())
                .contains("refused the API key")
                .contains("Set OPENAI_API_KEY");
    }

    @Test
    void aProvidersWishToWaitIsKept() throws InterruptedException {
        server.next(Reply.status(429, "Retry-After: 2\r\n", "{}"));

        assertThat(call(caller(PATIENT)).attempts()).hasSize(2);
        assertThat(pauses).containsExactly(Duration.ofMillis(2_125));
    }

    @Test
    void aWishToWaitTooLongIsPassedOn() {
        server.otherwise(Reply.status(429, "Retry-After: 21\r\n", "{}"));

        AppException failure = failure(caller(PATIENT));

        assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(21));
        assertThat(server.requests()).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aPauseThatWouldMissTheFirstTokensTimeIsNotBegun() {
        server.otherwise(Reply.status(429, "Retry-After: 15\r\n", "{}"));

        AppException failure =
                failure(caller(new CallSettings(Duration.ofSeconds(10), LONG, LONG, 3)));

        assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(15));
        assertThat(pauses).isEmpty();
    }

    @Test
    void nothingIsTriedAgainOnceTextWasShown() {
        server.otherwise(Reply.streamHead().then(Reply.tokens("Once")).then(Reply.close()));

        AppException failure = failure(caller(PATIENT));

        assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_FAILED);
        assertThat(failure.sentence()).contains("The text so far is kept.");
        assertThat(server.requests()).hasSize(1);
        assertThat(events.text()).isEqualTo("Once");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aModelThatDoesNotBeginIsGivenUp(boolean streamed) throws InterruptedException {
        server.otherwise(Reply.hang());
        ModelCaller caller = caller(new CallSettings(SHORT, LONG, LONG, 3));

        long before = System.nanoTime();
        AppException failure =
                catchThrowableOfType(
                        AppException.class, () -> call(caller, model, request(streamed), events));

        assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_TIMEOUT);
        assertThat(failure.sentence()).contains("openai/gpt-4o did not begin to answer within");
        assertThat(Thread.interrupted()).isFalse();
        assertThat(server.requests()).hasSize(1);
        assertThat(server.awaitRequest().awaitAbort(before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aModelThatOnlyOpensItsStreamHasNotBegun() {
        server.otherwise(Reply.streamHead().then(Reply.role()).then(Reply.hang()));

        AppException failure = failure(caller(new CallSettings(SHORT, LONG, LONG, 3)));

        assertThat(failure.sentence()).contains("did not begin to answer");
    }

    @Test
    void aModelThatFallsSilentIsGivenUp() throws InterruptedException {
        server.otherwise(Reply.streamHead().then(Reply.tokens("Once")).then(Reply.hang()));

        AppException failure = failure(caller(new CallSettings(LONG, SHORT, LONG, 3)));

        assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_TIMEOUT);
        assertThat(failure.sentence()).contains("in the middle of its answer").contains("is kept");
        assertThat(events.text()).isEqualTo("Once");
        server.awaitRequest().awaitAbort(System.nanoTime());
    }

    @Test
    void aModelThatDoesNotEndIsGivenUp() throws InterruptedException {
        Reply endless =
                wire -> {
                    Reply.streamHead().play(wire);
                    while (true) {
                        Reply.tokens("and ").then(Reply.pause(Duration.ofMillis(10))).play(wire);
                    }
                };
        server.otherwise(endless);

        AppException failure = failure(caller(new CallSettings(LONG, LONG, SHORT, 3)));

        assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_TIMEOUT);
        assertThat(failure.sentence()).contains("had not ended its answer");
        assertThat(events.text()).startsWith("and and");
        server.awaitRequest().awaitAbort(System.nanoTime());
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,false"})
    void interruptingTheCallerReachesTheProvider(boolean streamed, boolean begun) throws Exception {
        Reply start = begun ? Reply.streamHead().then(Reply.tokens("Once")) : _ -> {};
        server.otherwise(start.then(Reply.hang()));
        ModelCaller caller = caller(PATIENT);
        FutureTask<Throwable> run =
                new FutureTask<>(
                        () -> catchThrowable(() -> call(caller, model, request(streamed), events)));
        Thread thread = Thread.ofVirtual().start(run);
        var seen = server.awaitRequest();
        if (begun) {
            events.awaitText();
        }

        long interruptedAt = System.nanoTime();
        thread.interrupt();

        assertThat(run.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(seen.awaitAbort(interruptedAt)).isLessThan(Duration.ofSeconds(2));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void interruptingAPauseCancels() throws Exception {
        server.otherwise(Reply.status(500, "{}"));
        CountDownLatch pausing = new CountDownLatch(1);
        ModelCaller caller =
                caller(
                        PATIENT,
                        _ -> {
                            pausing.countDown();
                            new CountDownLatch(1).await();
                        });
        FutureTask<Throwable> run = new FutureTask<>(() -> catchThrowable(() -> call(caller)));
        Thread thread = Thread.ofVirtual().start(run);
        assertThat(pausing.await(5, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        assertThat(run.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void whatTheReceiverThrowsComesOutUnchanged() {
        AppException full = new AppException(ErrorCode.STORAGE_FULL, "The disk is full.");

        Throwable thrown =
                catchThrowable(() ->
                        call(
                                caller(PATIENT),
                                model,
                                request(true),
                                _ -> {
                                    throw full;
                                }));

        assertThat(thrown).isSameAs(full);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aProviderThatForgetsTheEndHasFailed() {
        ModelProvider forgetful =
                new ModelProvider() {
                    @Override
                    public String name() {
                        return "forgetful";
                    }

                    @Override
                    public List<ModelInfo> models() {
                        return List.of();
                    }

                    @Override
                    public void run(ModelRequest request, ModelEvents events) {
                        events.accept(new ModelEvent.TextDelta("Once"));
                    }
                };

        AppException failure =
                catchThrowableOfType(
                        AppException.class,
                        () ->
                                call(
                                        caller(PATIENT),
                                        new ResolvedModel(forgetful, "m", 1),
                                        request(true),
                                        events));

        assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_FAILED);
    }

    @Test
    void manyCallsAtOnceAllMeetTheirDeadline() throws Exception {
        server.otherwise(Reply.hang());
        ModelCaller caller = caller(new CallSettings(SHORT, LONG, LONG, 3));
        List<FutureTask<Throwable>> runs =
                IntStream.range(0, 300)
                        .mapToObj(_ ->
                                new FutureTask<>(() ->
                                        catchThrowable(
                                                () -> call(caller, model, request(true), events))))
                        .toList();

        runs.forEach(Thread::startVirtualThread);

        for (FutureTask<Throwable> run : runs) {
            assertThat(run.get(20, TimeUnit.SECONDS)).isInstanceOf(AppException.class);
        }
    }

    @Test
    void theSettingsHaveThePromisedDefaults() {
        assertThat(CallSettings.from(SettingValues.DEFAULTS))
                .isEqualTo(
                        new CallSettings(
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(60),
                                Duration.ofMinutes(15),
                                3));
    }
}
