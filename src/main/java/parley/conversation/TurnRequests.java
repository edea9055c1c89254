package parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.llm.OutputFormat;
import parley.llm.ResolvedModel;

/// What can be made of requests, and requests that no client writes.
final class TurnRequests {
    private TurnRequests() {}

    /// The request that goes on with a turn which ended early.
    ///
    /// @param wish how it was asked for
    static TurnRequest toContinue(Turn turn, TurnWish wish) {
        return new TurnRequest(
                turn.accountId(),
                new ConversationTarget.Existing(turn.conversationId()),
                List.of(),
                turn.model(),
                wish.options(),
                wish.instructions(),
                Message.NO_ATTRIBUTES,
                wish.memory(),
                true,
                turn.contract(),
                Optional.empty());
    }

    /// What is stored when the turn that a request wants begins.
    static TurnStart start(
            TurnRequest request,
            ResolvedModel model,
            MessageStatus status,
            String node,
            Instant now) {
        // A model that only paints makes one picture; it does not lead the conversation.
        boolean once = paints(request) || model.info().onlyPaints();
        return new TurnStart(
                request.accountId(),
                request.target(),
                request.messages(),
                Titles.from(request.messages()),
                once ? Optional.empty() : request.model(),
                once ? Optional.of(model.fullName()) : Optional.empty(),
                request.contract(),
                model.fullName(),
                status,
                request.answerAttributes(),
                request.wish(),
                node,
                request.key(),
                now);
    }

    static boolean paints(TurnRequest request) {
        return request.options().format() instanceof OutputFormat.Image;
    }

    /// What a request calls its conversation.
    static Object askedId(TurnRequest request) {
        return switch (request.target()) {
            case ConversationTarget.Existing(long id) -> id;
            case ConversationTarget.Named(String alias) -> alias;
            case ConversationTarget.Fresh(NewConversation ignored) -> "";
        };
    }
}
