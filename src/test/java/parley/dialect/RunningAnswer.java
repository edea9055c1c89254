package parley.dialect;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import parley.account.Account;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.conversation.TurnEvent;
import parley.conversation.TurnListener;
import parley.llm.Role;
import parley.testing.TestServer;

/// An answer that somebody is waiting for.
final class RunningAnswer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private RunningAnswer() {}

    /// Waits until the answer that is being written in a conversation has come so far.
    ///
    /// @param text what it must have said; empty if it is enough that it has begun
    /// @return the id of its turn
    static long await(TestServer server, long conversationId, String text)
            throws InterruptedException {
        long turnId = awaitTurn(server.conversations(), conversationId);
        StringBuilder heard = new StringBuilder();
        try (TurnListener listener = server.turns().attach(Account.OWNER_ID, turnId).listen(0)) {
            while (heard.length() < text.length()) {
                Optional<TurnEvent> event = listener.next(PATIENCE);
                if (!(event.orElse(null) instanceof TurnEvent.Text(long _, String piece))) {
                    throw new AssertionError(
                            "The answer is \"%s\" and not \"%s\"; then came %s"
                                    .formatted(heard, text, event));
                }
                heard.append(piece);
            }
        }
        return turnId;
    }

    /// The turn is known only to the request that waits: it shows in the conversation.
    private static long awaitTurn(ConversationService conversations, long conversationId) {
        Conversation conversation = conversations.load(Account.OWNER_ID, conversationId);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (Message message : conversations.messages(conversation)) {
                if (message.role() == Role.ASSISTANT && !message.status().isEnd()) {
                    return message.id();
                }
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new AssertionError("No answer began in conversation " + conversationId);
    }
}
