package parley.prompt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the prompts of accounts. Every change is durable when the method returns. What belongs to
/// another account is not found.
public interface PromptStore {
    Prompt create(long accountId, PromptDraft draft, Instant now);

    /// A prompt that was made elsewhere, as it was there, unless the account has one of this
    /// origin.
    ///
    /// @param prompt its id is that of where it was made
    /// @return the new one; empty if it was here before
    Optional<Prompt> arrive(long accountId, Prompt prompt, String origin);

    /// Where a prompt came from that was imported.
    Optional<String> origin(long accountId, long promptId);

    /// All prompts of an account in the order of their ids.
    ///
    /// @param afterId 0 for the beginning
    List<Prompt> all(long accountId, long afterId, int limit);

    Optional<Prompt> find(long accountId, long promptId);

    /// Last changed first. Of the query's templates nothing is known here.
    List<Prompt> list(PromptQuery query);

    /// How many match, whatever the query's offset and limit.
    long count(PromptQuery query);

    /// @return the prompt as it is now; empty if there is none
    Optional<Prompt> update(long accountId, long promptId, PromptDraft draft, Instant now);

    /// @return whether there was one
    boolean delete(long accountId, long promptId);

    /// Counts a use.
    void used(long accountId, long promptId);

    /// How often this account used each system template it ever used.
    Map<Long, Long> templateUses(long accountId);
}
