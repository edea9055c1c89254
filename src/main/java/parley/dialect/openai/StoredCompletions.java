package parley.dialect.openai;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import parley.conversation.ConversationService;
import parley.conversation.ConversationTarget;
import parley.conversation.MemoryPolicy;
import parley.conversation.Message;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.conversation.Turn;
import parley.conversation.TurnHandle;
import parley.conversation.TurnRequest;
import parley.conversation.TurnService;
import parley.dialect.AskedId;
import parley.dialect.IdempotencyKeys;
import parley.dialect.TurnAnswers;
import parley.dialect.TurnStreams;
import parley.dialect.UnknownModel;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.Json;
import parley.http.RateHeaders;
import parley.http.RequestFields;
import parley.llm.FinishReason;
import parley.llm.Part;

/// Completions that enter the history: each is a turn in a conversation of its own, and goes on if
/// its client goes away.
final class StoredCompletions {
    private static final String PREFIX = "chatcmpl-";
    static final String ID = "completion_id";

    private final ConversationService conversations;
    private final TurnService turns;
    private final String fingerprint;

    StoredCompletions(ConversationService conversations, TurnService turns, String fingerprint) {
        this.conversations = conversations;
        this.turns = turns;
        this.fingerprint = fingerprint;
    }

    record Deleted(String object, String id, boolean deleted) {}

    /// What is kept beside the answer.
    record Notes(@com.fasterxml.jackson.annotation.JsonRawValue String metadata) {}

    void answer(Exchange exchange, ChatRequest request) throws InterruptedException {
        long accountId = exchange.caller().id();
        TurnRequest asked =
                new TurnRequest(
                        accountId,
                        new ConversationTarget.Fresh(NewConversation.of(accountId)),
                        request.messages().stream().map(NewMessage::of).toList(),
                        request.model(),
                        request.options(),
                        Optional.empty(),
                        Json.text(new Notes(request.metadata())),
                        new MemoryPolicy.ModelBudget(),
                        true,
                        OpenAiDialect.NAME,
                        IdempotencyKeys.of(exchange));
        TurnHandle handle = UnknownModel.asNotFound(() -> turns.start(asked));
        RateHeaders.set(exchange, handle.limits(), RateHeaders.Family.OPENAI);
        exchange.setHeader("X-Session-Id", Long.toString(handle.conversation().id()));
        if (request.stream()) {
            TurnStreams.relay(exchange, handle, 0, new StoredStream(this, handle, request));
            return;
        }
        TurnHandle.Answer answer = TurnAnswers.await(exchange, handle);
        exchange.respond(whole(answer, request.legacyFunctions()));
    }

    void get(Exchange exchange) throws InterruptedException {
        Turn turn = load(exchange);
        TurnHandle handle = turns.attach(turn.accountId(), turn.id());
        exchange.respond(whole(TurnAnswers.await(exchange, handle), false));
    }

    void delete(Exchange exchange) throws InterruptedException {
        Turn turn = load(exchange);
        turns.stop(turn.accountId(), turn.id());
        // Its conversation was made for it: all that comes before is its request. What came after
        // it, through other contracts, stays.
        long place = conversations.loadMessage(turn.accountId(), turn.id()).sequence();
        conversations.deleteAnswer(turn.accountId(), turn.id(), Math.toIntExact(place - 1));
        exchange.respond(new Deleted("chat.completion.deleted", exchange.pathParameter(ID), true));
    }

    void update(Exchange exchange) {
        Turn turn = load(exchange);
        RequestFields body = new RequestFields(exchange.json());
        // Null takes the notes away.
        if (!exchange.json().has("metadata")) {
            throw body.missing("metadata");
        }
        String notes = Json.text(new Notes(Metadata.read(body)));
        conversations.setAttributes(turn.accountId(), turn.id(), notes);
        Message message = conversations.loadMessage(turn.accountId(), turn.id());
        exchange.respond(whole(turn, conversations.parts(message), metadata(message), false));
    }

    /// A completion that is kept whole, if it is still there and has these notes.
    Optional<ChatCompletion> find(Turn turn, Map<String, String> notes) {
        try {
            Message message = conversations.loadMessage(turn.accountId(), turn.id());
            String metadata = metadata(message);
            return Metadata.holds(metadata, notes)
                    ? Optional.of(whole(turn, conversations.parts(message), metadata, false))
                    : Optional.empty();
        } catch (AppException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /// @throws AppException (404) if the path names no completion of the caller
    Turn load(Exchange exchange) {
        return load(exchange, exchange.pathParameter(ID));
    }

    /// @throws AppException (404) if the caller has no such completion
    Turn load(Exchange exchange, String asked) {
        OptionalLong id =
                asked.startsWith(PREFIX)
                        ? AskedId.parse(asked.substring(PREFIX.length()))
                        : OptionalLong.empty();
        if (id.isEmpty()) {
            throw notThere(asked);
        }
        try {
            Turn turn = turns.load(exchange.caller().id(), id.getAsLong());
            if (turn.contract().equals(OpenAiDialect.NAME)) {
                return turn;
            }
        } catch (AppException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
        }
        throw notThere(asked);
    }

    static String idOf(Turn turn) {
        return PREFIX + turn.id();
    }

    CompletionHead head(Turn turn) {
        return new CompletionHead(
                idOf(turn),
                turn.startedAt().getEpochSecond(),
                turn.answeredBy().orElse(""),
                fingerprint);
    }

    /// Why the answer ended, in the wire's words.
    static String finishReason(Turn turn, boolean legacyFunctions) {
        String reason = turn.finishReason().orElse(FinishReason.STOP.wireName());
        return legacyFunctions && reason.equals(FinishReason.TOOL_CALLS.wireName())
                ? "function_call"
                : reason;
    }

    private ChatCompletion whole(TurnHandle.Answer answer, boolean legacyFunctions) {
        Turn turn = answer.turn();
        Message message = conversations.loadMessage(turn.accountId(), turn.id());
        return whole(turn, answer.parts(), metadata(message), legacyFunctions);
    }

    private ChatCompletion whole(
            Turn turn, List<Part> parts, String metadata, boolean legacyFunctions) {
        CompletionHead head = head(turn);
        return new ChatCompletion(
                head.id(),
                "chat.completion",
                head.created(),
                head.model(),
                head.fingerprint(),
                List.of(
                        ChatCompletion.Choice.of(
                                0,
                                Answer.of(parts, finishReason(turn, legacyFunctions)),
                                legacyFunctions)),
                TokenUsage.of(turn.usage()),
                metadata);
    }

    private static String metadata(Message message) {
        return new RequestFields(Json.readObject(message.attributes()))
                .find("metadata")
                .map(Json::text)
                .orElse("{}");
    }

    private static AppException notThere(String asked) {
        return new AppException(
                ErrorCode.NOT_FOUND, "There is no stored chat completion %s.".formatted(asked));
    }
}
