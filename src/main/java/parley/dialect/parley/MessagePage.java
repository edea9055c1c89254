package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// Some of a conversation's messages, oldest first.
///
/// @param hasMore whether there are more in the direction that was asked for
/// @param hasEarlier whether there are messages before the first of these
/// @param hasLater whether there are messages behind the last of these
record MessagePage(
        List<ShownMessage> messages,
        @JsonProperty("has_more") boolean hasMore,
        @JsonProperty("has_earlier") boolean hasEarlier,
        @JsonProperty("has_later") boolean hasLater) {
    MessagePage {
        messages = List.copyOf(messages);
    }
}
