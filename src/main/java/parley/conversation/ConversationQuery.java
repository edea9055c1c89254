package parley.conversation;

import java.time.Instant;
import java.util.Optional;

/// Which of an account's conversations are wanted. Newest update first.
///
/// @param model only those that use exactly this model name
/// @param createdFrom only those created at this time or after
/// @param createdUntil only those created at this time or before
/// @param offset how many to skip
/// @param limit the most to return
public record ConversationQuery(
        long accountId,
        Optional<String> model,
        Optional<Instant> createdFrom,
        Optional<Instant> createdUntil,
        long offset,
        int limit) {
    /// The newest conversations, without a filter.
    public static ConversationQuery newest(long accountId, int limit) {
        return new ConversationQuery(
                accountId, Optional.empty(), Optional.empty(), Optional.empty(), 0, limit);
    }
}
