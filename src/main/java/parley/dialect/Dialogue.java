package parley.dialect;

import java.util.List;
import java.util.OptionalLong;
import parley.conversation.Conversation;
import parley.conversation.ConversationQuery;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.Role;

/// Conversations as contracts show them that know two roles, `user` and `assistant`: instructions
/// (system messages) are not there.
public final class Dialogue {
    private final ConversationService conversations;

    public Dialogue(ConversationService conversations) {
        this.conversations = conversations;
    }

    /// All conversations of an account, newest update first. One query: with several, a
    /// conversation that changes between two pages would be missing or there twice.
    public List<Conversation> list(long accountId) {
        return conversations.list(ConversationQuery.newest(accountId, Integer.MAX_VALUE));
    }

    /// @param askedId the id as the client wrote it
    /// @throws AppException (404) if there is no such conversation
    public Conversation load(long accountId, String askedId) {
        OptionalLong id = AskedId.parse(askedId);
        if (id.isEmpty()) {
            throw ConversationService.notFound(askedId);
        }
        return conversations.load(accountId, id.getAsLong());
    }

    /// What both sides said, oldest first.
    public List<Message> messages(Conversation conversation) {
        return conversations.messages(conversation).stream().filter(Dialogue::isSpoken).toList();
    }

    /// @param askedId the id as the client wrote it
    /// @throws AppException (404) if there is no such message
    public Message message(long accountId, String askedId) {
        OptionalLong id = AskedId.parse(askedId);
        if (id.isEmpty()) {
            throw noMessage(askedId);
        }
        Message message = conversations.loadMessage(accountId, id.getAsLong());
        if (!isSpoken(message)) {
            throw noMessage(askedId);
        }
        return message;
    }

    /// The failure that says a message is not there, in the same words for all reasons.
    public static AppException noMessage(String askedId) {
        return new AppException(ErrorCode.NOT_FOUND, "There is no message %s.".formatted(askedId));
    }

    /// The failure that says a message is there, and no picture in it.
    public static AppException noImage(String askedId) {
        return new AppException(
                ErrorCode.NOT_FOUND, "Message %s is not an image.".formatted(askedId));
    }

    private static boolean isSpoken(Message message) {
        return message.role() != Role.SYSTEM;
    }
}
