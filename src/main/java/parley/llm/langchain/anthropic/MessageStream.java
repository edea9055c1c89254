package parley.llm.langchain.anthropic;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.HashMap;
import java.util.Map;
import parley.llm.langchain.ProviderErrors;
import parley.llm.langchain.StreamState;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the events of a streamed message. What it throws ends the reading.
final class MessageStream implements ServerSentEventListener {
    private final MessageEvents events;
    private final StreamState state;
    private final ProviderErrors errors;
    private final Map<Integer, OpenBlock> blocks = new HashMap<>();
    private String stopReason = "";
    private boolean stopped;

    MessageStream(MessageEvents events, StreamState state, ProviderErrors errors) {
        this.events = events;
        this.state = state;
        this.errors = errors;
    }

    @Override
    public void onEvent(ServerSentEvent event) {
        JsonNode data = read(event.data());
        switch (data.path("type").asString("")) {
            case "message_start" -> events.used(data.path("message").path("usage"), false);
            case "content_block_start" ->
                    blocks.put(
                            data.path("index").asInt(0), events.open(data.path("content_block")));
            case "content_block_delta" ->
                    blocks.getOrDefault(data.path("index").asInt(0), new OpenBlock.Ignored())
                            .add(data.path("delta"));
            case "content_block_stop" -> close(data.path("index").asInt(0));
            case "message_delta" -> {
                stopReason = data.path("delta").path("stop_reason").asString(stopReason);
                events.used(data.path("usage"), !stopReason.isEmpty());
            }
            case "message_stop" -> {
                stopped = true;
                state.seeEndMark();
            }
            case "error" -> throw errors.ofErrorObject(event.data());
            // `ping`, and what later versions of the API may bring.
            default -> requireNoError(data, event.data());
        }
    }

    private JsonNode read(String json) {
        try {
            JsonNode data = JsonMapper.shared().readTree(json);
            if (data.isObject()) {
                return data;
            }
        } catch (JacksonException e) {
            throw errors.badResponse("sent a piece of its answer that is not JSON.", e);
        }
        throw errors.badResponse("sent a piece of its answer that cannot be read.", null);
    }

    private void requireNoError(JsonNode data, String json) {
        if (data.hasNonNull("error")) {
            throw errors.ofErrorObject(json);
        }
    }

    private void close(int index) {
        OpenBlock block = blocks.remove(index);
        if (block != null) {
            block.close();
        }
    }

    /// Never called: what goes wrong is thrown where the stream is read.
    @Override
    public void onError(Throwable error) {
        throw errors.badResponse("sent a piece of its answer that cannot be read.", error);
    }

    /// Whether the message has come to its end.
    boolean stopped() {
        return stopped;
    }

    void finish() {
        events.finish(stopReason);
    }
}
