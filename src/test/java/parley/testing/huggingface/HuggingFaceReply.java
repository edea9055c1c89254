package parley.testing.huggingface;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import parley.testing.ProviderWire;
import parley.testing.Reply;
import tools.jackson.databind.json.JsonMapper;

/// Replies in the terms of Hugging Face's inference API (`inputs`, `parameters`), for a
/// [parley.testing.ScriptedProvider].
public final class HuggingFaceReply {
    private static final int[] PNG = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private HuggingFaceReply() {}

    /// An answer in the form that was asked for, as fast as possible.
    public static Reply answer(String... tokens) {
        Reply streamed = begun(tokens).then(ended("eos_token", tokens));
        Reply whole = Reply.json("[" + generated(String.join("", tokens)) + "]");
        return wire -> (wire.request().wantsStream() ? streamed : whole).play(wire);
    }

    public static Reply begun(String... tokens) {
        Reply reply = Reply.streamHead();
        for (String token : tokens) {
            reply = reply.then(token(token, false, "null", "null"));
        }
        return reply;
    }

    public static Reply ended(String reason, String... tokens) {
        return token(
                        "</s>",
                        true,
                        quoted(String.join("", tokens)),
                        "{\"finish_reason\":\"%s\",\"generated_tokens\":%d,\"input_length\":7}"
                                .formatted(reason, tokens.length))
                .then(ProviderWire::lastChunk);
    }

    private static Reply token(String text, boolean special, String whole, String details) {
        return wire ->
                wire.chunk(
                        "data:{\"index\":1,\"token\":{\"id\":1,\"text\":%s,\"logprob\":-0.1,\"special\":%s},\"generated_text\":%s,\"details\":%s}\n\n"
                                .formatted(quoted(text), special, whole, details));
    }

    public static String generated(String text) {
        return "{\"generated_text\":%s}".formatted(quoted(text));
    }

    /// The service while it loads a model.
    public static Reply loading(String model, double estimatedSeconds) {
        return Reply.status(
                503,
                "{\"error\":\"Model %s is currently loading\",\"estimated_time\":%s}"
                        .formatted(model, estimatedSeconds));
    }

    /// A file, with the type that the server calls it.
    public static Reply file(String type, byte[] bytes) {
        return wire -> {
            wire.text(
                    "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(type, bytes.length));
            wire.bytes(bytes);
            wire.flush();
        };
    }

    /// What begins like a PNG, of a certain length.
    public static byte[] png(int length) {
        return beginning(length, PNG);
    }

    public static byte[] beginning(int length, int... first) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
        Arrays.stream(first).forEach(bytes::write);
        bytes.writeBytes("x".repeat(length - first.length).getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
