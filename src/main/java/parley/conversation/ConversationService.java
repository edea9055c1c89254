package parley.conversation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.Part;

/// Conversations and their messages, for the account that asks. What belongs to another account is
/// not there.
public final class ConversationService {
    private static final int PAGE = 500;
    private static final int LONGEST_TITLE = 1000;

    private final ConversationStore store;
    private final TurnStore turnStore;
    private final TurnService turns;
    private final InstantSource clock;

    public ConversationService(
            ConversationStore store, TurnStore turnStore, TurnService turns, InstantSource clock) {
        this.store = store;
        this.turnStore = turnStore;
        this.turns = turns;
        this.clock = clock;
    }

    public Conversation create(NewConversation conversation) {
        requireTitle(conversation.title());
        return store.create(conversation, clock.instant());
    }

    public Optional<Conversation> find(long accountId, long conversationId) {
        return store.find(accountId, conversationId);
    }

    /// @throws AppException (404) if there is no such conversation
    public Conversation load(long accountId, long conversationId) {
        return find(accountId, conversationId).orElseThrow(() -> notFound(conversationId));
    }

    public Optional<Conversation> findByAlias(long accountId, String alias) {
        return store.findByAlias(accountId, alias);
    }

    public List<Conversation> list(ConversationQuery query) {
        return store.list(query);
    }

    /// How many match, whatever the query's offset and limit.
    public long count(ConversationQuery query) {
        return store.count(query);
    }

    /// Deletes a conversation for good. Answers that are being written in it are stopped first.
    ///
    /// @throws AppException (404) if there is no such conversation
    public void delete(long accountId, long conversationId) throws InterruptedException {
        load(accountId, conversationId);
        turns.stopAll(conversationId);
        if (!store.delete(accountId, conversationId)) {
            throw notFound(conversationId);
        }
    }

    /// @throws AppException (404) if there is no such conversation
    public void rename(long accountId, long conversationId, String title) {
        requireTitle(title);
        if (!store.rename(accountId, conversationId, title, clock.instant())) {
            throw notFound(conversationId);
        }
    }

    /// Makes the conversation's next answers come from another model.
    ///
    /// @throws AppException (404) if there is no such conversation, (400) if there is no such model
    public void switchModel(long accountId, long conversationId, String model)
            throws InterruptedException {
        load(accountId, conversationId);
        turns.requireModel(model);
        if (!store.switchModel(accountId, conversationId, model, clock.instant())) {
            throw notFound(conversationId);
        }
    }

    /// @throws AppException (404) if there is no such conversation
    public void attachDataSource(long accountId, long conversationId, OptionalLong dataSourceId) {
        if (!store.attachDataSource(accountId, conversationId, dataSourceId, clock.instant())) {
            throw notFound(conversationId);
        }
    }

    /// Adds a message that no model answers.
    ///
    /// @throws AppException (404) if there is no such conversation
    public Message append(long accountId, long conversationId, NewMessage message) {
        return store.append(
                        accountId,
                        conversationId,
                        message,
                        Titles.from(List.of(message)),
                        clock.instant())
                .orElseThrow(() -> notFound(conversationId));
    }

    /// All messages of a conversation that was loaded for its owner, oldest first. An answer that
    /// is being written is among them, as far as it is; one that failed before its first word is
    /// not.
    public List<Message> messages(Conversation conversation) {
        List<Message> all = new ArrayList<>();
        long after = 0;
        while (true) {
            List<Message> page = messagesAfter(conversation, after, PAGE);
            all.addAll(page.stream().filter(ConversationService::isWorthShowing).toList());
            if (page.size() < PAGE) {
                return all;
            }
            after = page.getLast().sequence();
        }
    }

    /// Messages after a place in the conversation, oldest first, at most `limit`.
    public List<Message> messagesAfter(Conversation conversation, long afterSequence, int limit) {
        return store.messages(conversation.id(), afterSequence, limit).stream()
                .map(this::withTextSoFar)
                .toList();
    }

    /// The newest messages before a place in the conversation, oldest of them first.
    public List<Message> messagesBefore(Conversation conversation, long beforeSequence, int limit) {
        return store.messagesBefore(conversation.id(), beforeSequence, limit).stream()
                .map(this::withTextSoFar)
                .toList();
    }

    /// @throws AppException (404) if there is no such message in a conversation of this account
    public Message loadMessage(long accountId, long messageId) {
        return findMessage(accountId, messageId).orElseThrow(() -> noMessage(messageId));
    }

