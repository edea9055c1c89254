package parley.dialect.openai.responses;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.conversation.Turn;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.Part;

/// What a request goes on from: a conversation, up to a message of it.
///
/// @param lastMessageId the newest message the request knows of; empty for the conversation's
///   newest
record Continuation(Conversation conversation, OptionalLong lastMessageId) {
    private static final int PAGE = 64;

    /// The conversation that a request names.
    ///
    /// @throws AppException (404) if there is none that belongs to the account
    static Continuation ofConversation(
            ConversationService conversations, long accountId, String asked) {
        OptionalLong id = ItemIds.conversationOf(asked);
        if (id.isEmpty()) {
            throw ConversationService.notFound(asked);
        }
        try {
            return new Continuation(
                    conversations.load(accountId, id.getAsLong()), OptionalLong.empty());
        } catch (AppException e) {
            throw e.code() == ErrorCode.NOT_FOUND ? ConversationService.notFound(asked) : e;
        }
    }

    /// The conversation of a response, up to it.
    static Continuation ofResponse(ConversationService conversations, Turn previous) {
        return new Continuation(
                conversations.load(previous.accountId(), previous.conversationId()),
                OptionalLong.of(previous.id()));
    }

    /// Whether something was said since.
    boolean isOld(ConversationService conversations) {
        List<Message> newest = conversations.messagesBefore(conversation, Long.MAX_VALUE, 1);
        return lastMessageId.isPresent()
                && !newest.isEmpty()
                && newest.getFirst().id() != lastMessageId.getAsLong();
    }

    /// The messages that the request goes on from, oldest first.
    List<Message> messages(ConversationService conversations) {
        List<Message> all = conversations.messages(conversation);
        if (lastMessageId.isEmpty()) {
            return all;
        }
        long last =
                conversations
                        .loadMessage(conversation.accountId(), lastMessageId.getAsLong())
                        .sequence();
        return all.stream().filter(message -> message.sequence() <= last).toList();
    }

    /// @throws AppException (400) if a tool's result belongs to no call that was made
    void requireCalls(ConversationService conversations, List<String> callIds) {
        Set<String> missing = new HashSet<>(callIds);
        long before = Long.MAX_VALUE;
        while (!missing.isEmpty()) {
            List<Message> page = conversations.messagesBefore(conversation, before, PAGE);
            if (page.isEmpty()) {
                throw noCall(missing.iterator().next());
            }
            for (Message message : page) {
                if (message.rich()) {
                    conversations.parts(message).forEach(part -> strike(part, missing));
                }
            }
            before = page.getFirst().sequence();
        }
    }

    static AppException noCall(String callId) {
        return AppException.invalid(
                "input",
                "There is no tool call %s for the function_call_output that names it."
                        .formatted(callId));
    }

    private static void strike(Part part, Set<String> missing) {
        if (part instanceof Part.ToolCall call) {
            missing.remove(call.id());
        }
    }
}
