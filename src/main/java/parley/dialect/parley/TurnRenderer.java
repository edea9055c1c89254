package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.conversation.Turn;
import parley.conversation.TurnEvent;
import parley.conversation.TurnHandle;
import parley.dialect.TurnStreams;
import parley.http.EventStream;
import parley.http.Json;

/// Writes a turn as named events with JSON data. What can be listened to again has an `id:`.
final class TurnRenderer implements TurnStreams.Renderer {
    private final TurnHandle handle;
    private final MessageViews messages;

    TurnRenderer(TurnHandle handle, MessageViews messages) {
        this.handle = handle;
        this.messages = messages;
    }

    /// The first event: which turn this is.
    record Started(
            @JsonProperty("turn_id") long turnId,
            @JsonProperty("conversation_id") long conversationId,
            @Nullable String model,
            String title) {}

    /// A piece of the answer.
    record Text(String text) {}

    /// A piece of what the model thinks.
    record Reasoning(String text) {}

    /// A piece of a tool call.
    ///
    /// @param index which call of the answer, from 0
    /// @param arguments the next piece of its arguments, which joined are the text of an object
    record ToolCall(int index, String id, String name, String arguments) {}

    /// A picture, whole.
    record Image(@JsonProperty("media_type") String mediaType, String data) {}

    /// A sign of life. A browser cannot see comments, so it is an event.
    record Ping() {}

    /// The last event: how the turn ended.
    ///
    /// @param message the whole answer, as lists of messages show it; null if it was deleted
    record End(
            String status,
            @Nullable String model,
            TokenUsage usage,
            @JsonProperty("finish_reason") @Nullable String finishReason,
            @Nullable TurnProblem error,
            @Nullable ShownMessage message) {}

    @Override
    public void begin(EventStream stream) throws InterruptedException {
        Turn turn = handle.turn();
        send(
                stream,
                OptionalLong.empty(),
                "started",
                new Started(
                        turn.id(),
                        turn.conversationId(),
                        turn.answeredBy().orElse(null),
                        handle.conversation().title()));
    }

    @Override
    public void text(EventStream stream, TurnEvent.Text event) throws InterruptedException {
        send(stream, OptionalLong.of(event.number()), "text", new Text(event.text()));
    }

    @Override
    public void other(EventStream stream, TurnEvent event) throws InterruptedException {
        OptionalLong id = OptionalLong.of(event.number());
        switch (event) {
            case TurnEvent.Reasoning thought ->
                    send(stream, id, "reasoning", new Reasoning(thought.text()));
            case TurnEvent.ToolCall call ->
                    send(
                            stream,
                            id,
                            "tool_call",
                            new ToolCall(call.index(), call.id(), call.name(), call.arguments()));
            case TurnEvent.Image made ->
                    send(
                            stream,
                            id,
                            "image",
                            new Image(made.image().mediaType(), made.image().data()));
            // These have methods of their own.
            case TurnEvent.Text _, TurnEvent.Ended _ -> {}
        }
    }

    @Override
    public void end(EventStream stream, TurnEvent.Ended event) throws InterruptedException {
        Turn turn = event.turn();
        send(
                stream,
                OptionalLong.of(event.number()),
                "end",
                new End(
                        turn.status().wireName(),
                        turn.answeredBy().orElse(null),
                        TokenUsage.of(turn),
                        turn.finishReason().orElse(null),
                        turn.failure().map(TurnProblem::of).orElse(null),
                        message(turn)));
    }

    private @Nullable ShownMessage message(Turn turn) {
        return messages.find(turn.accountId(), turn.id()).orElse(null);
    }

    @Override
    public void heartbeat(EventStream stream) throws InterruptedException {
        send(stream, OptionalLong.empty(), "ping", new Ping());
    }

    private static void send(EventStream stream, OptionalLong id, String event, Object data)
            throws InterruptedException {
        stream.send(id, event, Json.text(data));
    }
}
