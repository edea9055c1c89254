package parley.llm.langchain;

/// The thread was interrupted, and the connection is closed. Crosses LangChain4j, whose methods
/// cannot throw `InterruptedException`; the thread's interruption is still set.
public final class CallInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallInterrupted(Throwable cause) {
        super("The call was interrupted.", cause);
    }
}
