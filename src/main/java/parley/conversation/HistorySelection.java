package parley.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.RequestTokens;
import parley.llm.Role;
import parley.llm.TokenCounter;

/// The choosing of one history, from the newest message back. What tools answered goes in or stays
/// out together with the message that called them.
final class HistorySelection {
    private final TokenCounter tokens;
    private final Optional<ChatMessage> instructions;
    private final long instructionTokens;
    private final int mostQuestions;
    private final boolean withAnswers;
    private final List<Item> chosen = new ArrayList<>();

    /// Answers of tools, newest first, of which the call has not come yet.
    private final List<Item> answers = new ArrayList<>();

    private final Map<Receipt.Reason, Integer> leftOut = new EnumMap<>(Receipt.Reason.class);
    private long budgetLeft;
    private int questions;
    private boolean full;
    private Receipt.Reason whyFull = Receipt.Reason.DID_NOT_FIT;

    HistorySelection(
            TokenCounter tokens, MemoryPolicy policy, int budget, Optional<String> instructions) {
        this.tokens = tokens;
        this.instructions = instructions.map(text -> new ChatMessage(Role.SYSTEM, text));
        this.instructionTokens = this.instructions.map(this::cost).orElse(0L);
        this.budgetLeft = budget - instructionTokens;
        switch (policy) {
            case MemoryPolicy.ModelBudget() -> {
                mostQuestions = Integer.MAX_VALUE;
                withAnswers = true;
            }
            case MemoryPolicy.LastPairs(int pairs, boolean answered) -> {
                mostQuestions = pairs + 1;
                withAnswers = answered;
            }
        }
    }

    private record Item(Message message, ChatMessage chat, long cost) {}

    boolean full() {
        return full;
    }

    void offer(Message message, ChatMessage chat) {
        if (full) {
            return;
        }
        if (!message.status().isEnd()) {
            leftOut(Receipt.Reason.NOT_ENDED, 1);
            return;
        }
        if (message.content().isEmpty() && !message.rich()) {
            return;
        }
        answers.add(new Item(message, chat, cost(chat)));
        if (message.role() != Role.TOOL) {
            offerAnswers();
        }
    }

    /// No older message comes.
    void end() {
        if (!full && !answers.isEmpty()) {
            offerAnswers();
        }
    }

    /// Puts the first message of the conversation in, which did not fit.
    void keep(Message first, ChatMessage chat) {
        if (chosen.isEmpty() || first.sequence() < chosen.getLast().message.sequence()) {
            chosen.add(new Item(first, chat, cost(chat)));
            leftOut(whyFull, -1);
        }
    }

    HistoryWindow.History history() {
        List<Item> oldestFirst = new ArrayList<>(chosen);
        Collections.reverse(oldestFirst);
        List<ChatMessage> messages = new ArrayList<>();
        instructions.ifPresent(messages::add);
        List<Receipt.Seen> seen = new ArrayList<>();
        for (Item item : oldestFirst) {
            messages.add(item.chat);
            seen.add(
                    new Receipt.Seen(
                            item.message.id(), item.message.role(), item.cost, kinds(item.chat)));
        }
        List<Receipt.LeftOut> left = new ArrayList<>();
        leftOut.forEach((reason, count) -> {
            if (count > 0) {
                left.add(new Receipt.LeftOut(reason, count));
            }
        });
        return new HistoryWindow.History(messages, instructionTokens, seen, left);
    }

    /// Offers the last message, and the answers of tools that came after it, as one.
    private void offerAnswers() {
        Message oldest = answers.getLast().message;
        long cost = answers.stream().mapToLong(Item::cost).sum();
        if (oldest.role() == Role.ASSISTANT && !withAnswers) {
            leftOut(Receipt.Reason.MEMORY, answers.size());
        } else if (questions == mostQuestions) {
            fill(Receipt.Reason.MEMORY, oldest);
        } else if (cost > budgetLeft && !chosen.isEmpty()) {
            fill(Receipt.Reason.DID_NOT_FIT, oldest);
        } else {
            budgetLeft -= cost;
            chosen.addAll(answers);
            questions += oldest.role() == Role.USER ? 1 : 0;
        }
        answers.clear();
    }

    private void fill(Receipt.Reason reason, Message oldest) {
        full = true;
        whyFull = reason;
        // What is not chosen from here on is everything up to this message. Places have gaps only
        // where messages were deleted; those count too.
        long before = oldest.sequence() + answers.size() - 1;
        leftOut(reason, Math.toIntExact(Math.min(Integer.MAX_VALUE, before)));
    }

    private void leftOut(Receipt.Reason reason, int messages) {
        leftOut.merge(reason, messages, Integer::sum);
    }

    private long cost(ChatMessage chat) {
        return RequestTokens.count(chat, tokens);
    }

    private static List<String> kinds(ChatMessage chat) {
        return chat.parts().stream().map(HistorySelection::kind).distinct().toList();
    }

    private static String kind(Part part) {
        return switch (part) {
            case Part.Text _ -> "text";
            case Part.Image _ -> "image";
            case Part.ToolCall _ -> "tool_call";
            case Part.ToolResult _ -> "tool_result";
            case Part.Reasoning _ -> "reasoning";
        };
    }
}
