package parley.llm;

/// Receives the events of one run, in order, on the thread that runs it.
@FunctionalInterface
public interface ModelEvents {
    void accept(ModelEvent event);
}
