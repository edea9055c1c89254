package parley.testing.counterpart;

import parley.testing.Reply;

/// Answers in the form of OpenAI's API, with thoughts as the servers send them that show theirs.
final class OpenAiScript {
    private OpenAiScript() {}

    static Reply reply(Kind kind, boolean calls, boolean streamed) {
        String reason = calls ? "tool_calls" : "stop";
        return streamed ? streamed(kind, calls, reason) : whole(kind, calls, reason);
    }

    private static Reply streamed(Kind kind, boolean calls, String reason) {
        Reply begun = Reply.streamHead().then(Reply.role()).then(delta(thought(kind)));
        Reply said =
                calls
                        ? begun.then(Reply.tokens(kind.announcement())).then(delta(call(kind)))
                        : begun.then(Reply.tokens(kind.answer()));
        return said.then(Reply.finish(reason)).then(Reply.usage(7, 3)).then(Reply.done());
    }

    private static Reply whole(Kind kind, boolean calls, String reason) {
        String message =
                calls
                        ? "\"content\":\"%s\",%s,%s"
                                .formatted(kind.announcement(), thought(kind), call(kind))
                        : "\"content\":\"%s\",%s".formatted(kind.answer(), thought(kind));
        return Reply.json(
                """
                {"id":"c","object":"chat.completion","created":1704459600,"model":"scripted",\
                "choices":[{"index":0,"message":{"role":"assistant",%s},"finish_reason":"%s"}],\
                "usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10}}\
                """
                        .formatted(message, reason));
    }

    private static Reply delta(String fields) {
        return Reply.event(
                "{\"choices\":[{\"index\":0,\"delta\":{%s},\"finish_reason\":null}]}"
                        .formatted(fields));
    }

    private static String thought(Kind kind) {
        return "\"reasoning_content\":\"%s\"".formatted(kind.thought());
    }

    private static String call(Kind kind) {
        return """
        "tool_calls":[{"index":0,"id":"%s","type":"function",\
        "function":{"name":"get_weather","arguments":"{\\"location\\":\\"Paris\\"}"}}]\
        """
                .formatted(kind.callId());
    }
}
