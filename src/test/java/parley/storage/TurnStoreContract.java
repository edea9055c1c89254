package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.conversation.Conversation;
import parley.conversation.ConversationStore;
import parley.conversation.ConversationTarget;
import parley.conversation.Message;
import parley.conversation.MessageStatus;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.conversation.Turn;
import parley.conversation.TurnEnd;
import parley.conversation.TurnPiece;
import parley.conversation.TurnStart;
import parley.conversation.TurnStarted;
import parley.conversation.TurnStore;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.Role;
import parley.llm.Usage;

/// Holds for turns on every database.
abstract class TurnStoreContract extends StoreContract {
    @Test
    void aStartStoresTheQuestionAndTheEmptyAnswer() {
        Conversation conversation = newConversation();
        TurnStarted.New started =
                start(new ConversationTarget.Existing(conversation.id()), "How much is it?");
        List<Message> messages = messages(conversation.id());

        assertThat(messages).extracting(Message::sequence).containsExactly(1L, 2L);
        assertThat(messages).extracting(Message::role).containsExactly(Role.USER, Role.ASSISTANT);
        assertThat(messages).extracting(Message::content).containsExactly("How much is it?", "");
        assertThat(messages)
                .extracting(Message::status)
                .containsExactly(MessageStatus.COMPLETE, MessageStatus.RUNNING);
        assertThat(started.turn().id()).isEqualTo(messages.getLast().id());
        assertThat(started.turn().questionId()).isEqualTo(messages.getFirst().id());
        assertThat(turns().find(account(), started.turn().id())).contains(started.turn());
        assertThat(conversations().find(account(), conversation.id()))
                .contains(started.conversation());
    }

