package parley.dialect.chat;

import java.util.List;
import java.util.Optional;
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
import parley.dialect.IdempotencyKeys;
import parley.dialect.PromptedText;
import parley.dialect.TurnAnswers;
import parley.dialect.TurnStreams;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.Handler;

/// Answers in a session, as a stream of raw text or in one piece.
final class StreamHandler implements Handler {
    private final ConversationService conversations;
    private final TurnService turns;
    private final NewPart newPart;
    private final PromptedText words;

    StreamHandler(ConversationService conversations, TurnService turns, PromptedText words) {
        this.conversations = conversations;
        this.turns = turns;
        this.newPart = new NewPart(conversations);
        this.words = words;
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        StreamRequest request =
                StreamRequest.of(exchange.json(), new MessageReader(words, exchange.caller().id()));
        TurnHandle handle = start(exchange.caller().id(), request, IdempotencyKeys.of(exchange));
        exchange.setHeader("X-Session-Id", Long.toString(handle.conversation().id()));
        if (request.stream()) {
            TurnStreams.relay(exchange, handle, 0, new RawTextRenderer());
            return;
        }
        TurnHandle.Answer answer = TurnAnswers.await(exchange, handle);
        exchange.respond(WholeAnswer.of(request.model(), answer));
    }

    private TurnHandle start(long accountId, StreamRequest request, Optional<IdempotencyKey> key)
            throws InterruptedException {
        ConversationTarget target = new ConversationTarget.Fresh(NewConversation.of(accountId));
        List<NewMessage> messages;
        if (request.sessionId().isEmpty()) {
            messages = NewPart.ofNewSession(request.messages());
        } else {
            Conversation session = conversations.load(accountId, request.sessionId().getAsLong());
            target = new ConversationTarget.Existing(session.id());
            messages = newMessages(session, request, key);
        }
        return turns.start(
                new TurnRequest(
                        accountId,
                        target,
                        messages,
                        Optional.of(request.model()),
                        request.sampling(),
                        new MemoryPolicy.ModelBudget(),
                        // Also where this client waits for the whole: others may watch the answer
                        // grow, and a stop keeps what was said.
                        true,
                        ChatDialect.NAME,
                        key));
    }

    private List<NewMessage> newMessages(
            Conversation session, StreamRequest request, Optional<IdempotencyKey> key) {
        try {
            return newPart.of(session, request.messages());
        } catch (AppException e) {
            // A request that is repeated under its key meets its own messages in the session. It
            // adds nothing, and is answered as the key demands.
            if (key.isPresent()
                    && turns.isKnown(session.accountId(), ChatDialect.NAME, key.get())) {
                return request.messages();
            }
            throw e;
        }
    }
}
