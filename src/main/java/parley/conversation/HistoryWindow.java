package parley.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import parley.llm.ChatMessage;
import parley.llm.Role;
import parley.llm.TokenCounter;

/// Chooses what a model sees of a conversation: the newest messages that the policy and the model's
/// size allow, and a system message at the beginning always.
final class HistoryWindow {
    private static final int PAGE = 64;

    /// What a message costs beside its text.
    private static final int TOKENS_A_MESSAGE = 4;

    private final ConversationStore store;
    private final TokenCounter tokens;

    HistoryWindow(ConversationStore store, TokenCounter tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    /// What goes to the model, oldest first, and how many messages before them do not.
    record History(List<ChatMessage> messages, int omitted) {}

    /// @param beforeSequence the place of the answer: what comes after it is not looked at
    /// @param budget the most tokens of all messages together. The newest message goes in, however
    ///   long it is
    History read(long conversationId, long beforeSequence, MemoryPolicy policy, int budget) {
        Selection selection = new Selection(policy, budget);
        long before = beforeSequence;
        while (!selection.full && before > 1) {
            List<Message> page = store.messagesBefore(conversationId, before, PAGE);
            if (page.isEmpty()) {
                break;
            }
            for (Message message : page.reversed()) {
                selection.offer(message);
            }
            before = page.getFirst().sequence();
        }
        if (selection.full) {
            keepInstructions(conversationId, selection);
        }
        Collections.reverse(selection.chosen);
        return new History(selection.chosen, selection.omitted);
    }

    private void keepInstructions(long conversationId, Selection selection) {
        for (Message first : store.messages(conversationId, 0, 1)) {
            if (first.role() == Role.SYSTEM && first.sequence() < selection.oldestChosen) {
                selection.chosen.add(new ChatMessage(Role.SYSTEM, first.content()));
                selection.omitted--;
            }
        }
    }

    private final class Selection {
        final List<ChatMessage> chosen = new ArrayList<>();
        final int mostQuestions;
        final boolean withAnswers;
        int budgetLeft;
        int questions;
        int omitted;
        boolean full;
        long oldestChosen = Long.MAX_VALUE;

        Selection(MemoryPolicy policy, int budget) {
            this.budgetLeft = budget;
            switch (policy) {
                case MemoryPolicy.ModelBudget() -> {
                    mostQuestions = Integer.MAX_VALUE;
                    withAnswers = true;
                }
                case MemoryPolicy.LastPairs(int pairs, boolean answers) -> {
                    mostQuestions = pairs + 1;
                    withAnswers = answers;
                }
            }
        }

        void offer(Message message) {
            if (full || message.content().isEmpty() || !message.status().isEnd()) {
                return;
            }
            if (message.role() == Role.ASSISTANT && !withAnswers) {
                omitted++;
                return;
            }
            int cost = tokens.count(message.content()) + TOKENS_A_MESSAGE;
            boolean oneQuestionTooMany = questions == mostQuestions;
            if (oneQuestionTooMany || (cost > budgetLeft && !chosen.isEmpty())) {
                full = true;
                // Places are without gaps: what is not chosen from here on is everything up to this
                // message.
                omitted += Math.toIntExact(Math.min(Integer.MAX_VALUE, message.sequence()));
                return;
            }
            budgetLeft -= cost;
            oldestChosen = message.sequence();
            if (message.role() == Role.USER) {
                questions++;
            }
            chosen.add(new ChatMessage(message.role(), message.content()));
        }
    }
}
