package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.conversation.ConversationTarget;
import parley.conversation.MessageStatus;
import parley.conversation.Said;
import parley.conversation.StoredAnswer;
import parley.conversation.Turn;
import parley.conversation.TurnEnd;
import parley.conversation.TurnPiece;
import parley.conversation.TurnStore;

/// Holds for turns whose server died, on every database.
abstract class AbandonedTurnContract extends StoreContract {
    @BeforeEach
    void endWhatOtherTestsLeft() {
        turns().interruptAbandoned(
                        NOON.plusSeconds(1_000_000),
                        NOON.plusSeconds(1_000_000),
                        AbandonedTurnContract::asItIs);
    }

    @Test
    void aTurnOfADeadNodeKeepsItsTextAndCanGoOn() {
        Turn turn = startIn(newConversation().id());
        turns().append(
                        List.of(
                                new TurnPiece(turn.id(), 0, "It "),
                                new TurnPiece(turn.id(), 3, "is")));
        turns().heartbeat(NODE, NOON.plusSeconds(10));

        assertThat(
                        turns().interruptAbandoned(
                                        NOON.plusSeconds(10),
                                        NOON.plusSeconds(10),
                                        AbandonedTurnContract::asItIs))
                .isZero();
        assertThat(
                        turns().interruptAbandoned(
                                        NOON.plusSeconds(11),
                                        NOON.plusSeconds(11),
                                        AbandonedTurnContract::asItIs))
                .isEqualTo(1);
        Turn interrupted = turns().find(account(), turn.id()).orElseThrow();
        assertThat(interrupted.status()).isEqualTo(MessageStatus.INTERRUPTED);
        assertThat(interrupted.finishedAt()).contains(NOON.plusSeconds(11));
        assertThat(turns().text(turn.id())).contains("It is");
        assertThat(
                        turns().interruptAbandoned(
                                        NOON.plusSeconds(12),
                                        NOON.plusSeconds(12),
                                        AbandonedTurnContract::asItIs))
                .isZero();

        assertThat(turns().resume(account(), turn.id(), "node-2")).isPresent();
        turns().append(List.of(new TurnPiece(turn.id(), 5, " twelve")));
        assertThat(turns().text(turn.id())).contains("It is twelve");
        assertThat(
                        turns().interruptAbandoned(
                                        NOON.plusSeconds(13),
                                        NOON.plusSeconds(13),
                                        AbandonedTurnContract::asItIs))
                .isEqualTo(1);
        assertThat(turns().text(turn.id())).contains("It is twelve");
    }

    @Test
    void aNodeThatNeverGaveASignIsDead() {
        Turn turn = startIn(newConversation().id());
        assertThat(turns().interruptAbandoned(NOON, NOON, AbandonedTurnContract::asItIs))
                .isEqualTo(1);
        assertThat(turns().text(turn.id())).contains("");
    }

    @Test
    void aNewSignOfLifeKeepsANodeAlive() {
        startIn(newConversation().id());
        turns().heartbeat(NODE, NOON.plusSeconds(10));
        turns().heartbeat(NODE, NOON.plusSeconds(20));
        assertThat(
                        turns().interruptAbandoned(
                                        NOON.plusSeconds(15),
                                        NOON.plusSeconds(15),
                                        AbandonedTurnContract::asItIs))
                .isZero();
    }

    @Test
    void whatHasEndedStaysAsItEnded() {
        Turn turn = startIn(newConversation().id());
        turns().finish(endOf(turn, MessageStatus.COMPLETE, "done"));
        assertThat(turns().interruptAbandoned(NOON, NOON, AbandonedTurnContract::asItIs)).isZero();
        assertThat(turns().text(turn.id())).contains("done");
    }

    @Test
    void aWriterThatWasGivenUpMayStillDeliver() {
        Turn turn = startIn(newConversation().id());
        turns().append(List.of(new TurnPiece(turn.id(), 0, "It is ")));
        turns().interruptAbandoned(NOON, NOON, AbandonedTurnContract::asItIs);
        turns().append(List.of(new TurnPiece(turn.id(), 6, "twelve")));
        assertThat(turns().text(turn.id())).contains("It is ");
        turns().finish(endOf(turn, MessageStatus.COMPLETE, "It is twelve."));
        assertThat(turns().text(turn.id())).contains("It is twelve.");
        assertThat(turns().find(account(), turn.id()).orElseThrow().status())
                .isEqualTo(MessageStatus.COMPLETE);
    }

    @Test
    void anyNumberOfTurnsIsEnded() {
        long conversation = newConversation().id();
        List<Turn> started = new ArrayList<>();
        for (int i = 0; i < 503; i++) {
            started.add(startIn(conversation));
        }
        assertThat(turns().interruptAbandoned(NOON, NOON, AbandonedTurnContract::asItIs))
                .isEqualTo(503);
        assertThat(started)
                .allSatisfy(turn ->
                        assertThat(turns().find(account(), turn.id()))
                                .map(Turn::status)
                                .contains(MessageStatus.INTERRUPTED));
        assertThat(
                        turns().start(
                                        startOf(
                                                new ConversationTarget.Existing(conversation),
                                                "and now?",
                                                Optional.empty())))
                .isNotNull();
    }

    private TurnStore turns() {
        return stores().turns();
    }

    /// Ends a turn with the words that are stored.
    private static TurnEnd asItIs(Turn turn, StoredAnswer answer, Instant now) {
        return new TurnEnd(
                turn.id(),
                Stream.concat(answer.before().stream(), answer.since().stream())
                        .map(said -> ((Said.Words) said).text())
                        .collect(Collectors.joining()),
                MessageStatus.INTERRUPTED,
                turn.answeredBy(),
                turn.usage(),
                turn.attempts(),
                turn.omittedMessages(),
                Optional.empty(),
                Optional.empty(),
                now);
    }
}
