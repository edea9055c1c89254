package parley.conversation;

import java.util.Optional;

/// What is needed to make a conversation; see [Conversation].
public record NewConversation(
        long accountId,
        String title,
        Optional<String> model,
        Optional<String> endUser,
        Optional<String> alias) {
    /// A conversation without title, model, label or alias.
    public static NewConversation of(long accountId) {
        return new NewConversation(
                accountId, "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    public NewConversation withTitle(String newTitle) {
        return new NewConversation(accountId, newTitle, model, endUser, alias);
    }

    public NewConversation withModel(Optional<String> newModel) {
        return new NewConversation(accountId, title, newModel, endUser, alias);
    }

    public NewConversation withEndUser(String newEndUser) {
        return new NewConversation(accountId, title, model, Optional.of(newEndUser), alias);
    }

    public NewConversation withAlias(String newAlias) {
        return new NewConversation(accountId, title, model, endUser, Optional.of(newAlias));
    }
}
