package parley.conversation;

import java.util.Optional;
import parley.llm.ModelOptions;

/// How an answer is asked for: what is kept beside a turn until its answer is complete, so that one
/// which ended early can be gone on with as it began.
///
/// @param instructions a system text for this turn alone
public record TurnWish(ModelOptions options, Optional<String> instructions, MemoryPolicy memory) {
    public static final TurnWish DEFAULT =
            new TurnWish(ModelOptions.DEFAULT, Optional.empty(), new MemoryPolicy.ModelBudget());

    /// Nothing that would have to be kept.
    public boolean isDefault() {
        return equals(DEFAULT);
    }
}
