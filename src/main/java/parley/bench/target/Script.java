package parley.bench.target;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the scripted provider sends for one request, prepared down to the byte.
///
/// @param delay how long it waits before the first piece
/// @param interval how long it waits between pieces
/// @param pieces what is sent, each in a write of its own; the first holds the head
record Script(Duration delay, Duration interval, List<byte[]> pieces) {
    private static final String ONE_TOKEN = "lorem ";
    private static final int USUAL_TOKENS = 64;
    private static final String STREAM_HEAD =
            """
            HTTP/1.1 200 OK\r
            Content-Type: text/event-stream\r
            Cache-Control: no-cache\r
            Transfer-Encoding: chunked\r
            \r
            """;
    private static final String DELTA = "\"content\":\"" + ONE_TOKEN + "\"";
    private static final String CHOICE =
            """
            [{"index":0,"delta":{%s},"finish_reason":%s}]\
            """;
    private static final String MODELS =
            """
            {"object":"list","data":[\
            {"id":"bench","object":"model","created":1700000000,"owned_by":"bench"},\
            {"id":"bench-wait-20","object":"model","created":1700000000,"owned_by":"bench"}]}\
            """;
    private static final String NOT_FOUND =
            """
            {"error":{"message":"There is nothing here.","type":"invalid_request_error"}}\
            """;

    /// The list of models.
    static Script models() {
        return whole(Duration.ZERO, "200 OK", MODELS);
    }

    static Script notFound() {
        return whole(Duration.ZERO, "404 Not Found", NOT_FOUND);
    }

    /// An answer of 64 tokens in one piece.
    static Script answer(Duration delay) {
        return whole(delay, "200 OK", completion(ONE_TOKEN.repeat(USUAL_TOKENS).strip()));
    }

    /// An answer of 64 tokens as a stream, as fast as it can be written.
    static Script stream(Duration delay) {
        return stream(delay, Duration.ZERO, USUAL_TOKENS);
    }

    /// An answer as a stream at a steady pace.
    static Script stream(Duration delay, Duration interval, int tokens) {
        List<byte[]> pieces = new ArrayList<>();
        byte[] opening = event(chunk(CHOICE.formatted("\"role\":\"assistant\"," + DELTA, "null")));
        pieces.add(joined(ascii(STREAM_HEAD), opening));
        byte[] next = event(chunk(CHOICE.formatted(DELTA, "null")));
        for (int token = 1; token < tokens; token++) {
            pieces.add(next);
        }
        pieces.add(event(chunk(CHOICE.formatted("", "\"stop\""))));
        pieces.add(event(chunk("[],\"usage\":" + usage(tokens))));
        pieces.add(joined(event("[DONE]"), ascii("0\r\n\r\n")));
        return new Script(delay, interval, pieces);
    }

    private static String chunk(String choices) {
        return """
        {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1700000000,\
        "model":"bench","choices":%s}\
        """
                .formatted(choices);
    }

    private static String completion(String text) {
        return """
        {"id":"chatcmpl-bench","object":"chat.completion","created":1700000000,\
        "model":"bench","choices":[{"index":0,"message":{"role":"assistant","content":"%s"},\
        "finish_reason":"stop"}],"usage":%s}\
        """
                .formatted(text, usage(USUAL_TOKENS));
    }

    private static String usage(int tokens) {
        return """
        {"prompt_tokens":8,"completion_tokens":%d,"total_tokens":%d}\
        """
                .formatted(tokens, tokens + 8);
    }

    private static Script whole(Duration delay, String status, String json) {
        String response =
                "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(status, json.length(), json);
        return new Script(delay, Duration.ZERO, List.of(ascii(response)));
    }

    private static byte[] event(String data) {
        String event = "data: " + data + "\n\n";
        return ascii("%x\r\n%s\r\n".formatted(event.length(), event));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
