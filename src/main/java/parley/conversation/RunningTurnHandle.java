package parley.conversation;

import java.util.List;
import java.util.Optional;
import parley.error.RateLimit;

/// A turn that is under way in this server, or was when it was asked for.
final class RunningTurnHandle implements TurnHandle {
    private final ActiveTurn active;
    private final ConversationStore conversations;
    private final boolean repeated;

    RunningTurnHandle(ActiveTurn active, ConversationStore conversations, boolean repeated) {
        this.active = active;
        this.conversations = conversations;
        this.repeated = repeated;
    }

    @Override
    public Turn turn() {
        return active.turn();
    }

    @Override
    public Conversation conversation() {
        return active.conversation();
    }

    @Override
    public Optional<Message> question() {
        return conversations.findMessage(active.turn().accountId(), active.turn().questionId());
    }

    @Override
    public boolean repeated() {
        return repeated;
    }

    @Override
    public List<RateLimit> limits() {
        return active.admission().limits();
    }

    @Override
    public TurnListener listen(long afterNumber) {
        return active.log().listen(afterNumber);
    }

    @Override
    public Answer await() throws InterruptedException {
        Turn ended = active.log().awaitEnd();
        boolean whole = ended.status() == MessageStatus.COMPLETE;
        return new Answer(
                ended,
                active.log().text(),
                AnswerPart.whole(AnswerPart.of(active.log().from(0), whole)));
    }
}
