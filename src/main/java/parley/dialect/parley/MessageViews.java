package parley.dialect.parley;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.conversation.BrowsingStore;
import parley.conversation.BrowsingStore.AnswerFacts;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.dialect.Timestamps;
import parley.llm.Part;
import parley.llm.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Shows messages with all that belongs to them. Asks the store once for a whole page, but for the
/// pictures.
final class MessageViews {
    private final ConversationService conversations;
    private final BrowsingStore store;
    private final MessagePictures pictures;

    MessageViews(ConversationService conversations, Browsing browsing) {
        this.conversations = conversations;
        this.store = browsing.store();
        this.pictures = new MessagePictures(browsing.images());
    }

    /// Empty if the account has no such message.
    Optional<ShownMessage> find(long accountId, long messageId) {
        return conversations.findMessage(accountId, messageId).map(found -> one(accountId, found));
    }

    ShownMessage one(long accountId, Message message) {
        return all(accountId, List.of(message)).getFirst();
    }

    /// @param accountId whose messages they are
    List<ShownMessage> all(long accountId, List<Message> messages) {
        Map<Long, AnswerFacts> answers =
                store.answers(
                        messages.stream()
                                .filter(message -> message.role() == Role.ASSISTANT)
                                .map(Message::id)
                                .toList());
        Map<Long, List<Part>> parts = conversations.parts(messages);
        List<ShownMessage> shown = new ArrayList<>();
        for (Message message : messages) {
            shown.add(
                    show(
                            accountId,
                            message,
                            Optional.ofNullable(answers.get(message.id())),
                            parts.get(message.id())));
        }
        return shown;
    }

    private ShownMessage show(
            long accountId,
            Message message,
            Optional<AnswerFacts> facts,
            @Nullable List<Part> parts) {
        JsonNode kept = JsonMapper.shared().readTree(message.attributes());
        MessagePictures.Shown shown = pictures.of(accountId, message, kept);
        Optional<ShownData> data = ShownData.of(message, kept);
        Optional<String> prose = Prose.of(message.content(), kept);
        KeptSources sources = KeptSources.of(message);
        Optional<AnswerFacts> turn = facts.filter(AnswerFacts::turn);
        return new ShownMessage(
                message.id(),
                message.sequence(),
                message.role().wireName(),
                message.content(),
                message.contentType().wireName(),
                message.status().wireName(),
                Timestamps.iso(message.createdAt()),
                parts == null ? null : ShownPart.of(parts),
                prose.orElse(null),
                facts.map(AnswerFacts::turn).orElse(null),
                facts.flatMap(AnswerFacts::answeredBy).orElse(null),
                turn.filter(_ -> message.status().isEnd())
                        .map(answer -> TokenUsage.of(answer.usage(), answer.nanoDollars()))
                        .orElse(null),
                turn.flatMap(AnswerFacts::finishReason).orElse(null),
                turn.flatMap(AnswerFacts::failure).map(TurnProblem::of).orElse(null),
                turn.flatMap(AnswerFacts::firstToken).map(ShownReceipt::millis).orElse(null),
                turn.flatMap(AnswerFacts::duration).map(ShownReceipt::millis).orElse(null),
                data.orElse(null),
                shown.images().isEmpty() ? null : shown.images(),
                shown.task().orElse(null),
                sources.sources(),
                sources.leftOut());
    }
}
