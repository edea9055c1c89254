package parley.bench.target;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A tab of a browser, over the Chrome DevTools Protocol.
public final class BrowserTab implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private @Nullable WebSocket socket;

    private BrowserTab() {}

    static BrowserTab connect(HttpClient http, URI address) throws InterruptedException {
        BrowserTab tab = new BrowserTab();
        tab.socket = await(http.newWebSocketBuilder().buildAsync(address, tab.new Answers()));
        return tab;
    }

    /// Goes to an address, and returns when the browser has begun to.
    public void go(String address) throws InterruptedException {
        call("Page.navigate", Map.of("url", address));
    }

    /// The value of an expression, as JSON; if it is a promise, what it resolves to.
    ///
    /// @throws AppException if it throws
    public JsonNode evaluate(String expression) throws InterruptedException {
        JsonNode answer =
                call(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "awaitPromise",
                                true,
                                "returnByValue",
                                true));
        JsonNode problem = answer.path("exceptionDetails");
        if (!problem.isMissingNode()) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE,
                    "The page failed: "
                            + problem.path("exception").path("description").stringValue(""));
        }
        return answer.path("result").path("value");
    }

    /// Presses a key that writes this character.
    public void type(char character) throws InterruptedException {
        String text = String.valueOf(character);
        call("Input.dispatchKeyEvent", Map.of("type", "char", "text", text));
    }

    private JsonNode call(String method, Map<String, Object> parameters)
            throws InterruptedException {
        WebSocket connected = socket;
        if (connected == null) {
            throw new IllegalStateException("Not connected");
        }
        int number = numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(number, answer);
        String text =
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of("id", number, "method", method, "params", parameters));
        await(connected.sendText(text, true));
        return await(answer).path("result");
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AppException(ErrorCode.UNAVAILABLE, "The browser does not answer.", e);
        }
    }

    @Override
    public void close() {
        WebSocket connected = socket;
        if (connected != null) {
            connected.abort();
        }
    }

    /// Joins the pieces of messages, and hands each to whoever waits for it.
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode message = JsonMapper.shared().readTree(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> waiting = open.remove(message.path("id").asInt(0));
                if (waiting != null) {
                    waiting.complete(message);
                }
            }
            webSocket.request(1);
            return null;
        }
    }
}
