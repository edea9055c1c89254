package parley.conversation;

import java.util.List;
import java.util.Optional;
import parley.llm.Sampling;

/// Requests that no client writes.
final class TurnRequests {
    private TurnRequests() {}

    /// The request that goes on with a turn which ended early.
    static TurnRequest toContinue(Turn turn) {
        return new TurnRequest(
                turn.accountId(),
                new ConversationTarget.Existing(turn.conversationId()),
                List.of(),
                turn.model(),
                Sampling.DEFAULT,
                new MemoryPolicy.ModelBudget(),
                true,
                turn.contract(),
                Optional.empty());
    }
}
