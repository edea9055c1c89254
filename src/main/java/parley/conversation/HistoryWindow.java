package parley.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;
import parley.llm.TokenCounter;

/// Chooses what a model sees of a conversation: the newest messages that the policy and the model's
/// size allow, and a system message at the beginning always.
final class HistoryWindow {
    private static final int PAGE = 64;

    private final ConversationStore store;
    private final TokenCounter tokens;

    HistoryWindow(ConversationStore store, TokenCounter tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    /// What goes to the model, and what does not.
    ///
    /// @param messages oldest first, instructions among them
    /// @param instructionTokens what the instructions for this turn alone take
    /// @param seen the messages of the conversation among them, oldest first
    record History(
            List<ChatMessage> messages,
            long instructionTokens,
            List<Receipt.Seen> seen,
            List<Receipt.LeftOut> leftOut) {
        /// How many messages do not go to the model because of their age.
        int omitted() {
            return leftOut.stream()
                    .filter(left -> left.reason() != Receipt.Reason.NOT_ENDED)
                    .mapToInt(Receipt.LeftOut::messages)
                    .sum();
        }

        /// About how many tokens all of it is.
        long tokens() {
            return instructionTokens + seen.stream().mapToLong(Receipt.Seen::tokens).sum();
        }
    }

    /// The history without instructions.
    History read(long conversationId, long beforeSequence, MemoryPolicy policy, int budget) {
        return read(conversationId, beforeSequence, policy, budget, Optional.empty());
    }

    /// @param beforeSequence the place of the answer: what comes after it is not looked at
    /// @param budget the most tokens of all messages together. The newest message goes in, however
    ///   long it is
    /// @param instructions what the model is to see first
    History read(
            long conversationId,
            long beforeSequence,
            MemoryPolicy policy,
            int budget,
            Optional<String> instructions) {
        HistorySelection selection = new HistorySelection(tokens, policy, budget, instructions);
        long before = beforeSequence;
        while (!selection.full() && before > 1) {
            List<Message> page = store.messagesBefore(conversationId, before, PAGE);
            if (page.isEmpty()) {
                break;
            }
            Map<Long, List<Part>> parts = partsOf(page);
            for (Message message : page.reversed()) {
                selection.offer(message, chat(message, parts));
            }
            before = page.getFirst().sequence();
        }
        selection.end();
        if (selection.full()) {
            keepInstructions(conversationId, selection);
        }
        return selection.history();
    }

    private void keepInstructions(long conversationId, HistorySelection selection) {
        List<Message> first = store.messages(conversationId, 0, 1);
        if (!first.isEmpty() && first.getFirst().role() == Role.SYSTEM) {
            selection.keep(first.getFirst(), chat(first.getFirst(), partsOf(first)));
        }
    }

    private Map<Long, List<Part>> partsOf(List<Message> messages) {
        List<Long> rich = messages.stream().filter(Message::rich).map(Message::id).toList();
        return rich.isEmpty() ? Map.of() : store.parts(rich);
    }

    private static ChatMessage chat(Message message, Map<Long, List<Part>> parts) {
        List<Part> rich = parts.get(message.id());
        return rich == null
                ? new ChatMessage(message.role(), message.content())
                : new ChatMessage(message.role(), rich);
    }
}
