package parley.dialect.parley;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.conversation.BrowsingStore;
import parley.conversation.BrowsingStore.Found;
import parley.conversation.BrowsingStore.Origin;
import parley.conversation.BrowsingStore.Overview;
import parley.conversation.Conversation;
import parley.conversation.FoldedText;
import parley.dialect.SearchWords;
import parley.dialect.Timestamps;

/// Shows conversations with what lists say of them. Asks the store once for a whole page.
final class ConversationViews {
    /// Of a conversation that was deleted in between.
    private static final Overview NOTHING =
            new Overview(false, Optional.empty(), 0, OptionalLong.empty());

    private final BrowsingStore store;

    ConversationViews(BrowsingStore store) {
        this.store = store;
    }

    ShownConversation one(Conversation conversation) {
        Map<Long, Overview> overviews = store.overviews(List.of(conversation.id()));
        return show(conversation, overviews, null);
    }

    /// @param words what was searched for
    List<ShownConversation> all(List<Conversation> conversations, SearchWords words) {
        List<Long> ids = conversations.stream().map(Conversation::id).toList();
        Map<Long, Overview> overviews = store.overviews(ids);
        List<String> folded = words.folded();
        List<Long> elsewhere =
                conversations.stream()
                        .filter(each -> !FoldedText.of(each.title()).holdsAll(folded))
                        .map(Conversation::id)
                        .toList();
        Map<Long, Found> messages =
                folded.isEmpty() ? Map.of() : store.firstMessages(elsewhere, words.typed());
        return conversations.stream()
                .map(each ->
                        show(
                                each,
                                overviews,
                                folded.isEmpty()
                                        ? null
                                        : match(each, messages.get(each.id()), folded)))
                .toList();
    }

    private static ShownConversation.Match match(
            Conversation conversation, @Nullable Found message, List<String> folded) {
        Snippet snippet =
                message == null
                        ? Snippet.of(conversation.title(), folded)
                        : said(message.text(), folded);
        return new ShownConversation.Match(
                message == null ? "title" : "message",
                message == null ? null : message.messageId(),
                snippet.text(),
                snippet.ranges().stream().map(range -> List.of(range.from(), range.to())).toList());
    }

    /// In plain words, unless what was searched for is in the marks alone.
    private static Snippet said(String text, List<String> folded) {
        Snippet plain = Snippet.of(PlainMarkdown.of(text), folded);
        return plain.ranges().isEmpty() ? Snippet.of(text, folded) : plain;
    }

    private static ShownConversation show(
            Conversation conversation,
            Map<Long, Overview> overviews,
            ShownConversation.@Nullable Match match) {
        Overview overview = overviews.getOrDefault(conversation.id(), NOTHING);
        return new ShownConversation(
                conversation.id(),
                conversation.title(),
                conversation.model().orElse(null),
                overview.pinned(),
                overview.messages(),
                orNull(conversation.dataSourceId()),
                overview.origin().map(ConversationViews::origin).orElse(null),
                orNull(overview.runningTurn()),
                Timestamps.iso(conversation.createdAt()),
                Timestamps.iso(conversation.updatedAt()),
                match);
    }

    private static ShownConversation.Origin origin(Origin origin) {
        return new ShownConversation.Origin(origin.conversationId(), orNull(origin.messageId()));
    }

    private static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
