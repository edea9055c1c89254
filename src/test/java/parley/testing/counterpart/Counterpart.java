package parley.testing.counterpart;

import java.util.List;
import parley.testing.ReceivedRequest;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;
import parley.testing.anthropic.AnthropicReply;
import tools.jackson.databind.JsonNode;

/// A provider of one kind. Asked for the weather with a tool at hand, it thinks, says something,
/// and calls the tool; it answers everything else with a sentence of its own.
public final class Counterpart implements AutoCloseable {
    public static final String QUESTION = "What is the weather in Paris?";

    private final Kind kind;
    private final ScriptedProvider server = ScriptedProvider.start();

    private Counterpart(Kind kind) {
        this.kind = kind;
        String model = kind.modelsOwnName();
        server.models(kind == Kind.ANTHROPIC ? AnthropicReply.models(model) : Reply.models(model));
        server.otherwise(wire -> replyTo(wire.request()).play(wire));
    }

    public static Counterpart start(Kind kind) {
        return new Counterpart(kind);
    }

    public Kind kind() {
        return kind;
    }

    /// What makes a server find it.
    public List<String> settings() {
        return kind.settings(server.baseUrl());
    }

    /// Answers the next request so.
    public void next(Reply reply) {
        server.next(reply);
    }

    /// What it was asked, oldest first.
    public List<ReceivedRequest> asked() {
        return server.requests().stream().filter(Counterpart::asksForAnswer).toList();
    }

    private static boolean asksForAnswer(ReceivedRequest request) {
        return request.path().matches("/v1/(chat/completions|messages)(\\?.*)?");
    }

    private Reply replyTo(ReceivedRequest request) {
        if (!asksForAnswer(request)) {
            return Reply.status(404, "{\"error\":\"not found\"}");
        }
        boolean calls = wantsCall(request.json());
        boolean streamed = request.wantsStream();
        return kind == Kind.ANTHROPIC
                ? AnthropicScript.reply(kind, calls, streamed)
                : OpenAiScript.reply(kind, calls, streamed);
    }

    private static boolean wantsCall(JsonNode request) {
        JsonNode messages = request.path("messages");
        JsonNode last = messages.path(messages.size() - 1);
        return !request.path("tools").isEmpty()
                && last.path("role").asString().equals("user")
                && last.path("content").toString().contains(QUESTION);
    }

    @Override
    public void close() {
        server.close();
    }
}
