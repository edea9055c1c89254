package parley.testing.counterpart;

import parley.testing.Reply;
import parley.testing.anthropic.AnthropicReply;

/// Answers in the form of Anthropic's API, with signed thoughts.
final class AnthropicScript {
    private AnthropicScript() {}

    static Reply reply(Kind kind, boolean calls, boolean streamed) {
        String reason = calls ? "tool_use" : "end_turn";
        return streamed ? streamed(kind, calls, reason) : whole(kind, calls, reason);
    }

    private static Reply streamed(Kind kind, boolean calls, String reason) {
        Reply begun =
                Reply.streamHead()
                        .then(AnthropicReply.messageStart(7))
                        .then(
                                AnthropicReply.blockStart(
                                        0, "{\"type\":\"thinking\",\"thinking\":\"\"}"))
                        .then(
                                AnthropicReply.delta(
                                        0,
                                        "{\"type\":\"thinking_delta\",\"thinking\":\"%s\"}"
                                                .formatted(kind.thought())))
                        .then(
                                AnthropicReply.delta(
                                        0,
                                        "{\"type\":\"signature_delta\",\"signature\":\"%s\"}"
                                                .formatted(kind.signature())))
                        .then(AnthropicReply.blockStop(0))
                        .then(text(1, calls ? kind.announcement() : kind.answer()));
        Reply said = calls ? begun.then(call(2, kind)) : begun;
        return said.then(AnthropicReply.messageDelta(reason, "{\"output_tokens\":3}"))
                .then(AnthropicReply.messageStop());
    }

    private static Reply text(int index, String text) {
        return AnthropicReply.blockStart(index, "{\"type\":\"text\",\"text\":\"\"}")
                .then(
                        AnthropicReply.delta(
                                index, "{\"type\":\"text_delta\",\"text\":\"%s\"}".formatted(text)))
                .then(AnthropicReply.blockStop(index));
    }

    private static Reply call(int index, Kind kind) {
        return AnthropicReply.blockStart(index, block(kind, "{}"))
                .then(
                        AnthropicReply.delta(
                                index,
                                "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"location\\\":\\\"Paris\\\"}\"}"))
                .then(AnthropicReply.blockStop(index));
    }

    private static String block(Kind kind, String input) {
        return "{\"type\":\"tool_use\",\"id\":\"%s\",\"name\":\"get_weather\",\"input\":%s}"
                .formatted(kind.callId(), input);
    }

    private static Reply whole(Kind kind, boolean calls, String reason) {
        String thought =
                "{\"type\":\"thinking\",\"thinking\":\"%s\",\"signature\":\"%s\"}"
                        .formatted(kind.thought(), kind.signature());
        String text =
                "{\"type\":\"text\",\"text\":\"%s\"}"
                        .formatted(calls ? kind.announcement() : kind.answer());
        String blocks =
                calls
                        ? String.join(",", thought, text, block(kind, "{\"location\":\"Paris\"}"))
                        : String.join(",", thought, text);
        return Reply.json(AnthropicReply.message(blocks, reason, 3));
    }
}
