package parley.llm.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.Usage;

/// Keeps the events of a run.
final class Recorded implements ModelEvents {
    private final List<ModelEvent> events = new ArrayList<>();

    @Override
    public void accept(ModelEvent event) {
        events.add(event);
    }

    List<ModelEvent> events() {
        return events;
    }

    List<String> deltas() {
        return events.stream()
                .filter(ModelEvent.TextDelta.class::isInstance)
                .map(event -> ((ModelEvent.TextDelta) event).text())
                .toList();
    }

    String text() {
        return deltas().stream().collect(Collectors.joining());
    }

    /// The end; fails if it is not there, or not last.
    ModelEvent.Finished finished() {
        if (events.isEmpty() || !(events.getLast() instanceof ModelEvent.Finished finished)) {
            throw new AssertionError("The run did not end with Finished: " + events);
        }
        return finished;
    }

    /// The counts that were said last.
    Usage usage() {
        return events.stream()
                .filter(ModelEvent.UsageReported.class::isInstance)
                .map(event -> ((ModelEvent.UsageReported) event).usage())
                .map(said ->
                        Usage.exact(
                                said.inputTokens().orElseThrow(),
                                said.outputTokens().orElseThrow()))
                .reduce(Usage.NONE, (_, last) -> last);
    }

    long ends() {
        return events.stream().filter(ModelEvent.Finished.class::isInstance).count();
    }
}
