package parley.llm.langchain;

import com.fasterxml.jackson.core.util.BufferRecyclers;

/// The buffers of LangChain4j's JSON parser. It keeps 16 kB for each thread, which is right for a
/// pool of a few; here every stream has its thread, and spends its time waiting.
@SuppressWarnings("deprecation") // There is no other way to the pool that LangChain4j uses.
final class ParserBuffers extends BufferRecyclers {
    private ParserBuffers() {}

    /// Gives up the current thread's buffers. New ones cost about a microsecond.
    static void release() {
        _recyclerRef.remove();
    }
}
