package parley.conversation;

import java.util.List;
import java.util.OptionalLong;
import parley.error.RateLimit;
import parley.limit.Admission;
import parley.llm.Usage;

/// A turn that may run: its place among the turns of the server, and what it takes of what its
/// account has left.
final class TurnAdmission implements AutoCloseable {
    private final ActiveTurns active;
    private final long accountId;
    private final Admission admission;
    private boolean closed;

    TurnAdmission(ActiveTurns active, long accountId, Admission admission) {
        this.active = active;
        this.accountId = accountId;
        this.admission = admission;
    }

    List<RateLimit> limits() {
        return admission.limits();
    }

    /// Replaces what was expected by what was used, and gives the places back.
    void settle(Usage used, OptionalLong nanoDollars) {
        admission.settle(used.totalTokens(), nanoDollars.orElse(0));
        close();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            admission.close();
            active.release(accountId);
        }
    }
}
