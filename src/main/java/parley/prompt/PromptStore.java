package parley.prompt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the prompts of accounts. Every change is durable when the method returns. What belongs to
/// another account is not found.
public interface PromptStore {
    Prompt create(long accountId, PromptDraft draft, Instant now);

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
