package parley.llm.langchain;

/// What the reader of a stream and the receiver of its answer tell each other. LangChain4j stands
/// between them and passes on neither the stream's end mark nor a wish to stop. Both run on one
/// thread.
public final class StreamState {
    /// The stream that the current thread reads.
    public static final ScopedValue<StreamState> CURRENT = ScopedValue.newInstance();

    private boolean endMarkSeen;
    private boolean stopped;

    static StreamState current() {
        return CURRENT.isBound() ? CURRENT.get() : new StreamState();
    }

    /// `[DONE]` came: what follows does not matter.
    public void seeEndMark() {
        endMarkSeen = true;
    }

    boolean endMarkSeen() {
        return endMarkSeen;
    }

    /// The receiver has failed, and wants nothing more.
    void stop() {
        stopped = true;
    }

    boolean isOver() {
        return endMarkSeen || stopped;
    }
}
