package parley.llm.local.child;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import parley.llm.local.wire.Ask;
import parley.llm.local.wire.Tell;

/// Something that answers. Called by many threads at once.
public interface Engine {
    /// Where an answer goes.
    interface Answer {
        /// @throws ClosedChannelException if nobody listens any more
        void tell(Tell tell) throws IOException;

        /// Whether nobody wants the rest.
        boolean isCancelled();
    }

    /// How many tokens a conversation may have.
    int contextTokens();

    /// Answers, and returns when the answer is over: its last word is [Tell#isLast].
    void answer(Ask ask, Answer answer) throws IOException;
}
