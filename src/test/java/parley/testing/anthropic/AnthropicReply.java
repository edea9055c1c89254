package parley.testing.anthropic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.testing.ProviderWire;
import parley.testing.Reply;
import tools.jackson.databind.json.JsonMapper;

/// Replies in the terms of Anthropic's Messages API, for a [parley.testing.ScriptedProvider].
public final class AnthropicReply {
    private AnthropicReply() {}

    /// An answer in the form that was asked for, as fast as possible.
    public static Reply answer(String... tokens) {
        Reply streamed = begun(tokens).then(ended("end_turn", tokens.length));
        Reply whole =
                Reply.json(
                        message(
                                "{\"type\":\"text\",\"text\":%s}"
                                        .formatted(quoted(String.join("", tokens))),
                                "end_turn",
                                tokens.length));
        return wire -> (wire.request().wantsStream() ? streamed : whole).play(wire);
    }

    /// The beginning of a streamed answer of text.
    public static Reply begun(String... tokens) {
        Reply reply =
                Reply.streamHead()
                        .then(messageStart(7))
                        .then(blockStart(0, "{\"type\":\"text\",\"text\":\"\"}"))
                        .then(event("ping", "{\"type\":\"ping\"}"));
        for (String token : tokens) {
            reply =
                    reply.then(
                            delta(
                                    0,
                                    "{\"type\":\"text_delta\",\"text\":%s}"
                                            .formatted(quoted(token))));
        }
        return reply;
    }

    /// The end of a streamed answer whose last block has the index 0.
    public static Reply ended(String stopReason, long outputTokens) {
        return blockStop(0)
                .then(messageDelta(stopReason, "{\"output_tokens\":%d}".formatted(outputTokens)))
                .then(messageStop());
    }

    public static Reply messageStart(long inputTokens) {
        return event(
                "message_start",
                """
                {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant",\
                "model":"claude-sonnet-4-5","content":[],"stop_reason":null,"stop_sequence":null,\
                "usage":{"input_tokens":%d,"output_tokens":1}}}\
                """
                        .formatted(inputTokens));
    }

    public static Reply blockStart(int index, String block) {
        return event(
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":%d,\"content_block\":%s}"
                        .formatted(index, block));
    }

    public static Reply delta(int index, String delta) {
        return event(
                "content_block_delta",
                "{\"type\":\"content_block_delta\",\"index\":%d,\"delta\":%s}"
                        .formatted(index, delta));
    }

    public static Reply blockStop(int index) {
        return event(
                "content_block_stop",
                "{\"type\":\"content_block_stop\",\"index\":%d}".formatted(index));
    }

    public static Reply messageDelta(String stopReason, String usage) {
        return event(
                "message_delta",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":%s,\"stop_sequence\":null},\"usage\":%s}"
                        .formatted(quoted(stopReason), usage));
    }

    public static Reply messageStop() {
        return event("message_stop", "{\"type\":\"message_stop\"}").then(ProviderWire::lastChunk);
    }

    public static Reply event(String name, String data) {
        return wire -> wire.chunk("event: %s\ndata: %s\n\n".formatted(name, data));
    }

    /// A whole message.
    ///
    /// @param content its blocks, separated by commas
    public static String message(String content, String stopReason, long outputTokens) {
        return """
        {"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5",\
        "content":[%s],"stop_reason":%s,"stop_sequence":null,\
        "usage":{"input_tokens":7,"output_tokens":%d}}\
        """
                .formatted(content, quoted(stopReason), outputTokens);
    }

    public static Reply error(int status, String headers, String type, String message) {
        return Reply.status(
                status,
                headers,
                "{\"type\":\"error\",\"error\":{\"type\":%s,\"message\":%s},\"request_id\":\"req_1\"}"
                        .formatted(quoted(type), quoted(message)));
    }

    /// The list of models, in the API's form, on one page.
    public static Reply models(String... names) {
        String models =
                Stream.of(names)
                        .map(name ->
                                "{\"type\":\"model\",\"id\":%s,\"display_name\":\"A model\",\"created_at\":\"2026-01-01T00:00:00Z\"}"
                                        .formatted(quoted(name)))
                        .collect(Collectors.joining(","));
        return Reply.json("{\"data\":[%s],\"has_more\":false}".formatted(models));
    }

    /// The events of a file in `recorded/anthropic`, as they are.
    public static Reply recordedStream(String file) {
        return Reply.streamHead()
                .then(wire -> wire.chunk(recorded(file)))
                .then(ProviderWire::lastChunk);
    }

    public static String recorded(String file) {
        try (InputStream stream =
                AnthropicReply.class.getResourceAsStream("/recorded/anthropic/" + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no recording " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
