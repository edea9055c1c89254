package parley.llm.langchain;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.llm.FinishReason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Receives a streamed answer from LangChain4j, and looks itself at the chunks that have no text,
/// since LangChain4j passes over errors there. What goes wrong is kept until the stream was left:
/// LangChain4j would only log what is thrown here.
final class StreamedAnswer implements StreamingChatResponseHandler {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Answer answer;
    private final StreamState state;
    private final ProviderErrors errors;
    private @Nullable RuntimeException failure;
    private @Nullable FinishReason reason;

    StreamedAnswer(Answer answer, StreamState state, ProviderErrors errors) {
        this.answer = answer;
        this.state = state;
        this.errors = errors;
    }

    @Override
    public void onPartialResponse(String piece) {
        try {
            answer.add(piece);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    @Override
    public void onUnmappedRawEvent(Object event) {
        if (event instanceof ServerSentEvent sent) {
            try {
                readChunk(sent.data());
            } catch (JacksonException e) {
                fail(errors.badResponse("sent a piece of its answer that is not JSON.", e));
            }
        }
    }

    private void readChunk(String json) {
        JsonNode chunk = JSON.readTree(json);
        JsonNode error = chunk.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            fail(errors.ofErrorObject(json));
            return;
        }
        JsonNode finished = chunk.path("choices").path(0).path("finish_reason");
        if (finished.isString()) {
            reason = FinishReasons.of(finished.asString());
        }
        JsonNode usage = chunk.path("usage");
        if (usage.isObject()) {
            answer.count(
                    usage.path("prompt_tokens").asLong(0),
                    usage.path("completion_tokens").asLong(0));
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        answer.count(response.tokenUsage());
        if (response.finishReason() != null) {
            reason = FinishReasons.of(response.finishReason());
        }
    }

    @Override
    public void onError(Throwable error) {
        // LangChain4j wraps the data of an event that is called "error".
        String message = String.valueOf(error.getMessage());
        if (ErrorBody.isErrorObject(message)) {
            fail(errors.ofErrorObject(message));
            return;
        }
        fail(errors.badResponse("sent a piece of its answer that cannot be read.", error));
    }

    /// The first failure counts, and ends the reading.
    private void fail(RuntimeException newFailure) {
        if (failure == null) {
            failure = newFailure;
        }
        state.stop();
    }

    /// What went wrong on this side, or in what the provider said.
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /// Why the model ended its answer; empty if the stream ended before it said so.
    Optional<FinishReason> reason() {
        if (reason == null && state.endMarkSeen()) {
            return Optional.of(FinishReason.STOP);
        }
        return Optional.ofNullable(reason);
    }
}
