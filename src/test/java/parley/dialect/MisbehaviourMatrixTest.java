package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.account.Account;
import parley.conversation.Message;
import parley.conversation.MessageStatus;
import parley.conversation.NewConversation;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// Providers that misbehave, seen through every contract: a clear failure, one end, what was said
/// is kept, what was used is accounted for, and the conversation goes on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MisbehaviourMatrixTest {
    private static final String MODEL = "openai/scripted";

    private final ScriptedProvider provider = ScriptedProvider.start();
    private final TestServer server =
            TestServer.start(
                    "openai.base.url=" + provider.baseUrl(),
                    "openai.api.key=none",
                    "model.attempts=1",
                    "model.first.token.seconds=2",
                    "model.gap.seconds=1",
                    "model.default=" + MODEL);
    private final WireClient client =
            new WireClient(server.url(), Optional.of(server.ownerToken()));

    @AfterAll
    void stop() {
        client.close();
        server.close();
        provider.close();
    }

    static List<Way> ways() {
        return Way.all(MODEL);
    }

    static Stream<Arguments> faults() {
        return ways().stream()
                .flatMap(way ->
                        Stream.of(Misbehaviour.values()).map(fault -> Arguments.of(way, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFailureIsToldOnceAndNothingIsLost(Way way, Misbehaviour fault) throws Exception {
        long id = newConversation();
        JsonNode before = used();
        provider.next(fault.reply());

        WireAnswer answer = way.ask(client, id);

        boolean said = fault.begins() && (way.kept() || way.streams());
        checkTold(way, fault, answer);
        if (way.kept()) {
            checkKept(id, said);
        }
        checkUsed(before, said);
        WireAnswer next = way.ask(client, id);
        assertThat(next.status()).as(next.text()).isEqualTo(200);
        if (way.kept()) {
            Message last = messages(id).getLast();
            assertThat(last.content()).isEqualTo("Hello there.");
            assertThat(last.status()).isEqualTo(MessageStatus.COMPLETE);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void countsThatComeTwiceAreCountedOnce(Way way) throws Exception {
        long id = newConversation();
        JsonNode before = used();
        provider.next(wire -> {
            Reply twice =
                    Reply.streamHead()
                            .then(Reply.tokens("Hel", "lo"))
                            .then(Reply.finish("stop"))
                            .then(Reply.usage(7, 1))
                            .then(Reply.usage(7, 2))
                            .then(Reply.done());
            (wire.request().wantsStream() ? twice : Reply.answer("Hel", "lo")).play(wire);
        });

        WireAnswer answer = way.ask(client, id);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode after = used();
        assertThat(more(before, after, "requests")).isOne();
        assertThat(more(before, after, "input_tokens")).isEqualTo(7);
        assertThat(more(before, after, "output_tokens")).isEqualTo(2);
    }

    private static void checkTold(Way way, Misbehaviour fault, WireAnswer answer) {
        boolean streamed = way.beginsAtOnce() || (way.streams() && fault.begins());
        if (streamed) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            new StreamEnds(way.path(), answer.text()).requireFailure();
            assertThat(answer.text().contains("Hel")).isEqualTo(fault.begins());
            return;
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(fault.status());
        assertThat(ErrorShape.sentence(way.path(), answer))
                .isNotBlank()
                .doesNotContain("Exception", "parley.");
        if (fault == Misbehaviour.IS_BUSY) {
            assertThat(answer.header("Retry-After")).isEqualTo("7");
        }
    }

    private void checkKept(long id, boolean said) {
        List<Message> messages = messages(id);
        assertThat(messages.getFirst().content()).isEqualTo("Hi");
        if (!said) {
            assertThat(messages).hasSize(1);
            return;
        }
        assertThat(messages).hasSize(2);
        assertThat(messages.getLast().content()).isEqualTo("Hel");
        assertThat(messages.getLast().status()).isEqualTo(MessageStatus.FAILED);
    }

    /// What was said is owed as it was counted here; a provider that failed before is owed nothing.
    private void checkUsed(JsonNode before, boolean said) throws InterruptedException {
        JsonNode after = used();
        assertThat(more(before, after, "requests")).isOne();
        assertThat(after.at("/sources/estimated").asLong())
                .isEqualTo(before.at("/sources/estimated").asLong() + 1);
        if (said) {
            assertThat(more(before, after, "output_tokens")).isPositive();
            assertThat(more(before, after, "input_tokens")).isPositive();
        }
    }

    private static long more(JsonNode before, JsonNode after, String field) {
        return after.path(field).asLong() - before.path(field).asLong();
    }

    private JsonNode used() throws InterruptedException {
        return client.get("/v1/usage").json().path("total");
    }

    private List<Message> messages(long id) {
        return server.conversations().messages(server.conversations().load(Account.OWNER_ID, id));
    }

    private long newConversation() {
        return server.conversations().create(NewConversation.of(Account.OWNER_ID)).id();
    }
}
