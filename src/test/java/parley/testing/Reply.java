package parley.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/// How a [ScriptedProvider] answers one request. Replies are put together from smaller ones with
/// [#then].
@FunctionalInterface
public interface Reply {
    void play(ProviderWire wire) throws IOException;

    default Reply then(Reply next) {
        return wire -> {
            play(wire);
            next.play(wire);
        };
    }

    // Whole replies

    /// An answer in the form that was asked for, as fast as possible.
    static Reply answer(String... tokens) {
        Reply streamed =
                streamHead()
                        .then(tokens(tokens))
                        .then(finish("stop"))
                        .then(usage(7, tokens.length))
                        .then(done());
        Reply whole =
                json(completion(String.join("", tokens), "stop", usageJson(7, tokens.length)));
        return wire -> (wire.request().wantsStream() ? streamed : whole).play(wire);
    }

    /// A streamed answer with a pause before each token.
    static Reply paced(Duration pace, String... tokens) {
        Reply all = streamHead().then(role());
        for (String token : tokens) {
            all = all.then(pause(pace)).then(tokens(token));
        }
        return all.then(finish("stop")).then(usage(7, tokens.length)).then(done());
    }

    static Reply json(String body) {
        return wire -> wire.whole(200, "application/json", "", body);
    }

    static Reply status(int status, String body) {
        return wire -> wire.whole(status, "application/json", "", body);
    }

    static Reply status(int status, String headers, String body) {
        return wire -> wire.whole(status, "application/json", headers, body);
    }

    static Reply html() {
        return wire -> wire.whole(200, "text/html", "", "<html><body>Welcome!</body></html>");
    }

    /// The events of a file in `recorded/openai`, as they are.
    static Reply recordedStream(String file) {
        return streamHead().then(wire -> wire.chunk(recorded(file))).then(ProviderWire::lastChunk);
    }

    static Reply recordedJson(String file) {
        return json(recorded(file));
    }

    // Pieces of streams

    static Reply streamHead() {
        return ProviderWire::streamHead;
    }

    static Reply role() {
        return event(chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null"));
    }

    static Reply tokens(String... tokens) {
        return wire -> {
            for (String token : tokens) {
                wire.event(chunk("{\"content\":%s}".formatted(quoted(token)), "null"));
            }
        };
    }

    static Reply finish(String reason) {
        return event(chunk("{}", quoted(reason)));
    }

    static Reply usage(long input, long output) {
        return event(
                "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":%s}"
                        .formatted(usageJson(input, output)));
    }

    static Reply event(String data) {
        return wire -> wire.event(data);
    }

    static Reply chunkOf(byte[] bytes) {
        return wire -> wire.chunk(bytes);
    }

    static Reply raw(String text) {
        return wire -> wire.text(text);
    }

    static Reply done() {
        return event("[DONE]").then(ProviderWire::lastChunk);
    }

    static Reply pause(Duration length) {
        return wire -> wire.pause(length);
    }

    static Reply hang() {
        return ProviderWire::hang;
    }

    static Reply close() {
        return ProviderWire::close;
    }

    static Reply reset() {
        return ProviderWire::reset;
    }

    // What they are made of

    private static String chunk(String delta, String finishReason) {
        return """
        {"id":"c","object":"chat.completion.chunk","created":1704459600,"model":"scripted",\
        "choices":[{"index":0,"delta":%s,"finish_reason":%s}]}\
        """
                .formatted(delta, finishReason);
    }

    static String completion(String text, String finishReason, String usage) {
        return """
        {"id":"c","object":"chat.completion","created":1704459600,"model":"scripted",\
        "choices":[{"index":0,"message":{"role":"assistant","content":%s},\
        "finish_reason":%s}],"usage":%s}\
        """
                .formatted(quoted(text), quoted(finishReason), usage);
    }

    static String usageJson(long input, long output) {
        return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}"
                .formatted(input, output, input + output);
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    static String recorded(String file) {
        try (InputStream stream = Reply.class.getResourceAsStream("/recorded/openai/" + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no recording " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The list of models, in the API's form.
    static Reply models(String... names) {
        String models =
                String.join(
                        ",",
                        Arrays.stream(names)
                                .map(name ->
                                        "{\"id\":%s,\"object\":\"model\",\"owned_by\":\"me\"}"
                                                .formatted(quoted(name)))
                                .toList());
        return json("{\"object\":\"list\",\"data\":[%s]}".formatted(models));
    }
}
