package parley.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A turn that ended, or that another server writes.
final class StoredTurnHandle implements TurnHandle {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Turn turn;
    private final Conversation conversation;
    private final ConversationStore conversations;
    private final TurnStore store;
    private final boolean repeated;

    StoredTurnHandle(
            Turn turn,
            Conversation conversation,
            ConversationStore conversations,
            TurnStore store,
            boolean repeated) {
        this.turn = turn;
        this.conversation = conversation;
        this.conversations = conversations;
        this.store = store;
        this.repeated = repeated;
    }

    @Override
    public Turn turn() {
        return turn;
    }

    @Override
    public Conversation conversation() {
        return conversation;
    }

    @Override
    public Optional<Message> question() {
        return conversations.findMessage(turn.accountId(), turn.questionId());
    }

    @Override
    public boolean repeated() {
        return repeated;
    }

    @Override
    public TurnListener listen(long afterNumber) {
        return new StoredTurnListener(store, turn.accountId(), turn.id(), afterNumber);
    }

    @Override
    public Answer await() throws InterruptedException {
        Turn ended = awaitEnd();
        List<Said> said = store.answer(turn.id()).map(StoredAnswer::all).orElse(List.of());
        boolean whole = ended.status() == MessageStatus.COMPLETE;
        return new Answer(
                ended, new Speech(said).text(), AnswerPart.whole(AnswerPart.of(said, whole)));
    }

    private Turn awaitEnd() throws InterruptedException {
        try (TurnListener listener = listen(Integer.MAX_VALUE)) {
            while (true) {
                if (listener.next(PATIENCE).orElse(null)
                        instanceof TurnEvent.Ended(long _, Turn ended)) {
                    return ended;
                }
            }
        }
    }
}
