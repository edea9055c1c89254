package parley.llm.langchain;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.llm.FinishReason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Hears the events of a streamed answer. A failure is kept until the stream was left: what the
/// reader of a stream throws would be taken for a fault of the connection.
final class StreamedAnswer implements ServerSentEventListener {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AnswerParts parts;
    private final StreamState state;
    private final ProviderErrors errors;
    private @Nullable RuntimeException failure;

    StreamedAnswer(AnswerParts parts, StreamState state, ProviderErrors errors) {
        this.parts = parts;
        this.state = state;
        this.errors = errors;
    }

    @Override
    public void onOpen(SuccessfulHttpResponse response) {}

    @Override
    public void onEvent(ServerSentEvent event) {
        try {
            take(event);
        } catch (JacksonException e) {
            fail(errors.badResponse("sent a piece of its answer that is not JSON.", e));
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void take(ServerSentEvent event) {
        JsonNode chunk = JSON.readTree(event.data());
        JsonNode error = chunk.path("error");
        boolean failed = !error.isMissingNode() && !error.isNull();
        if (failed || "error".equals(event.event())) {
            fail(errors.ofErrorObject(event.data()));
            return;
        }
        parts.take(chunk, "delta");
    }

    @Override
    public void onError(Throwable error) {
        fail(errors.badResponse("sent a piece of its answer that cannot be read.", error));
    }

    @Override
    public void onClose() {}

    private void fail(RuntimeException newFailure) {
        if (failure == null) {
            failure = newFailure;
        }
        state.stop();
    }

    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /// Why the answer ended; empty if the stream broke off before it said so.
    Optional<FinishReason> reason() {
        return parts.reason().isEmpty() && state.endMarkSeen()
                ? Optional.of(FinishReason.STOP)
                : parts.reason();
    }
}
