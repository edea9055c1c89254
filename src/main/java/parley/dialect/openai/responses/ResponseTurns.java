package parley.dialect.openai.responses;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.conversation.Turn;
import parley.conversation.TurnService;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.Role;

/// Finds responses that are kept. Every answer in every conversation is one, whichever contract
/// asked for it. What belongs to another account is not there, in the same words as what never was.
final class ResponseTurns {
    private static final int MOST_INPUTS = 100;
    private static final String PREVIOUS = "previous_response_id";

    private final ConversationService conversations;
    private final TurnService turns;

    ResponseTurns(ConversationService conversations, TurnService turns) {
        this.conversations = conversations;
        this.turns = turns;
    }

    /// @param asked the response's id as the client wrote it
    /// @throws AppException (404) if there is no such response
    Turn load(long accountId, String asked) {
        OptionalLong id = ItemIds.turn(asked);
        if (id.isEmpty()) {
            throw notFound(asked);
        }
        try {
            return turns.load(accountId, id.getAsLong());
        } catch (AppException e) {
            throw e.code() == ErrorCode.NOT_FOUND ? notFound(asked) : e;
        }
    }

    /// What was asked for when the response was.
    ShownOptions shown(Turn turn) {
        return ShownOptions.of(conversations.loadMessage(turn.accountId(), turn.id()).attributes());
    }

    /// The messages of the request. Where another contract asked, all that was said since the
    /// answer before.
    List<Message> inputs(Turn turn) {
        Conversation conversation = conversations.load(turn.accountId(), turn.conversationId());
        long place = conversations.loadMessage(turn.accountId(), turn.id()).sequence();
        int brought = shown(turn).inputs();
        if (brought > 0) {
            return conversations.messagesBefore(conversation, place, brought);
        }
        List<Message> before = conversations.messagesBefore(conversation, place, MOST_INPUTS);
        int first = before.size();
        while (first > 0 && before.get(first - 1).role() != Role.ASSISTANT) {
            first--;
        }
        return before.subList(first, before.size());
    }

    /// What a request goes on from; empty if it begins anew.
    ///
    /// @throws AppException (404) if it is not there
    Optional<Continuation> continuation(long accountId, CreateRequest request) {
        if (request.previousResponse().isPresent()) {
            Turn previous = previous(accountId, request.previousResponse().get());
            return Optional.of(Continuation.ofResponse(conversations, previous));
        }
        return request.conversation()
                .map(asked -> Continuation.ofConversation(conversations, accountId, asked));
    }

    private Turn previous(long accountId, String asked) {
        try {
            return load(accountId, asked);
        } catch (AppException e) {
            throw e.code() == ErrorCode.NOT_FOUND
                    ? AppException.invalid(PREVIOUS, e.sentence()).as(ErrorCode.NOT_FOUND)
                    : e;
        }
    }

    private static AppException notFound(String asked) {
        return new AppException(ErrorCode.NOT_FOUND, "There is no response %s.".formatted(asked));
    }
}
