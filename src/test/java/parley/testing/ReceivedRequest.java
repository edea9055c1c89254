package parley.testing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request as a [ScriptedProvider] saw it.
///
/// @param headers by name in small letters
/// @param abortedNanos completed with the time on the monotonic clock at which the server saw that
///   the caller had gone in the middle of the exchange
public record ReceivedRequest(
        String method,
        String path,
        Map<String, String> headers,
        String body,
        CompletableFuture<Long> abortedNanos) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /// The text of the last message, or what a model that only completes text is to complete.
    public String lastMessage() {
        JsonNode messages = json().path("messages");
        JsonNode content = messages.path(messages.size() - 1).path("content");
        return content.isArray()
                ? content.path(content.size() - 1).path("text").asString("")
                : content.asString(json().path("inputs").asString(""));
    }

    public boolean wantsStream() {
        return json().path("stream").asBoolean(false);
    }

    /// Waits until the server has seen that the caller went away.
    ///
    /// @param sinceNanos when the caller was told to
    /// @return how long that took
    /// @throws AssertionError if it takes longer than 5 s
    public Duration awaitAbort(long sinceNanos) throws InterruptedException {
        try {
            return Duration.ofNanos(abortedNanos.get(5, TimeUnit.SECONDS) - sinceNanos);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("The provider never saw that its caller went away.", e);
        }
    }
}
