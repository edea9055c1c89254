package parley.dialect.dialogix;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.ConversationTarget;
import parley.dialect.AskedId;
import parley.error.AppException;

/// What conversations are called in this contract.
///
/// A client may call a conversation whatever it likes; it is then known by that name in its
/// account. Every conversation, of whatever contract, is also called `session-<id>`, and nothing
/// else. A name that a client invented comes first: should it have taken `session-7` before
/// conversation 7 was made, conversation 7 is called `session-07` instead, and so on until a name
/// is free. So no name ever means two conversations, and none is refused because of what the server
/// will do later.
final class ConversationNames {
    private static final Pattern SERVER_NAME = Pattern.compile("session-0*([1-9][0-9]*)");
    private static final int LONGEST_NAME = 200;

    private final ConversationService conversations;

    ConversationNames(ConversationService conversations) {
        this.conversations = conversations;
    }

    /// What a conversation is called that no client has named.
    String nameOf(Conversation conversation) {
        StringBuilder zeros = new StringBuilder();
        while (true) {
            String name = "session-%s%d".formatted(zeros, conversation.id());
            Optional<Conversation> named =
                    conversations.findByAlias(conversation.accountId(), name);
            if (named.isEmpty() || named.get().id() == conversation.id()) {
                return name;
            }
            zeros.append('0');
        }
    }

    /// The conversation of this account that has the name.
    Optional<Conversation> find(long accountId, String name) {
        return conversations.findByAlias(accountId, name).or(() -> findNumbered(accountId, name));
    }

    /// Where a message under this name goes. A name that is not known yet begins a conversation of
    /// its own.
    ///
    /// @throws AppException (400) if it is not known and cannot be a name
    ConversationTarget target(long accountId, String name) {
        Optional<Conversation> known = find(accountId, name);
        if (known.isPresent()) {
            return new ConversationTarget.Existing(known.get().id());
        }
        requireName(name);
        return new ConversationTarget.Named(name);
    }

    private Optional<Conversation> findNumbered(long accountId, String name) {
        Matcher matcher = SERVER_NAME.matcher(name);
        OptionalLong id =
                matcher.matches() ? AskedId.parse(matcher.group(1)) : OptionalLong.empty();
        // Only the name that is shown: with other zeros it is one that a client may invent.
        return id.isPresent()
                ? conversations
                        .find(accountId, id.getAsLong())
                        .filter(conversation -> nameOf(conversation).equals(name))
                : Optional.empty();
    }

    private static void requireName(String name) {
        boolean printable = name.codePoints().noneMatch(ConversationNames::isUnprintable);
        if (name.isBlank() || name.length() > LONGEST_NAME || !printable) {
            throw AppException.invalid(
                    "conversation_id",
                    "conversation_id must have 1 to %d printable characters."
                            .formatted(LONGEST_NAME));
        }
    }

    private static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}
