package parley.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import parley.analysis.DataSource;
import parley.analysis.DataSources;
import parley.conversation.AnswerPart;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.ConversationTransfer;
import parley.conversation.Message;
import parley.conversation.WholeMessage;

/// Reads whole conversations, a few messages at a time.
public final class ConversationSource {
    /// Messages may hold pictures of many megabytes.
    private static final int AT_ONCE = 20;

    private static final int CONVERSATIONS_AT_ONCE = 500;

    private final ConversationService conversations;
    private final ConversationTransfer transfer;
    private final OriginStore origins;
    private final DataSources sources;

    public ConversationSource(
            ConversationService conversations,
            ConversationTransfer transfer,
            OriginStore origins,
            DataSources sources) {
        this.conversations = conversations;
        this.transfer = transfer;
        this.origins = origins;
        this.sources = sources;
    }

    /// All conversations of an account.
    public void forEach(long accountId, Consumer<Conversation> action) {
        List<Conversation> some = transfer.conversations(accountId, 0, CONVERSATIONS_AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(action);
            some = transfer.conversations(accountId, some.getLast().id(), CONVERSATIONS_AT_ONCE);
        }
    }

    /// All messages, oldest first; an answer that is being written as far as it is.
    public void forEachMessage(Conversation conversation, Consumer<WholeMessage> action) {
        List<WholeMessage> some = transfer.messages(conversation.id(), 0, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(message -> action.accept(asFarAsWritten(conversation, message)));
            some = transfer.messages(conversation.id(), some.getLast().sequence(), AT_ONCE);
        }
    }

    private WholeMessage asFarAsWritten(Conversation conversation, WholeMessage message) {
        if (message.status().isEnd()) {
            return message;
        }
        Message now = conversations.loadMessage(conversation.accountId(), message.id());
        List<AnswerPart> said =
                now.rich()
                        ? conversations.parts(now).stream()
                                .<AnswerPart>map(AnswerPart.Whole::new)
                                .toList()
                        : List.of();
        return message.soFar(now.content(), said);
    }

    /// Where it comes from: from elsewhere, if it was imported, else from here.
    public String origin(Conversation conversation) {
        return transfer.origin(conversation.accountId(), conversation.id())
                .orElseGet(
                        () -> new Origins.Own(conversation.id(), conversation.createdAt()).name());
    }

    Optional<SourceReference> source(Conversation conversation) {
        if (conversation.dataSourceId().isEmpty()) {
            return Optional.empty();
        }
        return sources.find(conversation.accountId(), conversation.dataSourceId().getAsLong())
                .map(this::reference);
    }

    private SourceReference reference(DataSource source) {
        return new SourceReference(
                SourceOrigins.of(origins, source), source.name(), source.type().wireName());
    }
}
