package parley.dialect.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.account.Account;
import parley.conversation.NewConversation;
import parley.dialect.SseEvent;
import parley.dialect.SseReader;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;
import tools.jackson.databind.json.JsonMapper;

class ChatStreamTest {
    private static TestServer server;
    private static WireClient client;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start("builtin.faults=true");
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void theDocumentedExampleStreamsRawTextUpToTheEndMark() throws Exception {
        try (SseReader stream =
                stream(
                        """
                        {"model": "gpt-4",
                         "messages": [{"role": "user", "content": "Tell me a story"}],
                         "temperature": 0.7}
                        """)) {
            assertThat(stream.header("X-Model-Used")).isEqualTo("builtin/parley");
            long turn = Long.parseLong(stream.header("X-Turn-Id"));
            long session = Long.parseLong(stream.header("X-Session-Id"));
            List<SseEvent> events = stream.rest();

            assertThat(events.getLast()).isEqualTo(raw("[DONE]"));
            assertThat(events)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(event -> assertThat(event).isEqualTo(raw(event.data())));
            assertThat(textOf(events)).isEqualTo(stored(turn));
            assertThat(session).isEqualTo(conversationOf(turn));
        }
    }

    @Test
    void awkwardTextArrivesWithItsNewlinesUnified() throws Exception {
        try (SseReader stream = stream(asking("/fault tricky"))) {
            long turn = Long.parseLong(stream.header("X-Turn-Id"));
            List<SseEvent> events = stream.rest();

            assertThat(events).allSatisfy(event -> assertThat(event.name()).isEmpty());
            assertThat(textOf(events))
                    .contains("\ndata: forged")
                    .contains("[DONE]")
                    .isEqualTo(Newlines.unify(stored(turn)));
        }
    }

    @Test
    void aClientThatStripsEveryLineAsTheDocumentsPythonDoesReadsToTheEnd() throws Exception {
        WireAnswer answer = client.post("/v1/chat/stream", asking("/fault tricky"));
        long turn = Long.parseLong(answer.header("X-Turn-Id"));
        StringBuilder printed = new StringBuilder();
        for (String line : answer.text().split("\n", -1)) {
            if (line.startsWith("data: ")) {
                String content = WhiteSpace.removeFrom(line.substring("data: ".length()));
                if (content.equals("[DONE]")) {
                    break;
                }
                printed.append(content);
            }
        }

        assertThat(printed).hasToString(WhiteSpace.removeFrom(stored(turn)));
    }

    @Test
    void withoutStreamTheAnswerIsOneDocument() throws Exception {
        WireAnswer answer =
                client.post(
                        "/v1/chat/stream",
                        """
                        {"model": "gpt-4", "stream": false,
                         "messages": [{"role": "user", "content": "/fault tokens 3"}]}
                        """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .startsWith("session_id", "model", "message", "usage");
        assertThat(answer.json().path("session_id").asString())
                .isEqualTo(answer.header("X-Session-Id"));
        assertThat(answer.json().path("model").asString()).isEqualTo("gpt-4");
        assertThat(answer.json().path("message"))
                .isEqualTo(json("{\"role\": \"assistant\", \"content\": \"zero one two\"}"));
        assertThat(answer.json().path("usage").path("completion_tokens").asInt()).isEqualTo(3);
        assertThat(answer.json().path("usage").path("total_tokens").asInt())
                .isEqualTo(answer.json().path("usage").path("prompt_tokens").asInt() + 3);
        assertThat(answer.json().path("finish_reason").asString()).isEqualTo("stop");
        assertThat(answer.header("X-Model-Used")).isEqualTo("builtin/parley");
    }

    @Test
    void theLengthCanBeLimited() throws Exception {
        WireAnswer answer =
                client.post(
                        "/v1/chat/stream",
                        """
                        {"model": "gpt-4", "stream": false, "max_tokens": 2, "temperature": 2,
                         "messages": [{"role": "user", "content": "/fault tokens 30"}]}
                        """);

        assertThat(answer.json().path("message").path("content").asString()).isEqualTo("zero one");
        assertThat(answer.json().path("finish_reason").asString()).isEqualTo("length");
    }

    @Test
    void contentMayComeInParts() throws Exception {
        WireAnswer answer =
                client.post(
                        "/v1/chat/stream",
                        """
                        {"model": "gpt-4", "stream": false, "messages": [{"role": "user", "content":
                          [{"type": "text", "text": "/fault "}, {"type": "text", "text": "tokens 1"}]}]}
                        """);

        assertThat(answer.json().path("message").path("content").asString()).isEqualTo("zero");
    }

    @Test
    void aFailureBeforeTheFirstWordIsAnErrorAndNoStream() throws Exception {
        for (String stream : List.of("true", "false")) {
            WireAnswer answer =
                    client.post(
                            "/v1/chat/stream",
                            """
                            {"model": "gpt-4", "stream": %s,
                             "messages": [{"role": "user", "content": "/fault refuse"}]}
                            """
                                    .formatted(stream));

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.json().propertyNames()).containsExactly("detail");
            assertThat(answer.json().path("detail").asString()).contains("refuses");
            assertThat(answer.header("X-Session-Id")).matches("[0-9]+");
        }
    }