    @Test
    void aFreshTargetMakesItsConversation() {
        NewConversation wish =
                NewConversation.of(account()).withEndUser("maria").withModel(Optional.of("llama"));
        TurnStart start =
                new TurnStart(
                        account(),
                        new ConversationTarget.Fresh(wish),
                        List.of(NewMessage.text(Role.USER, "hello")),
                        "Hello",
                        Optional.of("gpt-4"),
                        "test",
                        "builtin/parley",
                        MessageStatus.QUEUED,
                        NODE,
                        Optional.empty(),
                        NOON);
        TurnStarted.New started = (TurnStarted.New) turns().start(start);
        assertThat(started.conversation().title()).isEqualTo("Hello");
        assertThat(started.conversation().model()).contains("gpt-4");
        assertThat(started.conversation().endUser()).contains("maria");
        assertThat(started.turn().model()).contains("gpt-4");
        assertThat(started.turn().status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(conversations().find(account(), started.conversation().id()))
                .contains(started.conversation());
    }

    @Test
    void aFreshTargetDoesNotTakeANameThatIsTaken() {
        NewConversation wish = NewConversation.of(account()).withAlias(newName());
        start(new ConversationTarget.Fresh(wish), "one");
        assertThatThrownBy(() -> start(new ConversationTarget.Fresh(wish), "two"))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void aNameIsAConversationThatIsMadeOnce() {
        String alias = newName();
        ConversationTarget named = new ConversationTarget.Named(alias);
        long first = start(named, "one").conversation().id();
        TurnStarted.New second = start(named, "two");
        assertThat(second.conversation().id()).isEqualTo(first);
        assertThat(second.conversation().alias()).contains(alias);
        assertThat(messages(first)).hasSize(4);

        long stranger = newAccount();
        assertThat(conversations().findByAlias(stranger, alias)).isEmpty();
    }

    @Test
    void manyStartsUnderOneNewNameMakeOneConversation() throws Exception {
        ConversationTarget named = new ConversationTarget.Named(newName());
        Callable<Long> begin = () -> start(named, "hello").conversation().id();
        List<Long> ids = all(20, begin);
        assertThat(new HashSet<>(ids)).hasSize(1);
        assertThat(messages(ids.getFirst()))
                .extracting(Message::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void startsAtOnceEachGetTheirOwnPlaces() throws Exception {
        long conversation = newConversation().id();
        List<Long> turns = all(30, () -> startIn(conversation).id());
        assertThat(new HashSet<>(turns)).hasSize(30);
        List<Message> messages = messages(conversation);
        assertThat(messages).hasSize(60);
        for (int i = 0; i < messages.size(); i += 2) {
            Turn turn = turns().find(account(), messages.get(i + 1).id()).orElseThrow();
            assertThat(turn.questionId()).isEqualTo(messages.get(i).id());
        }
    }

    @Test
    void aStartWithoutMessagesAnswersTheLast() {
        long conversation = newConversation().id();
        long question =
                conversations()
                        .append(
                                account(),
                                conversation,
                                NewMessage.text(Role.USER, "so?"),
                                "",
                                NOON)
                        .orElseThrow()
                        .id();
        TurnStart start =
                new TurnStart(
                        account(),
                        new ConversationTarget.Existing(conversation),
                        List.of(),
                        "",
                        Optional.empty(),
                        "test",
                        "builtin/parley",
                        MessageStatus.RUNNING,
                        NODE,
                        Optional.empty(),
                        NOON);
        Turn turn = ((TurnStarted.New) turns().start(start)).turn();
        assertThat(turn.questionId()).isEqualTo(question);
        assertThat(messages(conversation)).hasSize(2);
    }

    @Test
    void aConversationThatIsNotThereIsSaidSo() {
        ConversationTarget unknown = new ConversationTarget.Existing(Long.MAX_VALUE);
        assertThat(turns().start(startOf(unknown, "hello", Optional.empty())))
                .isEqualTo(new TurnStarted.NoConversation());
    }

    @Test
    void aTurnOfAnotherAccountIsNotThere() {
        Turn turn = startIn(newConversation().id());
        turns().finish(endOf(turn, MessageStatus.CANCELLED, "It"));
        long stranger = newAccount();
        assertThat(turns().find(stranger, turn.id())).isEmpty();
        assertThat(turns().resume(stranger, turn.id(), NODE)).isEmpty();
    }

    @Test
    void onlyAnswersAreTurns() {
        Turn turn = startIn(newConversation().id());
        assertThat(turns().find(account(), turn.questionId())).isEmpty();
        assertThat(turns().text(turn.questionId())).isEmpty();
        assertThat(turns().resume(account(), turn.questionId(), NODE)).isEmpty();
    }

    @Test
    void aQueuedTurnBeginsToRunAndLearnsItsModel() {
        TurnStart queued =
                new TurnStart(
                        account(),
                        new ConversationTarget.Existing(newConversation().id()),
                        List.of(NewMessage.text(Role.USER, "hello")),
                        "",
                        Optional.empty(),
                        "test",
                        "builtin/parley",
                        MessageStatus.QUEUED,
                        NODE,
                        Optional.empty(),
                        NOON);
        long id = ((TurnStarted.New) turns().start(queued)).turn().id();
        turns().running(id);
        assertThat(find(id).status()).isEqualTo(MessageStatus.RUNNING);
        assertThat(find(id).answeredBy()).contains("builtin/parley");
    }

    @Test
    void piecesJoinInOrderToTheText() {
        Turn turn = startIn(newConversation().id());
        List<TurnPiece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            String piece = "piece " + i + " \uD83D\uDC1F";
            pieces.add(new TurnPiece(turn.id(), text.length(), piece));
            text.append(piece);
        }
        turns().append(pieces.subList(0, 50));
        turns().append(pieces.subList(50, 120));
        turns().append(pieces.subList(100, 120));
        turns().append(List.of());
        assertThat(turns().text(turn.id())).contains(text.toString());
    }

    @Test
    void theEndHoldsEverythingAndTheWholeText() {
        Turn turn = startIn(newConversation().id());
        turns().append(List.of(new TurnPiece(turn.id(), 0, "It is ")));
        TurnEnd end =
                new TurnEnd(
                        turn.id(),
                        "It is twelve.",
                        MessageStatus.FAILED,
                        Optional.of("openai/gpt-4"),
                        Usage.exact(3_000_000_000L, 4),
                        2,
                        1,
                        Optional.empty(),
                        Optional.of(new Turn.Failure(ErrorCode.PROVIDER_TIMEOUT, "Too slow.")),
                        NOON.plusSeconds(5));
        turns().finish(end);
        assertThat(find(turn.id()))
                .isEqualTo(
                        new Turn(
                                turn.id(),
                                account(),
                                turn.conversationId(),
                                turn.questionId(),
                                "test",
                                Optional.empty(),
                                Optional.of("openai/gpt-4"),
                                MessageStatus.FAILED,
                                Usage.exact(3_000_000_000L, 4),
                                OptionalLong.empty(),
                                2,
                                1,
                                Optional.empty(),
                                end.failure(),
                                NOON,
                                Optional.of(NOON.plusSeconds(5))));
        assertThat(turns().text(turn.id())).contains("It is twelve.");
        assertThat(messages(turn.conversationId()).getLast().content()).isEqualTo("It is twelve.");
    }

    @Test
    void afterTheEndNothingChangesAnyMore() {
        Turn turn = startIn(newConversation().id());
        turns().finish(endOf(turn, MessageStatus.COMPLETE, "done"));
        Turn ended = find(turn.id());
        turns().append(List.of(new TurnPiece(turn.id(), 4, " late")));
        turns().finish(endOf(turn, MessageStatus.FAILED, "later"));
        turns().running(turn.id());
        assertThat(find(turn.id())).isEqualTo(ended);
        assertThat(turns().text(turn.id())).contains("done");
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageStatus.class,
            names = {"INTERRUPTED", "CANCELLED", "FAILED"})
    void whatEndedEarlyGoesOnWhereItStopped(MessageStatus status) {
        Turn turn = startIn(newConversation().id());
        turns().finish(endOf(turn, status, "It is "));
        Turn resumed = turns().resume(account(), turn.id(), "node-2").orElseThrow();
        assertThat(resumed.status()).isEqualTo(MessageStatus.RUNNING);
        assertThat(resumed.finishReason()).isEmpty();
        assertThat(resumed.failure()).isEmpty();
        assertThat(resumed.finishedAt()).isEmpty();
        assertThat(find(turn.id())).isEqualTo(resumed);

        turns().append(List.of(new TurnPiece(turn.id(), 6, "twelve")));
        assertThat(turns().text(turn.id())).contains("It is twelve");
        turns().finish(endOf(turn, MessageStatus.COMPLETE, "It is twelve."));
        assertThat(turns().text(turn.id())).contains("It is twelve.");
    }

    @Test
    void whatRunsOrIsCompleteIsNotResumed() {
        Turn turn = startIn(newConversation().id());
        assertThat(turns().resume(account(), turn.id(), NODE)).isEmpty();
        turns().finish(endOf(turn, MessageStatus.COMPLETE, "done"));
        assertThat(turns().resume(account(), turn.id(), NODE)).isEmpty();
    }

    @Test
    void ofManyWhoResumeAtOnceOneSucceeds() throws Exception {
        Turn turn = startIn(newConversation().id());
        turns().finish(endOf(turn, MessageStatus.CANCELLED, "It"));
        List<Boolean> resumed =
                all(10, () -> turns().resume(account(), turn.id(), NODE).isPresent());
        assertThat(resumed).containsOnlyOnce(true);
    }

    @Test
    void aTurnWhoseConversationIsDeletedEndsQuietly() {
        Turn turn = startIn(newConversation().id());
        conversations().delete(account(), turn.conversationId());
        turns().append(List.of(new TurnPiece(turn.id(), 0, "It")));
        turns().finish(endOf(turn, MessageStatus.COMPLETE, "It is"));
        assertThat(turns().find(account(), turn.id())).isEmpty();
        assertThat(turns().text(turn.id())).isEmpty();
    }

    @Test
    void aThreadThatIsInterruptedStoresAndStaysInterrupted() throws Exception {
        long conversation = newConversation().id();
        boolean[] stillInterrupted = {false};
        Thread thread =
                Thread.ofVirtual()
                        .start(() -> {
                            Thread.currentThread().interrupt();
                            Turn turn = startIn(conversation);
                            turns().finish(endOf(turn, MessageStatus.CANCELLED, "It"));
                            stillInterrupted[0] =
                                    turns().text(turn.id()).isPresent()
                                            && Thread.currentThread().isInterrupted();
                        });
        thread.join();
        assertThat(stillInterrupted[0]).isTrue();
        assertThat(messages(conversation).getLast().content()).isEqualTo("It");
    }

    private TurnStore turns() {
        return stores().turns();
    }

    private ConversationStore conversations() {
        return stores().conversations();
    }

    private Turn find(long turnId) {
        return turns().find(account(), turnId).orElseThrow();
    }

    private List<Message> messages(long conversationId) {
        return conversations().messages(conversationId, 0, 1000);
    }

    private static <T> List<T> all(int times, Callable<T> call) throws Exception {
        List<Callable<T>> calls = Collections.nCopies(times, call);
        List<T> values = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> value : threads.invokeAll(calls)) {
                values.add(value.get());
            }
        }
        return values;
    }
}
