package parley.dialect.openai.responses;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.ConversationTarget;
import parley.conversation.IdempotencyKey;
import parley.conversation.MemoryPolicy;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.conversation.TurnHandle;
import parley.conversation.TurnRequest;
import parley.conversation.TurnService;
import parley.dialect.UnknownModel;

/// Starts the responses that are kept: turns of a conversation.
final class KeptResponses {
    private static final int LOCKS = 64;

    private final ConversationService conversations;
    private final TurnService turns;
    private final ResponseTurns responses;

    /// Looking whether a response is its conversation's newest, and adding to it, is one step for
    /// those who go on from the same: the second finds that it must branch.
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    KeptResponses(ConversationService conversations, TurnService turns, ResponseTurns responses) {
        this.conversations = conversations;
        this.turns = turns;
        this.responses = responses;
    }

    /// Stores what is new and begins the answer.
    ///
    /// @throws AppException (404) if what it goes on from is not there, or no such model
    TurnHandle start(long accountId, CreateRequest request, Optional<IdempotencyKey> key)
            throws InterruptedException {
        boolean known =
                key.isPresent() && turns.isKnown(accountId, ResponsesDialect.NAME, key.get());
        Optional<Continuation> from =
                known ? Optional.empty() : responses.continuation(accountId, request);
        if (from.isEmpty()) {
            if (!known) {
                request.input().callsElsewhere().forEach(KeptResponses::refuse);
            }
            return begin(accountId, request, key, fresh(accountId));
        }
        from.get().requireCalls(conversations, request.input().callsElsewhere());
        return goOn(accountId, request, key, from.get());
    }

    private TurnHandle goOn(
            long accountId, CreateRequest request, Optional<IdempotencyKey> key, Continuation from)
            throws InterruptedException {
        long conversationId = from.conversation().id();
        ReentrantLock lock = locks.get((int) (conversationId % LOCKS));
        lock.lockInterruptibly();
        try {
            if (!from.isOld(conversations)) {
                return begin(
                        accountId, request, key, new ConversationTarget.Existing(conversationId));
            }
        } finally {
            lock.unlock();
        }
        return branch(accountId, request, key, from.lastMessageId().orElseThrow());
    }

    /// Goes on in a copy of the conversation that ends with the message. A copy in which no answer
    /// begins is taken back.
    private TurnHandle branch(
            long accountId, CreateRequest request, Optional<IdempotencyKey> key, long lastMessageId)
            throws InterruptedException {
        Conversation copy = conversations.branch(accountId, lastMessageId);
        boolean used = false;
        try {
            TurnHandle handle =
                    begin(accountId, request, key, new ConversationTarget.Existing(copy.id()));
            used = !handle.repeated();
            return handle;
        } finally {
            if (!used) {
                conversations.delete(accountId, copy.id());
            }
        }
    }

    private TurnHandle begin(
            long accountId,
            CreateRequest request,
            Optional<IdempotencyKey> key,
            ConversationTarget target)
            throws InterruptedException {
        TurnRequest asked =
                new TurnRequest(
                        accountId,
                        target,
                        request.input().messages().stream().map(NewMessage::of).toList(),
                        request.model(),
                        request.options(),
                        request.instructions(),
                        request.shown().attributes(),
                        new MemoryPolicy.ModelBudget(),
                        // Also where this client waits for the whole: others may watch the
                        // answer grow, and a stop keeps what was said.
                        true,
                        ResponsesDialect.NAME,
                        key);
        return UnknownModel.asNotFound(() -> turns.start(asked));
    }

    private static ConversationTarget fresh(long accountId) {
        return new ConversationTarget.Fresh(NewConversation.of(accountId));
    }

    private static void refuse(String callId) {
        throw Continuation.noCall(callId);
    }
}
