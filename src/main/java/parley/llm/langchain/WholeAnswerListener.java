package parley.llm.langchain;

import dev.langchain4j.http.client.sse.ServerSentEventListener;

/// Receives a stream, and takes an answer in one piece as well, from servers that do not stream
/// whatever they are asked.
public interface WholeAnswerListener extends ServerSentEventListener {
    /// @param json the body, instead of events
    void onWholeAnswer(String json);
}
