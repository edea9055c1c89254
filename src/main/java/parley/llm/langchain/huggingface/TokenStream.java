package parley.llm.langchain.huggingface;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.util.function.BiConsumer;
import parley.llm.langchain.ProviderErrors;
import parley.llm.langchain.StreamState;
import parley.llm.langchain.WholeAnswerListener;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a completion token by token: `{"token": {"text", "special"}, "generated_text",
/// "details"}`, of which the last one has the whole text. What it throws ends the reading.
final class TokenStream implements WholeAnswerListener {
    private final Completion completion;
    private final StreamState state;
    private final ProviderErrors errors;
    private final BiConsumer<String, Completion> whole;
    private boolean finished;

    /// @param whole takes the answer of a server that does not stream
    TokenStream(
            Completion completion,
            StreamState state,
            ProviderErrors errors,
            BiConsumer<String, Completion> whole) {
        this.completion = completion;
        this.state = state;
        this.errors = errors;
        this.whole = whole;
    }

    @Override
    public void onWholeAnswer(String json) {
        if (json.contains("\"error\"")) {
            requireNoError(read(json), json);
        }
        whole.accept(json, completion);
        finished = true;
    }

    @Override
    public void onEvent(ServerSentEvent event) {
        JsonNode data = read(event.data());
        requireNoError(data, event.data());
        JsonNode token = data.path("token");
        if (!token.path("special").asBoolean(false)) {
            completion.add(token.path("text").asString(""));
        }
        if (data.path("generated_text").isString()) {
            finished = true;
            completion.finish(data.path("details"));
            state.seeEndMark();
        }
    }

    private JsonNode read(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw errors.badResponse("sent a piece of its answer that is not JSON.", e);
        }
    }

    private void requireNoError(JsonNode data, String json) {
        if (data.hasNonNull("error")) {
            throw errors.ofErrorObject(json);
        }
    }

    /// Never called: what goes wrong is thrown where the stream is read.
    @Override
    public void onError(Throwable error) {
        throw errors.badResponse("sent a piece of its answer that cannot be read.", error);
    }

    boolean finished() {
        return finished;
    }
}
