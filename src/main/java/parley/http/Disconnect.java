package parley.http;

import java.util.ArrayList;
import java.util.List;

/// What is to be done if the client goes away before the answer is complete.
final class Disconnect {
    private enum State {
        OPEN,
        GONE,
        COMPLETE
    }

    private final List<Runnable> actions = new ArrayList<>(1);
    private State state = State.OPEN;

    /// Runs the action if the client goes away, on a thread of its own; at once if it has gone.
    synchronized void add(Runnable action) {
        switch (state) {
            case OPEN -> actions.add(action);
            case GONE -> Thread.startVirtualThread(action);
            case COMPLETE -> {}
        }
    }

    /// The client went away.
    synchronized void happened() {
        if (state == State.OPEN) {
            state = State.GONE;
            actions.forEach(Thread::startVirtualThread);
            actions.clear();
        }
    }

    synchronized boolean hasHappened() {
        return state == State.GONE;
    }

    /// The answer is complete, or was given up.
    ///
    /// @return whether it was not before
    synchronized boolean complete() {
        boolean wasOpen = state == State.OPEN;
        if (wasOpen) {
            state = State.COMPLETE;
            actions.clear();
        }
        return wasOpen;
    }
}
