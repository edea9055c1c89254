package parley.dialect.parley;

import java.util.List;

/// Some of an account's conversations, newest update first.
///
/// @param total how many there are in all
record ConversationPage(long total, int offset, int limit, List<ShownConversation> conversations) {
    ConversationPage {
        conversations = List.copyOf(conversations);
    }
}
