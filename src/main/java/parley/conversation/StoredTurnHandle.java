package parley.conversation;

import java.time.Duration;
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
        try (TurnListener listener = listen(0)) {
            StringBuilder text = new StringBuilder();
            while (true) {
                Optional<TurnEvent> event = listener.next(PATIENCE);
                if (event.isEmpty()) {
                    continue;
                }
                switch (event.get()) {
                    case TurnEvent.Text(long ignored, String piece) -> text.append(piece);
                    case TurnEvent.Ended(long ignored, Turn ended) -> {
                        return new Answer(ended, text.toString());
                    }
                }
            }
        }
    }
}
