package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation without its messages.
///
/// @param title empty until someone or the first message gives one
/// @param model the model as it was asked for; null for the server's default
/// @param dataSourceId what is asked in it; null where that is no data
/// @param forkedFrom what it branched from, which may be gone since; null for nothing
/// @param runningTurnId the turn that is being written, or waits longest; null for none
/// @param match where the words that were searched for were found; left out of other lists
record ShownConversation(
        long id,
        String title,
        @Nullable String model,
        boolean pinned,
        @JsonProperty("message_count") long messageCount,
        @JsonProperty("data_source_id") @Nullable Long dataSourceId,
        @JsonProperty("forked_from") @Nullable Origin forkedFrom,
        @JsonProperty("running_turn_id") @Nullable Long runningTurnId,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Match match) {
    /// @param messageId the last message that both have; null where they part before the first
    record Origin(
            @JsonProperty("conversation_id") long conversationId,
            @JsonProperty("message_id") @Nullable Long messageId) {}

    /// @param place `title` or `message`
    /// @param messageId null for the title
    /// @param ranges where the words are in the snippet: from and to, in UTF-16 units
    record Match(
            String place,
            @JsonProperty("message_id") @Nullable Long messageId,
            String snippet,
            List<List<Integer>> ranges) {}
}
