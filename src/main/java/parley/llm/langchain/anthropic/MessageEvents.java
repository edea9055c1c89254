package parley.llm.langchain.anthropic;

import java.util.Optional;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ProviderException;
import parley.llm.langchain.ProviderErrors;
import tools.jackson.databind.JsonNode;

/// Turns the blocks of one message, whole or in pieces, into what its receiver understands.
final class MessageEvents {
    private static final int LONGEST_ANSWER = 8 << 20;

    private final ModelEvents receiver;
    private final ProviderErrors errors;
    private final MessageRequest request;
    private final ContinuedText continued;
    private final ReportedTokens tokens = new ReportedTokens();
    private int length;
    private int calls;
    private boolean answerGiven;

    MessageEvents(
            ModelEvents receiver, ProviderErrors errors, MessageRequest request, String soFar) {
        this.receiver = receiver;
        this.errors = errors;
        this.request = request;
        this.continued = ContinuedText.after(soFar, request.prefill());
    }

    /// A block that begins.
    OpenBlock open(JsonNode start) {
        return switch (start.path("type").asString("")) {
            case "text" -> new OpenBlock.Text(this, start);
            case "thinking" -> new OpenBlock.Thinking(this, start);
            case "redacted_thinking" -> {
                signed(SignedThought.ofRedacted(start.path("data").asString("")));
                yield new OpenBlock.Ignored();
            }
            case "tool_use" -> call(start);
            // Tools that run at the provider are never offered; their blocks say nothing to us.
            default -> new OpenBlock.Ignored();
        };
    }

    private OpenBlock call(JsonNode start) {
        String name = start.path("name").asString("");
        if (request.answerTool().equals(Optional.of(name))) {
            answerGiven = true;
            return new OpenBlock.Arguments(start.path("input"), this::text);
        }
        int index = calls++;
        String id = start.path("id").asString("");
        receiver.accept(new ModelEvent.ToolCallDelta(index, id, name, ""));
        return new OpenBlock.Arguments(
                start.path("input"),
                piece -> {
                    measure(piece);
                    receiver.accept(new ModelEvent.ToolCallDelta(index, id, name, piece));
                });
    }

    void text(String piece) {
        measure(piece);
        String fresh = continued.next(piece);
        if (!fresh.isEmpty()) {
            receiver.accept(new ModelEvent.TextDelta(fresh));
        }
    }

    void thought(String piece) {
        measure(piece);
        receiver.accept(new ModelEvent.ReasoningDelta(piece));
    }

    void signed(String signature) {
        receiver.accept(new ModelEvent.ReasoningSigned(signature));
    }

    private void measure(String piece) {
        length += piece.length();
        if (length > LONGEST_ANSWER) {
            throw errors.badResponse(
                    "sent an answer of more than %d characters.".formatted(LONGEST_ANSWER), null);
        }
    }

    /// @param complete whether these are the counts of the whole answer
    void used(JsonNode usage, boolean complete) {
        if (usage.isObject()) {
            tokens.add(usage);
            receiver.accept(new ModelEvent.UsageReported(tokens.usage(complete)));
        }
    }

    /// @throws ProviderException if the provider did not say why the model stopped
    void finish(String stopReason) {
        if (stopReason.isEmpty()) {
            throw errors.badResponse("ended its answer without saying why.", null);
        }
        FinishReason reason = StopReasons.of(stopReason);
        boolean onlyAnswered = reason == FinishReason.TOOL_CALLS && answerGiven && calls == 0;
        receiver.accept(new ModelEvent.Finished(onlyAnswered ? FinishReason.STOP : reason));
    }
}
