package parley.conversation;

import org.jspecify.annotations.Nullable;
import parley.llm.FinishReason;
import parley.llm.ModelCall;

/// What is known of a run while it goes on.
final class RunProgress {
    HistoryWindow.@Nullable History history;
    @Nullable ModelCall call;
    @Nullable FinishReason reason;
}
