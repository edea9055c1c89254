package parley.export;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A form in which a program writes conversations. It is recognised by what is in it.
public interface ConversationFormat {
    /// What it is called in reports: `parley`, `chatgpt`, `open_webui`.
    String name();

    /// Whether this is a conversation of this form.
    boolean recognises(JsonNode conversation);

    /// Refuses one of a later version than this program knows.
    ///
    /// @throws parley.error.AppException (422) if it is
    default void requireKnown(JsonNode conversation) {}

    /// The conversations in it: what is shown of it first, then its other branches.
    ///
    /// @param files what stands beside it
    /// @throws parley.error.AppException (4xx) if it is damaged
    List<ImportedConversation> read(JsonNode conversation, BesideFiles files);
}
