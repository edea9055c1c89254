package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.ledger.LedgerStore;
import parley.limit.Unlimited;
import parley.llm.ChatMessage;
import parley.llm.ModelEvent;
import parley.llm.Role;
import parley.llm.ToolUse;

/// Specialists answer in a model's place, in turns like any other.
final class SpecialistTest {
    @TempDir private Path home;
    private Specialist specialist = _ -> false;
    private CoreUnderTest core;

    @BeforeEach
    void start() {
        core = new CoreUnderTest(home, new Unlimited(), List.of(turn -> specialist.answer(turn)));
        core.core.start();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    private Turn ask(Specialist answering, String question) throws InterruptedException {
        specialist = answering;
        return core.ask(core.newConversation(), question).await().turn();
    }

    @Test
    void whatASpecialistSaysIsTheAnswerAndNoModelIsAsked() throws InterruptedException {
        Turn turn =
                ask(
                        assignment -> {
                            assignment.say("Forty-");
                            assignment.say("two rows, " + assignment.question().content());
                            assignment.keep("{\"sqlQuery\":\"SELECT 42\"}");
                            return true;
                        },
                        "friend");

        Message answer = core.conversations().loadMessage(CoreUnderTest.ACCOUNT, turn.id());
        assertThat(turn.status()).isEqualTo(MessageStatus.COMPLETE);
        assertThat(turn.finishReason()).contains("stop");
        assertThat(answer.content()).isEqualTo("Forty-two rows, friend");
        assertThat(answer.attributes()).isEqualTo("{\"sqlQuery\":\"SELECT 42\"}");
        assertThat(core.model.requests()).isEmpty();
        assertThat(turn.usage().outputTokens()).isPositive();
        assertThat(entries().tokens()).isEqualTo(turn.usage().totalTokens());
    }

    @Test
    void aTurnThatIsNotForTheSpecialistIsTheModels() throws InterruptedException {
        Turn turn = ask(_ -> false, "Hello you");

        assertThat(turn.status()).isEqualTo(MessageStatus.COMPLETE);
        assertThat(core.model.requests()).hasSize(1);
    }

    @Test
    void allCallsOfASpecialistBelongToTheTurn() throws InterruptedException {
        StringBuilder heard = new StringBuilder();
        Turn turn =
                ask(
                        assignment -> {
                            for (String more : List.of("one", "two")) {
                                assignment.ask(
                                        "The table has two columns.",
                                        List.of(new ChatMessage(Role.USER, more)),
                                        ToolUse.NONE,
                                        event -> {
                                            if (event instanceof ModelEvent.TextDelta(var text)) {
                                                heard.append(text);
                                            }
                                        });
                            }
                            assignment.say("Done.");
                            return true;
                        },
                        "How many?");

        assertThat(core.model.requests()).hasSize(2);
        assertThat(core.model.requests().getFirst().messages().getFirst().text())
                .isEqualTo("The table has two columns.");
        assertThat(core.model.requests().getLast().messages().getLast().text()).isEqualTo("two");
        assertThat(heard.toString()).contains("one").contains("two");
        assertThat(turn.attempts()).isEqualTo(2);
        assertThat(core.conversations().loadMessage(CoreUnderTest.ACCOUNT, turn.id()).content())
                .isEqualTo("Done.");
        assertThat(entries().requests()).isEqualTo(1);
        assertThat(entries().tokens()).isEqualTo(turn.usage().totalTokens());
    }

    @Test
    void aSpecialistThatFailsLeavesWhatItSaid() throws InterruptedException {
        Turn turn =
                ask(
                        assignment -> {
                            assignment.say("So far.");
                            throw new AppException(ErrorCode.UNAVAILABLE, "The data is away.");
                        },
                        "How many?");

        assertThat(turn.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(turn.failure())
                .contains(new Turn.Failure(ErrorCode.UNAVAILABLE, "The data is away."));
        assertThat(core.conversations().loadMessage(CoreUnderTest.ACCOUNT, turn.id()).content())
                .isEqualTo("So far.");
    }

    private LedgerStore.Totals entries() {
        return core.stores.ledger().since(CoreUnderTest.ACCOUNT, Instant.EPOCH);
    }
}
