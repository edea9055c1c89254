package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.TestServer;

/// One `Idempotency-Key` is one answer and one bill where no conversation keeps the answer, through
/// every contract, streamed or not.
final class KeyedReplyTest {
    private static final String KEY = "Idempotency-Key";
    private static final String MODEL = "openai/scripted";
    private static final Reply VECTOR =
            Reply.json(
                    """
                    {"object": "list", "model": "scripted", "data": [
                       {"object": "embedding", "index": 0, "embedding": [1, 0.5]}],
                     "usage": {"prompt_tokens": 5, "total_tokens": 5}}
                    """);

    private static ScriptedProvider provider;
    private static TestServer server;
    private static WireClient client;
    private static WireClient other;

    @BeforeAll
    static void start() {
        provider = ScriptedProvider.start();
        server =
                TestServer.start(
                        "openai.base.url=" + provider.baseUrl(),
                        "openai.api.key=none",
                        "model.attempts=1");
        client = new WireClient(server.url(), Optional.empty());
        other = new WireClient(server.url(), Optional.of(server.newToken("other")));
    }

    @AfterAll
    static void stop() {
        client.close();
        other.close();
        server.close();
        provider.close();
    }

    /// Every way to an answer that nothing keeps.
    static Stream<Way> ways() {
        return Stream.concat(
                Way.all(MODEL).stream().filter(way -> !way.kept()),
                Stream.of(
                        new Way(
                                "without /v1",
                                "/chat/completions",
                                "{\"model\": \"openai/scripted\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}",
                                false,
                                false)));
    }

    static Stream<Way> streams() {
        return ways().filter(Way::streams);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theSameRequestUnderTheSameKeyGetsTheFirstAnswerAgain(Way way) throws Exception {
        String key = "same " + way;
        int calls = calls();
        long requests = requests();

        WireAnswer first = ask(way, key);
        WireAnswer again = ask(way, key);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text()).contains("Hello");
        for (String header : List.of("Content-Type", "X-Model-Used", "Cache-Control")) {
            assertThat(again.headers().allValues(header))
                    .as(header)
                    .isEqualTo(first.headers().allValues(header));
        }
        assertThat(calls()).isEqualTo(calls + 1);
        assertThat(requests()).isEqualTo(requests + 1);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anotherRequestUnderTheSameKeyIsRefused(Way way) throws Exception {
        String key = "other " + way;
        ask(way, key);
        int calls = calls();

        WireAnswer refused =
                client.post(way.path(), way.body().replace("\"Hi\"", "\"Ho\""), KEY, key);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(sentence(way, refused)).contains(KEY);
        assertThat(calls()).isEqualTo(calls);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void ofManyAtOnceUnderOneKeyOneIsAnswered(Way way) throws Exception {
        String key = "many " + way;
        int calls = calls();
        long requests = requests();
        CountDownLatch gate = new CountDownLatch(1);
        provider.next(held(gate));
        List<WireAnswer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<WireAnswer> first = threads.submit(() -> ask(way, key));
            awaitCall(calls);
            List<Future<WireAnswer>> others = new ArrayList<>();
            for (int i = 1; i < 50; i++) {
                others.add(threads.submit(() -> ask(way, key)));
            }
            for (Future<WireAnswer> answer : others) {
                answers.add(answer.get());
            }
            gate.countDown();
            assertThat(first.get().status()).isEqualTo(200);
            assertThat(ask(way, key).text()).isEqualTo(first.get().text());
        }

        assertThat(answers)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
                    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
                    assertThat(sentence(way, answer)).contains(KEY);
                });
        assertThat(calls()).isEqualTo(calls + 1);
        assertThat(requests()).isEqualTo(requests + 1);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatFailedCanBeTriedAgainUnderItsKey(Way way) throws Exception {
        String key = "failed " + way;
        provider.next(Reply.status(500, "{\"error\": {\"message\": \"No.\"}}"));
        assertThat(ask(way, key).text()).contains("\"error\"");

        WireAnswer again = ask(way, key);

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.text()).contains("Hello").doesNotContain("\"error\":{");
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aStreamThatBrokeOffCanBeTriedAgainUnderItsKey(Way way) throws Exception {
        String key = "broken " + way;
        provider.next(Reply.streamHead().then(Reply.tokens("Hel")).then(Reply.reset()));
        new StreamEnds(way.path(), ask(way, key).text()).requireFailure();

        WireAnswer again = ask(way, key);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("Hello").doesNotContain("\"Hel\"");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aKeyIsItsAccountsOwn(Way way) throws Exception {
        String key = "shared " + way;
        int calls = calls();
        ask(way, key);

        WireAnswer theirs = other.post(way.path(), way.body(), KEY, key);

        assertThat(theirs.status()).isEqualTo(200);
        assertThat(calls()).isEqualTo(calls + 2);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aKeyThatCannotBeOneIsRefused(Way way) throws Exception {
        int calls = calls();
        for (String key : List.of(" ", "k".repeat(256))) {
            WireAnswer refused = ask(way, key);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(sentence(way, refused)).contains(KEY);
        }
        assertThat(calls()).isEqualTo(calls);
    }

    @Test
    void aStoredCompletionAndAnotherDoNotShareAKey() throws Exception {
        Way way = ways().findFirst().orElseThrow();
        String stored = "{\"store\": true, " + way.body().substring(1);
        assertThat(ask(way, "first fleeting").status()).isEqualTo(200);
        assertThat(client.post(way.path(), stored, KEY, "first fleeting").status()).isEqualTo(422);

        assertThat(client.post(way.path(), stored, KEY, "first stored").status()).isEqualTo(200);
        assertThat(ask(way, "first stored").status()).isEqualTo(422);
    }

    @Test
    void vectorsAreMadeOnce() throws Exception {
        String body = "{\"model\": \"scripted\", \"input\": \"a\"}";
        provider.next(VECTOR);
        int calls = calls();

        WireAnswer first = client.post("/v1/embeddings", body, KEY, "vector");
        WireAnswer again = client.post("/v1/embeddings", body, KEY, "vector");
        WireAnswer refused =
                client.post("/v1/embeddings", body.replace("\"a\"", "\"b\""), KEY, "vector");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("X-Model-Used")).isEqualTo(first.header("X-Model-Used"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(calls()).isEqualTo(calls + 1);
    }

    private static Reply held(CountDownLatch gate) {
        return wire -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            Reply.answer("Hello", " there", ".").play(wire);
        };
    }

    private static WireAnswer ask(Way way, String key) throws InterruptedException {
        return client.post(way.path(), way.body(), KEY, key);
    }

    private static String sentence(Way way, WireAnswer answer) {
        String path = way.path().equals("/chat/completions") ? "/v1" + way.path() : way.path();
        return ErrorShape.sentence(path, answer);
    }

    private static int calls() {
        return provider.requests().size();
    }

    private static void awaitCall(int before) throws InterruptedException {
        while (calls() == before) {
            provider.awaitRequest();
        }
    }

    /// How many requests the caller is billed for.
    private static long requests() throws InterruptedException {
        return client.get("/v1/usage").json().at("/total/requests").longValue();
    }
}
