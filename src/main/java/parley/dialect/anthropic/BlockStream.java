package parley.dialect.anthropic;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.completion.Completion;
import parley.dialect.AnswerHeaders;
import parley.dialect.LiveEvents;
import parley.dialect.LiveStream;
import parley.dialect.Picture;
import parley.http.Exchange;
import parley.http.Json;
import parley.http.JsonText;
import parley.http.RateHeaders;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;

/// Writes an answer as the model gives it, block after block. Events are put together by hand: each
/// piece of text is one.
final class BlockStream extends LiveEvents {
    private enum Kind {
        TEXT,
        THINKING,
        TOOL_USE
    }

    private final LiveStream stream;
    private final Exchange exchange;
    private final Completion completion;
    private final boolean thoughts;
    private boolean begun;
    private int block = -1;
    private @Nullable Kind open;
    private int openCall;

    /// @param thoughts whether what the model thinks is to be shown
    BlockStream(LiveStream stream, Exchange exchange, Completion completion, boolean thoughts) {
        this.stream = stream;
        this.exchange = exchange;
        this.completion = completion;
        this.thoughts = thoughts;
    }

    @Override
    protected void write(ModelEvent event) throws InterruptedException {
        switch (event) {
            case ModelEvent.TextDelta(String text) -> text(text);
            case ModelEvent.ReasoningDelta(String text) -> {
                if (thoughts) {
                    in(
                            Kind.THINKING,
                            "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}");
                    delta("thinking_delta", "thinking", text);
                }
            }
            case ModelEvent.ReasoningSigned(String signature) -> {
                if (thoughts) {
                    in(
                            Kind.THINKING,
                            "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}");
                    endThought(Optional.of(signature));
                }
            }
            case ModelEvent.ToolCallDelta call -> call(call);
            case ModelEvent.ImageMade made ->
                    text("![picture](%s)".formatted(Picture.uri(made.image())));
            case ModelEvent.UsageReported _, ModelEvent.Finished _ -> {}
        }
    }

    /// Ends the last block and the message.
    void finish(FinishReason reason) throws InterruptedException {
        begin();
        end();
        stream.send(
                "message_delta",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"%s\",\"stop_sequence\":null},\"usage\":%s}"
                        .formatted(
                                WireMessage.stopReason(reason),
                                Json.text(WireMessage.Tokens.of(completion.call().usage()))));
        stream.send("message_stop", "{\"type\":\"message_stop\"}");
    }

    private void text(String text) throws InterruptedException {
        in(Kind.TEXT, "{\"type\":\"text\",\"text\":\"\"}");
        delta("text_delta", "text", text);
    }

    private void call(ModelEvent.ToolCallDelta call) throws InterruptedException {
        if (open == Kind.TOOL_USE && openCall != call.index()) {
            end();
        }
        if (open != Kind.TOOL_USE) {
            StringBuilder start = new StringBuilder("{\"type\":\"tool_use\",\"id\":");
            JsonText.append(JsonText.append(start, call.id()).append(",\"name\":"), call.name());
            in(Kind.TOOL_USE, start.append(",\"input\":{}}").toString());
            openCall = call.index();
        }
        delta("input_json_delta", "partial_json", call.arguments());
    }

    private void in(Kind kind, String start) throws InterruptedException {
        if (open == kind) {
            return;
        }
        begin();
        end();
        block++;
        open = kind;
        stream.send(
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":"
                        + block
                        + ",\"content_block\":"
                        + start
                        + "}");
    }

    private void delta(String type, String field, String text) throws InterruptedException {
        StringBuilder event = new StringBuilder(text.length() + 112);
        event.append("{\"type\":\"content_block_delta\",\"index\":").append(block);
        event.append(",\"delta\":{\"type\":\"").append(type);
        event.append("\",\"").append(field).append("\":");
        stream.send("content_block_delta", JsonText.append(event, text).append("}}").toString());
    }

    private void end() throws InterruptedException {
        switch (open) {
            case null -> {}
            case THINKING -> endThought(Optional.empty());
            case TEXT, TOOL_USE -> stop();
        }
    }

    private void endThought(Optional<String> signature) throws InterruptedException {
        String origin = completion.call().model().provider().name();
        delta("signature_delta", "signature", ThinkingSeal.of(origin, signature));
        stop();
    }

    private void stop() throws InterruptedException {
        open = null;
        stream.send(
                "content_block_stop", "{\"type\":\"content_block_stop\",\"index\":" + block + "}");
    }

    private void begin() throws InterruptedException {
        if (begun) {
            return;
        }
        begun = true;
        stream.beforeFirst(
                () -> AnswerHeaders.set(exchange, completion, RateHeaders.Family.ANTHROPIC));
        WireMessage start =
                new WireMessage(
                        WireMessage.newId(),
                        "message",
                        "assistant",
                        completion.call().model().fullName(),
                        java.util.List.of(),
                        null,
                        null,
                        WireMessage.Tokens.of(completion.call().usage()));
        stream.send(
                "message_start",
                "{\"type\":\"message_start\",\"message\":" + Json.text(start) + "}");
    }
}
