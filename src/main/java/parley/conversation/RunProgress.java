package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.llm.FinishReason;
import parley.llm.ModelCall;
import parley.llm.Usage;

/// What is known of a run while it goes on.
final class RunProgress {
    /// The calls of models, oldest first: one, unless a specialist answers.
    final List<ModelCall> calls = new ArrayList<>();

    HistoryWindow.@Nullable History history;
    @Nullable FinishReason reason;

    /// What a specialist read and wrote that asked no model.
    Usage ownWork = Usage.NONE;

    /// How many models painted, wherever these went.
    int pictures;

    /// The calls that reached a provider.
    List<ModelCall> asked() {
        return calls.stream().filter(call -> call.timesAsked() > 0).toList();
    }
}
