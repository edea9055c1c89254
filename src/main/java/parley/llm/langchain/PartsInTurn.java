package parley.llm.langchain;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;

/// Passes the parts of an answer on one after another, though a server may mix the pieces of its
/// calls: what comes while a call is not whole, and does not belong to it, waits for its end.
final class PartsInTurn {
    private final ModelEvents receiver;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable OpenCall open;
    private int passed = -1;

    private sealed interface Waiting {
        record Event(ModelEvent event) implements Waiting {}

        record Call(OpenCall call, StringBuilder arguments) implements Waiting {}
    }

    PartsInTurn(ModelEvents receiver) {
        this.receiver = receiver;
    }

    /// Takes something that is not a piece of a call. Counts belong to no part and never wait.
    void accept(ModelEvent event) {
        if (event instanceof ModelEvent.UsageReported) {
            receiver.accept(event);
            return;
        }
        waiting.add(new Waiting.Event(event));
        passWaiting();
    }

    /// Takes a piece of a call. What comes after the end of its arguments has nothing to say.
    void accept(OpenCall call, String arguments) {
        if (call == open) {
            pass(call, arguments);
        } else if (call.index() > passed) {
            waitingText(call).append(arguments);
        }
        passWaiting();
    }

    private StringBuilder waitingText(OpenCall call) {
        for (Waiting each : waiting) {
            if (each instanceof Waiting.Call(OpenCall other, StringBuilder text) && other == call) {
                return text;
            }
        }
        StringBuilder text = new StringBuilder();
        waiting.add(new Waiting.Call(call, text));
        return text;
    }

    /// Nothing comes any more: passes on whatever waits.
    void finish() {
        while (!waiting.isEmpty()) {
            passNext();
        }
    }

    private void passWaiting() {
        while (!waiting.isEmpty() && (open == null || open.isWhole())) {
            passNext();
        }
    }

    private void passNext() {
        switch (waiting.remove()) {
            case Waiting.Event(ModelEvent event) -> {
                open = null;
                receiver.accept(event);
            }
            case Waiting.Call(OpenCall call, StringBuilder arguments) -> {
                open = call;
                passed = call.index();
                pass(call, arguments.toString());
            }
        }
    }

    private void pass(OpenCall call, String arguments) {
        receiver.accept(
                new ModelEvent.ToolCallDelta(call.index(), call.id(), call.name(), arguments));
    }
}
