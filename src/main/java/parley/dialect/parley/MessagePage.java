package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// Some of a conversation's messages, oldest first.
///
/// @param hasMore whether there are more in the direction that was asked for
record MessagePage(List<ShownMessage> messages, @JsonProperty("has_more") boolean hasMore) {
    MessagePage {
        messages = List.copyOf(messages);
    }
}
