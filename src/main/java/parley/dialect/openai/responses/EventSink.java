package parley.dialect.openai.responses;

/// Takes the events of a response, in order.
@FunctionalInterface
interface EventSink {
    /// Nobody listens: only the items are wanted.
    EventSink NONE = _ -> {};

    void accept(ResponseEvent event) throws InterruptedException;
}
