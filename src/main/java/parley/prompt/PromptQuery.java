package parley.prompt;

import java.util.List;
import java.util.Optional;

/// Which prompts are wanted.
///
/// @param scenario exactly this one
/// @param search what title, content or description hold, in any case
public record PromptQuery(
        long accountId,
        Optional<String> scenario,
        Optional<String> search,
        boolean includeTemplates,
        long offset,
        int limit) {

    /// A part of what matches: the account's own, last changed first, then the system's.
    ///
    /// @param total all that match
    public record Page(List<Prompt> prompts, long total) {
        public Page {
            prompts = List.copyOf(prompts);
        }
    }
}
