package parley.dialect.parley;

import java.util.List;
import java.util.OptionalLong;
import parley.conversation.ContentType;
import parley.conversation.ConversationService;
import parley.conversation.ConversationTarget;
import parley.conversation.MemoryPolicy;
import parley.conversation.Message;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.conversation.Receipt;
import parley.conversation.Turn;
import parley.conversation.TurnHandle;
import parley.conversation.TurnRequest;
import parley.conversation.TurnService;
import parley.dialect.AskedId;
import parley.dialect.IdempotencyKeys;
import parley.dialect.PromptedText;
import parley.dialect.TurnAnswers;
import parley.dialect.TurnStreams;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.RequestFields;
import parley.llm.Role;

/// Starts, shows, stops and continues turns, and lets clients listen to them.
final class TurnHandlers {
    private final ConversationService conversations;
    private final TurnService turns;
    private final PromptedText words;
    private final MessageViews messages;
    private final SentPictures pictures;

    TurnHandlers(
            ConversationService conversations,
            TurnService turns,
            PromptedText words,
            MessageViews messages,
            SentPictures pictures) {
        this.conversations = conversations;
        this.turns = turns;
        this.words = words;
        this.messages = messages;
        this.pictures = pictures;
    }

    void start(Exchange exchange) throws InterruptedException {
        long accountId = exchange.caller().id();
        StartRequest request = StartRequest.of(exchange.json(), words, accountId);
        NewMessage message =
                new NewMessage(
                        Role.USER,
                        request.message(),
                        ContentType.TEXT,
                        pictures.keep(accountId, new RequestFields(exchange.json())));
        answer(exchange, turns.start(turnRequest(exchange, request, message)), 0, request.stream());
    }

    void show(Exchange exchange) {
        respond(exchange, turns.load(exchange.caller().id(), askedTurn(exchange)));
    }

    void events(Exchange exchange) throws InterruptedException {
        TurnHandle handle = turns.attach(exchange.caller().id(), askedTurn(exchange));
        TurnStreams.listen(
                exchange,
                handle,
                EventNumber.lastHeard(exchange),
                new TurnRenderer(handle, messages));
    }

    void receipt(Exchange exchange) {
        long turnId = askedTurn(exchange);
        long accountId = exchange.caller().id();
        Receipt receipt = turns.receipt(accountId, turnId);
        Message answer = conversations.loadMessage(accountId, turnId);
        exchange.respond(ShownReceipt.of(turnId, receipt, KeptSources.of(answer)));
    }

    void stop(Exchange exchange) throws InterruptedException {
        respond(exchange, turns.stop(exchange.caller().id(), askedTurn(exchange)));
    }

    void resume(Exchange exchange) throws InterruptedException {
        boolean stream = new RequestFields(exchange.json()).optionalBoolean("stream").orElse(true);
        long accountId = exchange.caller().id();
        Turn turn = turns.load(accountId, askedTurn(exchange));
        // Taken before the turn goes on: what is written from here on is what the client lacks.
        long heardBefore = turns.lengthSoFar(turn);
        answer(exchange, turns.resume(accountId, turn.id()), heardBefore, stream);
    }

    private void answer(Exchange exchange, TurnHandle handle, long afterNumber, boolean stream)
            throws InterruptedException {
        exchange.setHeader("X-Session-Id", Long.toString(handle.conversation().id()));
        if (stream) {
            TurnStreams.relay(exchange, handle, afterNumber, new TurnRenderer(handle, messages));
            return;
        }
        exchange.respond(WholeAnswer.of(TurnAnswers.await(exchange, handle)));
    }

    private TurnRequest turnRequest(Exchange exchange, StartRequest request, NewMessage message)
            throws InterruptedException {
        long accountId = exchange.caller().id();
        OptionalLong asked = request.conversationId();
        ConversationTarget target =
                asked.isPresent()
                        ? new ConversationTarget.Existing(asked.getAsLong())
                        : new ConversationTarget.Fresh(NewConversation.of(accountId));
        return new TurnRequest(
                accountId,
                target,
                List.of(message),
                request.model(),
                request.sampling(),
                new MemoryPolicy.ModelBudget(),
                // Also where this client waits for the whole: others may watch the answer
                // grow, and a stop keeps what was said.
                true,
                ParleyDialect.NAME,
                IdempotencyKeys.of(exchange));
    }

    private void respond(Exchange exchange, Turn turn) {
        TurnAnswers.setHeaders(exchange, turn);
        // Read after the turn, so that the text of a turn that has ended is whole.
        Message message = conversations.loadMessage(turn.accountId(), turn.id());
        exchange.respond(
                new TurnState(
                        ShownTurn.of(turn),
                        message.content(),
                        ShownPart.of(conversations, message)));
    }

    private static long askedTurn(Exchange exchange) {
        String asked = exchange.pathParameter("turn_id");
        return AskedId.parse(asked)
                .orElseThrow(() ->
                        new AppException(
                                ErrorCode.NOT_FOUND, "There is no turn %s.".formatted(asked)));
    }
}
