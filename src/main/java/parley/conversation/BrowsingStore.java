package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import parley.llm.Usage;

/// Conversations as people browse them: pinned ones first, searched by words, with what branched
/// from what and what every answer took. What belongs to another account is not found.
public interface BrowsingStore {
    /// The pinned ones first, of these and of the others the most recently changed.
    Page page(Query query);

    /// What lists show beside conversations of which the caller knows that they may be seen.
    Map<Long, Overview> overviews(List<Long> conversationIds);

    /// The first message of each of these conversations that holds all the words.
    ///
    /// @param words as they were typed
    Map<Long, Found> firstMessages(List<Long> conversationIds, List<String> words);

    /// It does not count as a change of the conversation.
    ///
    /// @return whether there is such a conversation
    boolean pin(long accountId, long conversationId, boolean pinned);

    /// A new conversation with copies of all messages up to and with a place in another, at the
    /// same places. What is being written is not copied. Copies are not turns: they cost nothing
    /// and cannot be continued.
    ///
    /// @param lastSequence 0 for none
    /// @return empty if there is no such conversation
    Optional<Conversation> fork(
            long accountId, long conversationId, long lastSequence, Instant now);

    /// The conversation and all that have an ancestor in common with it. Empty if there is no such
    /// conversation.
    List<BranchingPoint.Relative> family(long accountId, long conversationId);

    /// What is known of those messages that are answers.
    Map<Long, AnswerFacts> answers(List<Long> messageIds);

    /// @param words all of them must be in the title, or in one message that a user or the
    ///   assistant wrote; none for all conversations. Case and accents do not matter
    record Query(long accountId, List<String> words, long offset, int limit) {
        public Query {
            words = List.copyOf(words);
        }
    }

    /// @param total how many match, whatever the query's offset and limit
    record Page(long total, List<Conversation> conversations) {
        public Page {
            conversations = List.copyOf(conversations);
        }
    }

    /// @param runningTurn the turn that is being written, or waits longest
    record Overview(
            boolean pinned, Optional<Origin> origin, long messages, OptionalLong runningTurn) {}

    /// @param messageId the last message that both have; empty where they part before the first
    record Origin(long conversationId, OptionalLong messageId) {}

    record Found(long messageId, String text) {}

    /// @param turn false for a copy, which cannot be continued and cost nothing
    /// @param duration from the acceptance of the question to the end; empty until then
    /// @param firstToken from the call of the provider to the first piece of the answer
    record AnswerFacts(
            boolean turn,
            Optional<String> answeredBy,
            Usage usage,
            OptionalLong nanoDollars,
            Optional<Duration> firstToken,
            Optional<String> finishReason,
            Optional<Turn.Failure> failure,
            Optional<Duration> duration) {}
}
