package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.account.Account;
import parley.conversation.Conversation;
import parley.conversation.MessageStatus;
import parley.conversation.NewConversation;
import parley.testing.TestServer;

/// What is promised of turns holds through every contract, streamed or not.
final class TurnParityTest {
    /// Says three words, and then nothing more until it is stopped.
    private static final String THREE_WORDS_THEN_SILENCE = "/fault silence-after 3";

    private static final String THREE_WORDS = "zero one two";
    private static final String KEY = "Idempotency-Key";

    private static TestServer server;
    private static WireClient owner;
    private static WireClient other;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start("builtin.faults=true", "turns.waiting.per.conversation=0");
        owner = new WireClient(server.url(), Optional.of(server.ownerToken()));
        other = new WireClient(server.url(), Optional.of(server.newToken("other")));
    }

    @AfterAll
    static void stop() throws Exception {
        owner.close();
        other.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerSaysWhichTurnItIsAndWhoGaveIt(Door door) throws Exception {
        long id = newConversation();

        WireAnswer answer = door.ask(owner, id, "/fault tokens 3");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("X-Model-Used")).isEqualTo("builtin/parley");
        long turn = Long.parseLong(answer.header("X-Turn-Id"));
        assertThat(server.turns().load(Account.OWNER_ID, turn).conversationId()).isEqualTo(id);
        if (!door.streams()) {
            assertThat(answer.text()).contains("\"" + THREE_WORDS + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameRequestUnderTheSameKeyIsAnsweredOnce(Door door) throws Exception {
        long id = newConversation();
        String key = "same-" + door;

        WireAnswer first = door.ask(owner, id, "/fault tokens 3", KEY, key);
        WireAnswer again = door.ask(owner, id, "/fault tokens 3", KEY, key);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.header("X-Turn-Id")).isEqualTo(first.header("X-Turn-Id"));
        if (!door.streams()) {
            assertThat(again.json()).isEqualTo(first.json());
        }
        assertThat(messages(id)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void anotherRequestUnderTheSameKeyIsRefused(Door door) throws Exception {
        long id = newConversation();
        String key = "other-" + door;
        door.ask(owner, id, "/fault tokens 3", KEY, key);

        WireAnswer refused = door.ask(owner, id, "/fault tokens 4", KEY, key);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(ErrorShape.sentence(door.path(id), refused)).contains(KEY);
        assertThat(messages(id)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsItsAccountsOwn(Door door) throws Exception {
        String key = "shared-" + door;
        long mine = newConversation();
        long theirs = other.post("/api/conversations", "{}").json().get("id").longValue();

        WireAnswer first = door.ask(owner, mine, "/fault tokens 3", KEY, key);
        WireAnswer second = door.ask(other, theirs, "/fault tokens 3", KEY, key);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("X-Turn-Id")).isNotEqualTo(first.header("X-Turn-Id"));
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatCannotBeOneIsRefused(Door door) throws Exception {
        long id = newConversation();

        for (String key : List.of(" ", "k".repeat(256))) {
            WireAnswer refused = door.ask(owner, id, "Hello", KEY, key);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(ErrorShape.sentence(door.path(id), refused)).contains(KEY);
        }
        assertThat(messages(id)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatIsBeingAnsweredIsNotAnsweredTwice(Door door) throws Exception {
        long id = newConversation();
        String key = "running-" + door;
        FutureTask<WireAnswer> first =
                begin(() -> door.ask(owner, id, THREE_WORDS_THEN_SILENCE, KEY, key));
        long turn = RunningAnswer.await(server, id, "");

        WireAnswer again = door.ask(owner, id, THREE_WORDS_THEN_SILENCE, KEY, key);
        WireAnswer another = door.ask(owner, id, "Something else", KEY, key);

        assertThat(again.status()).isEqualTo(409);
        assertThat(ErrorShape.sentence(door.path(id), again)).contains(KEY);
        assertThat(Integer.parseInt(again.header("Retry-After"))).isPositive();
        assertThat(another.status()).isEqualTo(422);
        assertThat(messages(id)).isEqualTo(2);
        assertThat(owner.post("/v1/turns/%d/stop".formatted(turn), "").status()).isEqualTo(200);
        assertThat(first.get().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void aStopEndsTheWaitingWithTheTextSoFar(Door door) throws Exception {
        long id = newConversation();
        FutureTask<WireAnswer> waiting = begin(() -> door.ask(owner, id, THREE_WORDS_THEN_SILENCE));
        long turn = RunningAnswer.await(server, id, THREE_WORDS);

        assertThat(other.post("/v1/turns/%d/stop".formatted(turn), "").status()).isEqualTo(404);
        assertThat(owner.post("/v1/turns/%d/stop".formatted(turn), "").status()).isEqualTo(200);

        WireAnswer answer = waiting.get();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("X-Turn-Id")).isEqualTo(Long.toString(turn));
        if (!door.streams()) {
            assertThat(answer.text()).contains("\"" + THREE_WORDS + "\"");
        }
        assertThat(server.turns().load(Account.OWNER_ID, turn).status())
                .isEqualTo(MessageStatus.CANCELLED);
        assertThat(server.conversations().loadMessage(Account.OWNER_ID, turn).content())
                .isEqualTo(THREE_WORDS);
    }

    @ParameterizedTest
    @EnumSource
    void aConversationThatIsBusyRefusesMore(Door door) throws Exception {
        long id = newConversation();
        FutureTask<WireAnswer> waiting = begin(() -> door.ask(owner, id, THREE_WORDS_THEN_SILENCE));
        long turn = RunningAnswer.await(server, id, "");

        WireAnswer refused = door.ask(owner, id, "One more");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(ErrorShape.sentence(door.path(id), refused)).contains("waiting");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(messages(id)).isEqualTo(2);
        server.turns().stop(Account.OWNER_ID, turn);
        assertThat(waiting.get().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void aConversationMayBeDeletedWhileItIsAnswered(Door door) throws Exception {
        long id = newConversation();
        FutureTask<WireAnswer> waiting = begin(() -> door.ask(owner, id, THREE_WORDS_THEN_SILENCE));
        RunningAnswer.await(server, id, "");

        assertThat(owner.delete("/api/sessions/" + id).status()).isEqualTo(200);

        assertThat(waiting.get().status()).isIn(200, 404);
        assertThat(server.conversations().find(Account.OWNER_ID, id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aModelThatRefusesIsAnErrorInTheContractsForm(Door door) throws Exception {
        long id = newConversation();

        WireAnswer answer = door.ask(owner, id, "/fault refuse");

        if (door == Door.RESPONSES_STREAMED) {
            // Its stream begins at once, to say which response to ask for if it breaks.
            assertThat(answer.text()).contains("event: response.failed");
        } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(502);
            assertThat(ErrorShape.sentence(door.path(id), answer)).isNotBlank();
        }
        assertThat(answer.header("X-Turn-Id")).isNotBlank();
        // The question stays; of an answer without a word there is nothing to show.
        assertThat(messages(id)).isEqualTo(1);
    }

    private static FutureTask<WireAnswer> begin(Callable<WireAnswer> request) {
        FutureTask<WireAnswer> task = new FutureTask<>(request);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static long newConversation() {
        return server.conversations().create(NewConversation.of(Account.OWNER_ID)).id();
    }

    private static int messages(long id) {
        Conversation conversation = server.conversations().load(Account.OWNER_ID, id);
        return server.conversations().messages(conversation).size();
    }
}