    @Test
    void aFailureInMidStreamIsAnErrorEventAndNeverASilentEnd() throws Exception {
        try (SseReader stream = stream(asking("/fault error-after 5"))) {
            long turn = Long.parseLong(stream.header("X-Turn-Id"));
            List<SseEvent> events = stream.rest();
            SseEvent end = events.removeLast();

            assertThat(end.name()).isEqualTo("error");
            assertThat(end.json().propertyNames()).containsExactly("detail");
            assertThat(end.json().path("detail").asString()).contains("after 5 tokens");
            assertThat(events).hasSize(5).doesNotContain(raw("[DONE]"));
            assertThat(textOf(events)).isEqualTo("zero one two three four").isEqualTo(stored(turn));
        }
    }

    @Test
    void anAnswerThatIsStoppedElsewhereEndsAsAWholeOne() throws Exception {
        try (SseReader stream = stream(asking("/fault slow 20; tokens 500"))) {
            long turn = Long.parseLong(stream.header("X-Turn-Id"));
            SseEvent first = stream.take();
            server.turns().stop(Account.OWNER_ID, turn);
            List<SseEvent> events = stream.rest();

            assertThat(events.getLast()).isEqualTo(raw("[DONE]"));
            assertThat(events).hasSizeLessThan(400);
            assertThat(first.data() + textOf(events)).isEqualTo(stored(turn));
        }
    }

    @Test
    void aServerThatStopsSaysThatTheAnswerIsNotWhole() throws Exception {
        try (TestServer stopping = TestServer.start("builtin.faults=true");
                WireClient reader =
                        new WireClient(stopping.url(), Optional.of(stopping.ownerToken()));
                SseReader stream =
                        reader.open(
                                "POST", "/v1/chat/stream", asking("/fault slow 20; tokens 500"))) {
            assertThat(stream.take().data()).isEqualTo("zero");
            stopping.turns().close(Duration.ZERO);
            List<SseEvent> events = stream.rest();

            assertThat(events).doesNotContain(raw("[DONE]"));
            assertThat(events.getLast().name()).isEqualTo("error");
            assertThat(events.getLast().json().path("detail").asString())
                    .contains("kept")
                    .contains(stream.header("X-Turn-Id"));
        }
    }

    @Test
    void aClientThatGoesAwayEndsNothing() throws Exception {
        long turn;
        try (SseReader stream = stream(asking("/fault slow 5; tokens 60"))) {
            turn = Long.parseLong(stream.header("X-Turn-Id"));
            stream.take();
        }

        assertThat(server.turns().attach(Account.OWNER_ID, turn).await().text())
                .endsWith(" eight nine")
                .hasSizeGreaterThan(250);
    }

    @Test
    void theSameKeyIsTheSameAnswer() throws Exception {
        String body = asking("/fault tokens 20");
        WireAnswer first = client.post("/v1/chat/stream", body, "Idempotency-Key", "stream-1");
        WireAnswer second = client.post("/v1/chat/stream", body, "Idempotency-Key", "stream-1");
        WireAnswer other =
                client.post("/v1/chat/stream", asking("hello"), "Idempotency-Key", "stream-1");

        assertThat(second.text().replaceAll("\n\n|data: ", ""))
                .isEqualTo(first.text().replaceAll("\n\n|data: ", ""));
        assertThat(second.header("X-Turn-Id")).isEqualTo(first.header("X-Turn-Id"));
        assertThat(second.header("X-Session-Id")).isEqualTo(first.header("X-Session-Id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().propertyNames()).containsExactly("detail");
    }

    @Test
    void manyAtOnceUnderOneKeyAreOneQuestionAndOneAnswer() throws Exception {
        long session = server.conversations().create(NewConversation.of(Account.OWNER_ID)).id();
        String body =
                """
                {"model": "gpt-4", "session_id": %d,
                 "messages": [{"role": "user", "content": "/fault slow 5; tokens 40"}]}
                """
                        .formatted(session);
        List<Integer> statuses = new CopyOnWriteArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                clients.execute(() -> statuses.add(send(body, "stream-2").status()));
            }
        }
        WireAnswer after = send(body, "stream-2");

        assertThat(statuses).hasSize(30).contains(200).containsOnly(200, 409);
        assertThat(after.status()).isEqualTo(200);
        assertThat(
                        server.conversations()
                                .messages(server.conversations().load(Account.OWNER_ID, session)))
                .hasSize(2);
    }

    @Test
    void aTokenIsAlwaysNeeded() throws Exception {
        try (WireClient stranger = new WireClient(server.url(), Optional.empty())) {
            WireAnswer answer = stranger.post("/v1/chat/stream", asking("hello"));

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().propertyNames()).containsExactly("detail");
        }
    }

    private static SseReader stream(String body) throws InterruptedException {
        return client.open("POST", "/v1/chat/stream", body);
    }

    private static WireAnswer send(String body, String key) {
        try {
            return client.post("/v1/chat/stream", body, "Idempotency-Key", key);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String asking(String content) {
        return """
        {"model": "gpt-4", "messages": [{"role": "user", "content": "%s"}]}
        """
                .formatted(content);
    }

    private static String textOf(List<SseEvent> events) {
        return events.stream()
                .map(SseEvent::data)
                .filter(data -> !data.equals("[DONE]"))
                .collect(Collectors.joining());
    }

    private static String stored(long turn) {
        return server.conversations().loadMessage(Account.OWNER_ID, turn).content();
    }

    private static long conversationOf(long turn) {
        return server.turns().load(Account.OWNER_ID, turn).conversationId();
    }

    private static SseEvent raw(String data) {
        return new SseEvent(Optional.empty(), "", data);
    }

    private static Object json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