    public Optional<Message> findMessage(long accountId, long messageId) {
        return store.findMessage(accountId, messageId).map(this::withTextSoFar);
    }

    /// @throws AppException (404) if there is no such message in this conversation
    public Message loadMessage(Conversation conversation, long messageId) {
        return findMessage(conversation.accountId(), messageId)
                .filter(message -> message.conversationId() == conversation.id())
                .orElseThrow(() -> noMessage(messageId));
    }

    /// All parts of a message that was loaded for its owner, in order; of an answer that is being
    /// written, as far as it is.
    public List<Part> parts(Message message) {
        if (!message.rich()) {
            return message.content().isEmpty()
                    ? List.of()
                    : List.of(new Part.Text(message.content()));
        }
        if (message.status().isEnd()) {
            return store.parts(List.of(message.id())).getOrDefault(message.id(), List.of());
        }
        List<Said> said =
                turns.saidSoFar(message.id())
                        .or(() -> turnStore.answer(message.id()).map(StoredAnswer::all))
                        .orElse(List.of());
        return AnswerPart.whole(AnswerPart.of(said, false));
    }

    /// The parts of those of the messages that are rich.
    public Map<Long, List<Part>> parts(List<Message> messages) {
        List<Message> rich = messages.stream().filter(Message::rich).toList();
        List<Long> ended =
                rich.stream().filter(message -> message.status().isEnd()).map(Message::id).toList();
        Map<Long, List<Part>> parts = new HashMap<>(store.parts(ended));
        for (Message message : rich) {
            parts.computeIfAbsent(message.id(), _ -> parts(message));
        }
        return parts;
    }

    /// Replaces what contracts keep beside a message.
    ///
    /// @param attributes the text of a JSON object
    /// @throws AppException (404) if there is no such message in a conversation of this account
    public void setAttributes(long accountId, long messageId, String attributes) {
        if (!store.setAttributes(accountId, messageId, attributes)) {
            throw noMessage(messageId);
        }
    }

    /// A new conversation that holds copies of everything up to and with a message.
    ///
    /// @throws AppException (404) if there is no such message in a conversation of this account;
    ///   (409) if it is still being written
    public Conversation branch(long accountId, long messageId) {
        Message last = loadMessage(accountId, messageId);
        if (!last.status().isEnd()) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "Message %d is still being written. Branch when it has ended."
                            .formatted(messageId));
        }
        return store.branch(accountId, last.conversationId(), last.sequence(), clock.instant())
                .orElseThrow(() -> noMessage(messageId));
    }

    /// Deletes an answer that has ended, and messages right before it, for good. A conversation in
    /// which nothing is left goes too.
    ///
    /// @param questions how many messages before the answer go with it
    /// @throws AppException (404) if there is no such message in a conversation of this account
    public void deleteAnswer(long accountId, long messageId, int questions) {
        Message answer = loadMessage(accountId, messageId);
        store.deleteMessages(
                accountId,
                answer.conversationId(),
                answer.sequence() - questions,
                answer.sequence());
    }

    /// The failure that says a conversation is not there, in the same words for unknown and foreign
    /// ones.
    public static AppException notFound(Object id) {
        return new AppException(ErrorCode.NOT_FOUND, "There is no conversation %s.".formatted(id));
    }

    private static AppException noMessage(long id) {
        return new AppException(ErrorCode.NOT_FOUND, "There is no message %d.".formatted(id));
    }

    private static boolean isWorthShowing(Message message) {
        return !message.content().isEmpty()
                || message.rich()
                || !message.status().isEnd()
                || message.status() == MessageStatus.COMPLETE;
    }

    private Message withTextSoFar(Message message) {
        if (message.status().isEnd()) {
            return message;
        }
        String text =
                turns.textSoFar(message.id())
                        .or(() -> turnStore.text(message.id()))
                        .orElse(message.content());
        return new Message(
                message.id(),
                message.conversationId(),
                message.sequence(),
                message.role(),
                text,
                message.contentType(),
                message.attributes(),
                message.status(),
                message.createdAt(),
                message.rich() || turns.isRich(message.id()));
    }

    private static void requireTitle(String title) {
        if (title.length() > LONGEST_TITLE) {
            throw AppException.invalid(
                    "title",
                    "title has %d characters; at most %d are allowed."
                            .formatted(title.length(), LONGEST_TITLE));
        }
    }
}
