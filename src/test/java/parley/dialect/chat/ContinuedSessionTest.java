package parley.dialect.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.account.Account;
import parley.conversation.Message;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.dialect.SseReader;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.llm.Role;
import parley.testing.TestServer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContinuedSessionTest {
    private static final String ASK = "/fault tokens 2";
    private static final String ANSWER = "zero one";

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
    void messagesThatBeginWithTheHistoryAddOnlyTheRest() throws Exception {
        long session = session(system("Be brief."), user("Hello"), assistant("Hi!"));

        send(session, system("Be brief."), user("Hello"), assistant("Hi!"), user(ASK));

        assertThat(texts(session)).containsExactly("Be brief.", "Hello", "Hi!", ASK, ANSWER);
    }

    @Test
    void messagesThatDoNotAreAddedWhole() throws Exception {
        long session = session(user("Hello"), assistant("Hi!"));

        send(session, user(ASK));

        assertThat(texts(session)).containsExactly("Hello", "Hi!", ASK, ANSWER);
    }

    @Test
    void aChangedMessageMeansAnotherHistory() throws Exception {
        long session = session(user("Hello"), assistant("Hi!"));

        send(session, user("Hello"), assistant("Hi"), user(ASK));

        assertThat(texts(session)).containsExactly("Hello", "Hi!", "Hello", "Hi", ASK, ANSWER);
    }

    @Test
    void anotherRoleMeansAnotherHistory() throws Exception {
        long session = session(system("Hello"), user("Hi!"), assistant("Ho!"));

        send(session, user("Hello"), user("Hi!"), assistant("Ho!"), user(ASK));

        assertThat(texts(session)).hasSize(3 + 5);
    }

    @Test
    void fewerMessagesThanTheHistoryHasAreAnotherHistory() throws Exception {
        long session = session(user(ASK), assistant(ANSWER));

        send(session, user(ASK));

        assertThat(texts(session)).containsExactly(ASK, ANSWER, ASK, ANSWER);
    }

    @Test
    void anAnswerThatTheClientStrippedIsTheSame() throws Exception {
        long session = session(user("Hello"), assistant("One  two,\n\n- three\u00a0four\r\n"));

        send(session, user("Hello"), assistant("Onetwo,-threefour"), user(ASK));

        assertThat(texts(session)).hasSize(4).endsWith(ASK, ANSWER);
    }

    @Test
    void aQuestionWithOtherWhiteSpaceIsNotTheSame() throws Exception {
        long session = session(user("Hello you"), assistant("Hi!"));

        send(session, user("Helloyou"), assistant("Hi!"), user(ASK));

        assertThat(texts(session)).hasSize(2 + 4);
    }

    @Test
    void lineEndsDoNotMatter() throws Exception {
        long session = session(user("a\r\nb\rc"), assistant("Hi!"));

        send(session, user("a\nb\nc"), assistant("Hi!"), user(ASK));

        assertThat(texts(session)).containsExactly("a\r\nb\rc", "Hi!", ASK, ANSWER);
    }

    @Test
    void thePartOfAFailedAnswerThatWasSeenCounts() throws Exception {
        long session = session();
        send(session, user("/fault error-after 2"));

        send(session, user("/fault error-after 2"), assistant("zeroone"), user(ASK));

        assertThat(texts(session)).containsExactly("/fault error-after 2", "zero one", ASK, ANSWER);
    }

    @Test
    void anAssistantsMessageWithoutTextIsPassedOver() throws Exception {
        long session = session(user("Hello"), assistant("Hi!"));

        send(session, user("Hello"), assistant("Hi!"), user(ASK), assistant(""));

        assertThat(texts(session)).containsExactly("Hello", "Hi!", ASK, ANSWER);
    }

    @Test
    void messagesThatAddNothingAreRefused() throws Exception {
        long session = session(user("Hello"), assistant("Hi!"));

        WireAnswer answer = send(session, user("Hello"), assistant("Hi!"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains("messages");
        assertThat(texts(session)).hasSize(2);
    }

    @Test
    void theRestMustEndWithAQuestion() throws Exception {
        long session = session(user("Hello"), assistant("Hi!"));

        WireAnswer answer =
                send(session, user("Hello"), assistant("Hi!"), user("So?"), assistant("So!"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(texts(session)).hasSize(2);
    }

    @Test
    void aQuestionThatNobodyAnsweredIsAnsweredWithoutBeingAdded() throws Exception {
        long session = session(user("Hello"), assistant("Hi!"), user(ASK));

        WireAnswer answer = send(session, user("Hello"), assistant("Hi!"), user(ASK));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(texts(session)).containsExactly("Hello", "Hi!", ASK, ANSWER);
    }

    @Test
    void aQuestionWhoseAnswerFailedBeforeItsFirstWordCanBeAskedAgain() throws Exception {
        long session = session();
        assertThat(send(session, user("/fault refuse")).status()).isEqualTo(502);

        assertThat(send(session, user("/fault refuse")).status()).isEqualTo(502);

        assertThat(texts(session)).containsExactly("/fault refuse");
    }

    @Test
    void aQuestionThatIsBeingAnsweredIsNotAskedAgain() throws Exception {
        long session = session();
        String asked = "/fault slow 20; tokens 500";
        try (SseReader stream =
                client.open("POST", "/v1/chat/stream", body(session, true, user(asked)))) {
            stream.take();

            WireAnswer again = send(session, user(asked));
            server.turns().stop(Account.OWNER_ID, Long.parseLong(stream.header("X-Turn-Id")));

            assertThat(again.status()).isEqualTo(409);
            assertThat(texts(session)).hasSize(2);
        }
    }

    @Test
    void aRequestThatIsRepeatedUnderItsKeyIsAnsweredAsTheKeyDemands() throws Exception {
        long session = session();
        String body = body(session, true, user("/fault slow 20; tokens 500"));
        String[] key = {"Idempotency-Key", "continued-1"};
        try (SseReader stream = client.open("POST", "/v1/chat/stream", body, key)) {
            assertThat(stream.take().data()).isEqualTo("zero");

            WireAnswer running = client.post("/v1/chat/stream", body, key);
            server.turns().stop(Account.OWNER_ID, Long.parseLong(stream.header("X-Turn-Id")));
            WireAnswer ended = client.post("/v1/chat/stream", body, key);

            assertThat(running.status()).isEqualTo(409);
            assertThat(running.json().path("detail").asString()).contains("Idempotency-Key");
            assertThat(ended.status()).isEqualTo(200);
            assertThat(ended.header("X-Turn-Id")).isEqualTo(stream.header("X-Turn-Id"));
            assertThat(texts(session)).hasSize(2);
        }
    }

    @Test
    void theNamedModelBecomesTheSessions() throws Exception {
        long session = session();

        send(session, user(ASK));

        assertThat(server.conversations().load(Account.OWNER_ID, session).model())
                .contains("gpt-4");
    }

    @Test
    void anIdInAStringIsTakenToo() throws Exception {
        long session = session(user("Hello"), assistant("Hi!"));
        WireAnswer answer =
                client.post(
                        "/v1/chat/stream",
                        """
                        {"model": "gpt-4", "session_id": "%d", "stream": false,
                         "messages": [{"role": "user", "content": "/fault tokens 2"}]}
                        """
                                .formatted(session));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(texts(session)).hasSize(4);
    }

    @Test
    void aSessionOfAnotherAccountIsNotThere() throws Exception {
        long session = session(user("Hello"), assistant("Hi!"));
        try (WireClient other = new WireClient(server.url(), Optional.of(server.newToken("eve")))) {
            WireAnswer answer = other.post("/v1/chat/stream", body(session, true, user(ASK)));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().path("detail").asString())
                    .isEqualTo("There is no conversation %d.".formatted(session));
        }
        assertThat(texts(session)).hasSize(2);
    }

    @Test
    void aLongHistoryIsComparedToItsEnd() throws Exception {
        List<NewMessage> messages = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            messages.add(i % 2 == 0 ? user("question " + i) : assistant("answer " + i));
        }
        long session = session(messages.toArray(NewMessage[]::new));
        messages.add(user(ASK));

        send(session, messages.toArray(NewMessage[]::new));

        assertThat(texts(session)).hasSize(1202).endsWith("answer 1199", ASK, ANSWER);
    }

    private static long session(NewMessage... messages) {
        long id = server.conversations().create(NewConversation.of(Account.OWNER_ID)).id();
        for (NewMessage message : messages) {
            server.conversations().append(Account.OWNER_ID, id, message);
        }
        return id;
    }

    private static WireAnswer send(long session, NewMessage... messages)
            throws InterruptedException {
        // As a stream, so that what an answer said before it failed is kept.
        return client.post("/v1/chat/stream", body(session, true, messages));
    }

    private static String body(long session, boolean stream, NewMessage... messages) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("model", "gpt-4").put("session_id", session).put("stream", stream);
        for (NewMessage message : messages) {
            body.withArray("messages")
                    .addObject()
                    .put("role", message.role().wireName())
                    .put("content", message.content());
        }
        return body.toString();
    }

    private static List<String> texts(long session) {
        return server
                .conversations()
                .messages(server.conversations().load(Account.OWNER_ID, session))
                .stream()
                .map(Message::content)
                .toList();
    }

    private static NewMessage system(String text) {
        return NewMessage.text(Role.SYSTEM, text);
    }

    private static NewMessage user(String text) {
        return NewMessage.text(Role.USER, text);
    }

    private static NewMessage assistant(String text) {
        return NewMessage.text(Role.ASSISTANT, text);
    }
}
